package dev.hostlab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Where Hostlab starts: `--version` is answered before anything else is loaded.
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("hostlab " + version());
            return;
        }
        System.err.println("Hostlab " + version() + " has no commands yet.");
        System.exit(2);
    }

    /// The version of the build, which Maven writes into `version.txt`.
    static String version() throws IOException {
        try (var text = Objects.requireNonNull(Main.class.getResourceAsStream("version.txt"), "version.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
