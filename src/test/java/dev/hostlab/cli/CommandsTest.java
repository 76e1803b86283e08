package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands around 'compare'.
class CommandsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"compare", "sample", "prices", "scenario", "queue", "replay"})
    void everyCommandHelps(String command) {
        var ran = Ran.hostlab(command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Usage: hostlab " + command);
    }

    @Test
    void unknownCommandIsTheUsersMistake() {
        var ran = Ran.hostlab("comapre");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("comapre");
    }

    @Test
    void sampleWritesWhatShips() throws IOException {
        var shipped = Files.readString(Path.of("sample-workloads/chat-service.csv"), StandardCharsets.UTF_8);
        assertThat(Ran.hostlab("sample", "chat-service").out()).isEqualTo(shipped);
        var file = folder.resolve("chat.csv");
        assertThat(Ran.hostlab("sample", "chat-service", "--out", file.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(file)).isEqualTo(shipped);
    }

    @Test
    void sampleTakesParametersAndRefusesNonsense() {
        assertThat(Ran.hostlab("sample", "chat-service", "--set", "seed=9").out())
                .isNotEqualTo(Ran.hostlab("sample", "chat-service").out());
        var wrong = Ran.hostlab("sample", "chat-service", "--set", "sede=9", "--set", "meanPerMinute=x");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("2 problems").contains("sede").contains("meanPerMinute");
    }

    @Test
    void samplesAreListedWithTheirParameters() {
        assertThat(Ran.hostlab("sample").out().lines()).hasSize(6);
        assertThat(Ran.hostlab("sample", "flash-crowd", "--parameters").out())
                .contains("crowdFactor")
                .contains("Source:");
        assertThat(Ran.hostlab("sample", "nothing").err()).contains("flash-crowd");
    }

    @Test
    void shippedPricesAreListedAndVerify() {
        assertThat(Ran.hostlab("prices", "list").out().lines())
                .as("two of each region, a third of two")
                .hasSize(36);
        var verified = Ran.hostlab("prices", "verify");
        assertThat(verified.code()).isZero();
        assertThat(verified.out().lines()).hasSize(36).allMatch(line -> line.startsWith("fine"));
    }

    @Test
    void changedPriceFileFailsVerification() throws IOException {
        var shipped = Files.readString(Path.of("pricing-snapshots").resolve(newest("eu-west-1")));
        var changed = folder.resolve("eu-west-1-2024-07-01.json");
        Files.writeString(changed, shipped.replaceFirst("0\\.04048", "0.04047"));
        var verified = Ran.hostlab("prices", "verify", changed.toString());
        assertThat(verified.code()).isEqualTo(2);
        assertThat(verified.out()).startsWith("BAD");
    }

    @Test
    void scenarioFileGivesTheSameNumbersAsTheArguments() throws IOException {
        var file = folder.resolve("mine.json");
        Files.writeString(
                file, "{\"schema\": \"hostlab/scenario/1\", \"settings\": {\"task.vcpu\": 2, \"task.memoryGiB\": 4}}");
        assertThat(Ran.hostlab("scenario", "check", file.toString()).code()).isZero();
        var chat = "sample-workloads/chat-service.csv";
        var byFile = Ran.hostlab("compare", chat, "--scenario", file.toString(), "--replications", "1", "--json", "-");
        var bySet = Ran.hostlab(
                "compare",
                chat,
                "--set",
                "task.vcpu=2",
                "--set",
                "task.memoryGiB=4",
                "--replications",
                "1",
                "--json",
                "-");
        assertThat(byFile.code()).as(byFile.err()).isZero();
        assertThat(byFile.jsonWithoutEngine()).isEqualTo(bySet.jsonWithoutEngine());
    }

    @Test
    void initialScenarioIsFineAndTheSchemaIsPrinted() throws IOException {
        var file = folder.resolve("first.json");
        Files.writeString(file, Ran.hostlab("scenario", "init").out());
        assertThat(Ran.hostlab("scenario", "check", file.toString()).code()).isZero();
        assertThat(Ran.hostlab("scenario", "schema").out()).contains("json-schema.org/draft/2020-12");
    }

    private static String newest(String region) throws IOException {
        try (var files = Files.list(Path.of("pricing-snapshots"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(region))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
