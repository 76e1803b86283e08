package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `hostlab import` says and writes.
class ImportCommandTest {

    private static final String SHOP = """
            Wann;Menge
            16.11.2023 18:00:00;12,5
            16.11.2023 18:01:00;13,5
            16.11.2023 18:03:00;14,0
            """;

    @TempDir
    private Path folder;

    private record Said(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }

    private Said run(String content, String... arguments) throws IOException {
        var file = Files.writeString(folder.resolve("shop.csv"), content);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new String[arguments.length + 2];
        all[0] = "import";
        all[1] = file.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        var code = Cli.run(new Console(print(out), print(err), false), all);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    @Test
    void jsonOfAGoodFileHasItsTotalsAndNothingElseOnStdout() throws IOException {
        var said = run("timestamp,requests\n2026-03-01T00:00:00Z,10\n2026-03-01T00:01:00Z,20\n", "--json", "-");
        assertThat(said.code()).isZero();
        assertThat(said.json().get("outcome").asString()).isEqualTo("accept-clean");
        assertThat(said.json().get("rows").asInt()).isEqualTo(2);
        assertThat(said.json().get("binSeconds").asInt()).isEqualTo(60);
        assertThat(said.json().get("to").asString()).isEqualTo("2026-03-01T00:02:00Z");
        assertThat(said.json().get("totals").get("requests").asInt()).isEqualTo(30);
    }

    @Test
    void refusalNamesCodeLineAndField() throws IOException {
        var said = run("timestamp,requests\n2026-03-01T00:00:00Z,10d\n", "--json", "-");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.json().get("outcome").asString()).isEqualTo("reject-with-message");
        var error = said.json().get("errors").get(0);
        assertThat(error.get("code").asString()).isEqualTo("NOT_A_NUMBER");
        assertThat(error.get("line").asInt()).isEqualTo(2);
        assertThat(error.get("field").asString()).isEqualTo("requests");
    }

    @Test
    void anyColumnsCanBeMapped() throws IOException {
        assertThat(run(SHOP).err()).contains("The header has no column timestamp");
        var out = folder.resolve("out.csv");
        var said = run(
                SHOP,
                "--map",
                "timestamp=wann",
                "--map",
                "requests=2",
                "--zone",
                "Europe/Berlin",
                "--gaps",
                "zero",
                "--out",
                out.toString());
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Wann", "requests", "DECIMAL_COMMA", "the day stands first");
        assertThat(out).content().isEqualTo("""
                timestamp,requests
                2023-11-16T17:00:00Z,12.5
                2023-11-16T17:01:00Z,13.5
                2023-11-16T17:02:00Z,0
                2023-11-16T17:03:00Z,14
                """);
    }

    @Test
    void ratesAndCountersBecomeCounts() throws IOException {
        var rows = "2026-03-01T00:00:00Z,1\n2026-03-01T00:01:00Z,3\n2026-03-01T00:02:00Z,2\n";
        var rate = run("timestamp,requests\n" + rows, "--values", "rate", "--json", "-");
        assertThat(rate.json().get("totals").get("requests").asInt()).isEqualTo(360);
        var counter = run("timestamp,requests\n" + rows, "--values", "cumulative", "--json", "-");
        assertThat(counter.json().get("totals").get("requests").asInt()).isEqualTo(4);
    }

    @Test
    void wrongFlagsAreAllNamed() throws IOException {
        var said = run(SHOP, "--map", "size=Menge", "--zone", "Mars/Base", "--values", "some", "--gaps", "maybe");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("4 problems", "size=Menge", "Mars/Base", "'some'", "'maybe'");
    }
}
