package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// An extra: a larger table of bad files and real traces, where a machine has them.
///
/// `-Dhostlab.shared=DIR` names the folder that holds `bad-inputs/` and `workloads/`; without it `../shared` is
/// tried.
class SharedInputsTest {

    private static final Path SHARED = Path.of(System.getProperty("hostlab.shared", "../shared"));

    static Stream<NamedCsvRecord> table() throws IOException {
        var index = SHARED.resolve("bad-inputs/index.csv");
        if (!Files.exists(index)) {
            System.out.println("Skipped: there is no " + index + "; name a folder with -Dhostlab.shared=DIR.");
            return Stream.empty();
        }
        try (var csv = CsvReader.builder().ofNamedCsvRecord(index)) {
            return csv.stream().filter(row -> row.getField("kind").equals("trace")).toList().stream();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("table")
    void everyFileBehavesAsTheTableSays(NamedCsvRecord row) throws IOException {
        var reading = TraceReader.read(SHARED.resolve("bad-inputs").resolve(row.getField("path")), ReadOptions.DEFAULT);
        switch (row.getField("outcome")) {
            case "accept-clean" -> {
                assertThat(reading.errors()).isEmpty();
                assertThat(reading.warnings()).isEmpty();
            }
            case "accept-with-warning" -> {
                assertThat(reading.errors()).isEmpty();
                assertThat(reading.warnings()).anyMatch(issue -> fits(issue, row));
            }
            default -> assertThat(reading.errors()).anyMatch(issue -> fits(issue, row));
        }
        if (!row.getField("rows").isEmpty()) {
            assertThat(rows(reading)).isEqualTo(Long.parseLong(row.getField("rows")));
        }
    }

    @Test
    void realTracesAreRead() throws IOException {
        var folder = SHARED.resolve("workloads");
        assumeTrue(Files.isDirectory(folder), "Skipped: there is no folder " + folder + ".");
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                var started = System.nanoTime();
                var reading = TraceReader.read(file, ReadOptions.DEFAULT);
                System.out.printf("%s: %.1f ms%n", reading.name(), (System.nanoTime() - started) / 1e6);
                assertThat(reading.errors()).isEmpty();
                assertThat(reading.warnings())
                        .extracting(TraceIssue::code)
                        .isSubsetOf(List.of(TraceProblem.GAP, TraceProblem.IRREGULAR_INTERVAL));
            }
        }
    }

    /// The totals that the page beside the files tells.
    @ParameterizedTest
    @CsvSource({
        "azure-llm-code-2023-per-minute.csv, 58, 8819, 18059974, 245896",
        "azure-llm-code-2023-per-request.csv, 8819, 8819, 18059974, 245896",
        "mooncake-conversation-1h-per-10s.csv, 354, 12031, 144793823, 4122048",
        "servegen-deepseek-r1-1day-per-10min.csv, 144, 1383669, -1, -1",
        "nab-elb-request-count-14d-per-5min.csv, 4032, 249327, 0, 0",
        "azure-functions-2019-queue-8h-per-minute.csv, 480, 670036, 0, 0",
        "azure-functions-2019-spiky-app-1day-per-minute.csv, 1440, 143581, 0, 0",
        "worldcup98-1998-06-29_30-per-minute.csv, 2880, 137819942, 0, 0"
    })
    void realTracesHaveTheirTotals(String name, long rows, double requests, double input, double output)
            throws IOException {
        var file = SHARED.resolve("workloads").resolve(name);
        assumeTrue(Files.exists(file), "Skipped: there is no " + file + ".");
        var summary = ((TraceReading.Accepted) TraceReader.read(file, ReadOptions.DEFAULT)).summary();
        assertThat(summary.rows()).isEqualTo(rows);
        assertThat(summary.totals().requests()).isEqualTo(requests);
        if (input >= 0) {
            assertThat(summary.totals()).isEqualTo(new TraceSummary.Totals(requests, input, output));
        }
    }

    /// A real trace in every layout that is written here has the same totals, tokens where the layout has them.
    @Test
    void aRealTraceKeepsItsTotalsInEveryLayout(@TempDir Path folder) throws IOException {
        var file = SHARED.resolve("workloads/azure-llm-code-2023-per-request.csv");
        assumeTrue(Files.exists(file), "Skipped: there is no " + file + ".");
        for (var sample : LayoutSample.all(traffic(file))) {
            var summary = ((TraceReading.Accepted) new TraceFiles(folder).read(sample.bytes())).summary();
            assertThat(summary.totals().requests()).as(sample.name()).isEqualTo(8_819);
            if (sample.hasTokens()) {
                var totals = new TraceSummary.Totals(8_819, 18_059_974, 245_896);
                assertThat(summary.totals()).as(sample.name()).isEqualTo(totals);
            }
        }
    }

    private static Traffic traffic(Path file) throws IOException {
        try (var csv = CsvReader.builder().ofCsvRecord(file)) {
            return new Traffic(csv.stream()
                    .skip(1)
                    .map(row -> new Traffic.Request(
                            Instant.parse(row.getField(0).replace(' ', 'T')
                                    + (row.getField(0).endsWith("Z") ? "" : "Z")),
                            Integer.parseInt(row.getField(1)),
                            Integer.parseInt(row.getField(2))))
                    .toList());
        }
    }

    private static boolean fits(TraceIssue issue, NamedCsvRecord row) {
        var line = row.getField("line");
        var field = row.getField("field");
        return issue.code().name().equals(row.getField("code"))
                && (line.isEmpty() || Long.parseLong(line) == issue.line())
                && (field.isEmpty() || field.equals(issue.field()));
    }

    private static long rows(TraceReading reading) {
        return reading instanceof TraceReading.Accepted accepted
                ? accepted.summary().rows()
                : 0;
    }
}
