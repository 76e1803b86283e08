package dev.hostlab.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A command that has run: its exit code and what it said.
///
/// @param code exit code
/// @param out  stdout
/// @param err  stderr
record Ran(int code, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Ran hostlab(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var code = Cli.run(console, args);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonNode json() {
        return JSON.readTree(out);
    }

    /// The JSON, byte for byte, up to the one part that tells of the machine; it comes last.
    String jsonWithoutEngine() {
        var engine = out.lastIndexOf("\"engine\"");
        if (engine < 0) {
            throw new AssertionError("No engine in " + out + err);
        }
        return out.substring(0, engine);
    }

    List<JsonNode> options() {
        return StreamSupport.stream(json().get("options").spliterator(), false).toList();
    }
}
