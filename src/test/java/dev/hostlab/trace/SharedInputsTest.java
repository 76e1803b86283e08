package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
