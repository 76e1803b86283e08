package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are read, but in a way that the user should know of.
class TraceWarningsTest {

    private static final String CSV = TraceFiles.THREE_MINUTES;

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                arguments(TraceProblem.EOL_CR, 0, "", CSV.replace('\n', '\r')),
                arguments(TraceProblem.DELIMITER_INFERRED, 0, "", CSV.replace(',', ';')),
                arguments(TraceProblem.DELIMITER_INFERRED, 0, "", CSV.replace(',', '|')),
                arguments(
                        TraceProblem.DECIMAL_COMMA,
                        3,
                        "requests",
                        CSV.replace(',', ';').replace("20", "20,5").replace("20,526", "2026")),
                arguments(TraceProblem.BLANK_LINE_SKIPPED, 2, "", CSV.replaceFirst("\n", "\n \n")),
                arguments(TraceProblem.COMMENT_SKIPPED, 3, "", CSV.replaceFirst("10\n", "10\n# restart\n")),
                arguments(TraceProblem.EMPTY_COLUMN, 1, "", CSV.replace("\n", ",\n")),
                arguments(
                        TraceProblem.UNKNOWN_COLUMN,
                        1,
                        "region",
                        CSV.replace("\n", ",x\n").replaceFirst(",x", ",Region")),
                arguments(TraceProblem.ZONE_ASSUMED_UTC, 2, "timestamp", CSV.replace("Z", "")));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                arguments(TraceProblem.HOUR_24, 4, "timestamp", """
                        timestamp,requests
                        2026-02-28T22:00:00Z,10
                        2026-02-28T23:00:00Z,20
                        2026-02-28T24:00:00Z,30
                        """),
                arguments(TraceProblem.LEAP_SECOND, 3, "timestamp", CSV.replace("01:00Z", "00:60Z")),
                arguments(TraceProblem.SORTED, 3, "timestamp", """
                        timestamp,requests
                        2026-03-01T00:01:00Z,20
                        2026-03-01T00:00:00Z,10
                        2026-03-01T00:02:00Z,30
                        """),
                arguments(TraceProblem.IRREGULAR_INTERVAL, 4, "timestamp", CSV.replace("01:00Z", "00:47Z")),
                arguments(TraceProblem.GAP, 4, "timestamp", CSV.replace("02:00Z", "09:00Z")),
                arguments(TraceProblem.DUPLICATE_DROPPED, 5, "timestamp", CSV + "2026-03-01T00:02:00Z,30\n"));
    }

    @ParameterizedTest
    @MethodSource({"files", "times"})
    void everyLibertyIsToldWithItsPlace(TraceProblem code, long line, String field, String text) throws IOException {
        var reading = (TraceReading.Accepted) new TraceFiles(folder).read(text);
        assertThat(reading.summary().rows()).isEqualTo(3);
        assertThat(reading.summary().totals().requests()).isBetween(60.0, 61.0);
        assertThat(reading.warnings()).anySatisfy(issue -> {
            assertThat(issue.code()).isEqualTo(code);
            assertThat(issue.line()).isEqualTo(line);
            assertThat(issue.field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @MethodSource("epochs")
    void epochUnitsAreToldApart(String first, String second) throws IOException {
        var reading = (TraceReading.Accepted)
                new TraceFiles(folder).read("timestamp,requests\n" + first + ",1\n" + second + ",2\n");
        assertThat(reading.summary().from()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(reading.summary().to()).isEqualTo("2026-03-01T00:02:00Z");
        assertThat(reading.warnings()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(TraceProblem.EPOCH_UNIT_INFERRED);
            assertThat(issue.count()).isEqualTo(2);
        });
    }

    static Stream<Arguments> epochs() {
        return Stream.of("", "000", "000000", "000000000", ".0")
                .map(zeros -> arguments("1772323200" + zeros, "1772323260" + zeros));
    }

    @Test
    void utf16IsRead() throws IOException {
        for (var charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            var reading = (TraceReading.Accepted) new TraceFiles(folder).read("\ufeff" + CSV, charset);
            assertThat(reading.summary().rows()).isEqualTo(3);
            assertThat(reading.warnings()).extracting(TraceIssue::code).containsExactly(TraceProblem.ENCODING_UTF16);
        }
        assertThat(new TraceFiles(folder).read(CSV, StandardCharsets.UTF_16LE).errors())
                .extracting(TraceIssue::code)
                .containsExactly(TraceProblem.NUL_BYTE);
    }

    @Test
    void windowsTextIsReadEvenFarIntoTheFile() throws IOException {
        var text = TraceFiles.withWorkload("a".repeat(200)) + "# " + "x".repeat(70_000) + "\n"
                + "2026-03-01T00:02:00Z,3,caf\u00e9\n";
        var reading = (TraceReading.Accepted) new TraceFiles(folder).read(text, Charset.forName("windows-1252"));
        assertThat(reading.summary().workloads()).containsExactly("api", "a".repeat(200), "caf\u00e9");
        assertThat(reading.warnings()).anySatisfy(issue -> {
            assertThat(issue.code()).isEqualTo(TraceProblem.ENCODING_FALLBACK);
            assertThat(issue.line()).isEqualTo(5);
        });
    }

    @Test
    void oneRowAndNoLoadAreTold() throws IOException {
        var reading = (TraceReading.Accepted) new TraceFiles(folder).read("timestamp,requests\n2026-03-01T00:00Z,0\n");
        assertThat(reading.warnings())
                .extracting(TraceIssue::code)
                .containsExactly(TraceProblem.INTERVAL_ASSUMED, TraceProblem.ZERO_LOAD);
        assertThat(reading.summary().to()).isEqualTo("2026-03-01T00:01:00Z");
    }

    @Test
    void namesThatMayDeceiveAreTold() throws IOException {
        assertThat(codes("\u202egnp.exe")).containsExactly(TraceProblem.BIDI_CONTROL);
        assertThat(codes("a\u0007b")).containsExactly(TraceProblem.CONTROL_CHAR);
        assertThat(codes("a\u0440i")).containsExactly(TraceProblem.CONFUSABLE_NAMES);
        assertThat(codes("Api ")).containsExactly(TraceProblem.CONFUSABLE_NAMES);
        assertThat(codes("\u05e9\u05dc\u05d5\u05dd")).isEmpty();
    }

    private Stream<TraceProblem> codes(String workload) throws IOException {
        var reading = new TraceFiles(folder).read(TraceFiles.withWorkload(workload));
        assertThat(reading.isAccepted()).isTrue();
        return reading.warnings().stream().map(TraceIssue::code);
    }

    @Test
    void commaIsDecimalOnlyWhereNothingElseIsPossible() throws IOException {
        var files = new TraceFiles(folder);
        var head = "timestamp;requests\n2026-03-01T00:00:00Z;1,234\n";
        assertThat(files.read(head).errors())
                .extracting(TraceIssue::code)
                .containsExactly(TraceProblem.AMBIGUOUS_NUMBER);
        var reading = (TraceReading.Accepted) files.read(head + "2026-03-01T00:01:00Z;0,5\n");
        assertThat(reading.summary().totals().requests()).isEqualTo(1.734);
    }
}
