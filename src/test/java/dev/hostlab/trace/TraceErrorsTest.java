package dev.hostlab.trace;

import static dev.hostlab.trace.TraceFiles.withRequests;
import static dev.hostlab.trace.TraceFiles.withTimestamp;
import static dev.hostlab.trace.TraceFiles.withWorkload;
import static dev.hostlab.trace.TraceProblem.AMBIGUOUS_DATE;
import static dev.hostlab.trace.TraceProblem.AMBIGUOUS_NUMBER;
import static dev.hostlab.trace.TraceProblem.DUPLICATE_COLUMN;
import static dev.hostlab.trace.TraceProblem.DUPLICATE_TIMESTAMP;
import static dev.hostlab.trace.TraceProblem.EMPTY_FILE;
import static dev.hostlab.trace.TraceProblem.EPOCH_UNIT_MIXED;
import static dev.hostlab.trace.TraceProblem.LINE_TOO_LONG;
import static dev.hostlab.trace.TraceProblem.MISSING_COLUMN;
import static dev.hostlab.trace.TraceProblem.MISSING_VALUE;
import static dev.hostlab.trace.TraceProblem.NAME_TOO_LONG;
import static dev.hostlab.trace.TraceProblem.NEGATIVE_VALUE;
import static dev.hostlab.trace.TraceProblem.NOT_A_NUMBER;
import static dev.hostlab.trace.TraceProblem.NOT_A_TIMESTAMP;
import static dev.hostlab.trace.TraceProblem.NOT_CSV;
import static dev.hostlab.trace.TraceProblem.NOT_FINITE;
import static dev.hostlab.trace.TraceProblem.NOT_TEXT;
import static dev.hostlab.trace.TraceProblem.NO_DATA_ROWS;
import static dev.hostlab.trace.TraceProblem.NUL_BYTE;
import static dev.hostlab.trace.TraceProblem.OUT_OF_RANGE;
import static dev.hostlab.trace.TraceProblem.RAGGED_ROW;
import static dev.hostlab.trace.TraceProblem.STRAY_QUOTE;
import static dev.hostlab.trace.TraceProblem.TOO_MANY_COLUMNS;
import static dev.hostlab.trace.TraceProblem.UNBALANCED_QUOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that must be refused, with the reason and its place.
class TraceErrorsTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> cells() {
        return Stream.of(
                arguments(AMBIGUOUS_NUMBER, 3, "requests", withRequests("\"1,5\"")),
                arguments(AMBIGUOUS_NUMBER, 3, "requests", withRequests("\"12,345\"")),
                arguments(AMBIGUOUS_NUMBER, 3, "requests", withRequests("\"1,234,567\"")),
                arguments(MISSING_VALUE, 3, "requests", withRequests("")),
                arguments(NEGATIVE_VALUE, 3, "requests", withRequests("-0.5")),
                arguments(NOT_A_NUMBER, 3, "requests", withRequests("7f")),
                arguments(NOT_A_NUMBER, 3, "requests", withRequests("0x1F")),
                arguments(NOT_A_NUMBER, 3, "requests", withRequests("1_000")),
                arguments(NOT_A_NUMBER, 3, "requests", withRequests("3\u00a0000")),
                arguments(NOT_A_NUMBER, 3, "requests", withRequests("\u0664\u0665")),
                arguments(NOT_A_NUMBER, 3, "requests", withRequests("\uff11")),
                arguments(NOT_FINITE, 3, "requests", withRequests("-Infinity")),
                arguments(NOT_FINITE, 3, "requests", withRequests("nan")),
                arguments(NOT_FINITE, 3, "requests", withRequests("9".repeat(330))),
                arguments(OUT_OF_RANGE, 3, "requests", withRequests("1e15")),
                arguments(NAME_TOO_LONG, 3, "workload", withWorkload("x".repeat(300))),
                arguments(STRAY_QUOTE, 3, "workload", withWorkload("5\" pipe")),
                arguments(STRAY_QUOTE, 3, "workload", withWorkload("\"pipe\" 5")),
                arguments(UNBALANCED_QUOTE, 3, "workload", withWorkload("\"never closed")),
                arguments(RAGGED_ROW, 3, "", withRequests("2,3")));
    }

    static Stream<Arguments> timestamps() {
        return Stream.of(
                arguments(AMBIGUOUS_DATE, withTimestamp("03/04/2026 10:00")),
                arguments(AMBIGUOUS_DATE, withTimestamp("3.4.26")),
                arguments(MISSING_VALUE, withTimestamp("  ")),
                arguments(NOT_A_TIMESTAMP, withTimestamp("31/12/2026 10:00")),
                arguments(NOT_A_TIMESTAMP, withTimestamp("2026-02-29T00:00:00Z")),
                arguments(NOT_A_TIMESTAMP, withTimestamp("2026-03-01T25:00:00Z")),
                arguments(NOT_A_TIMESTAMP, withTimestamp("2026-03-01T00:00:00+19:00")),
                arguments(NOT_A_TIMESTAMP, withTimestamp("2026-03-01T00:00:00 PST")),
                arguments(NOT_A_TIMESTAMP, withTimestamp("yesterday")),
                arguments(NOT_A_TIMESTAMP, withTimestamp("46082.5")),
                arguments(NOT_A_TIMESTAMP, withTimestamp("\u0662\u0660\u0662\u0666-03-01T00:00:00Z")),
                arguments(OUT_OF_RANGE, withTimestamp("1969-12-31T23:59:59Z")),
                arguments(OUT_OF_RANGE, withTimestamp("+10000-01-01T00:00:00Z")));
    }

    static Stream<Arguments> wholeFiles() {
        return Stream.of(
                arguments(EMPTY_FILE, 0, "", ""),
                arguments(EMPTY_FILE, 0, "", "\ufeff \r\n\t\n"),
                arguments(NO_DATA_ROWS, 0, "", "timestamp,requests\n"),
                arguments(NOT_CSV, 0, "", "\n <html><body>502</body></html>"),
                arguments(NOT_CSV, 0, "", "[{\"timestamp\":1}]"),
                arguments(NOT_TEXT, 0, "", "%PDF-1.4\n"),
                arguments(NOT_TEXT, 0, "", "GIF89a"),
                arguments(NUL_BYTE, 2, "", "timestamp,requests\n2026-03-01T00:00:00Z,\0\n"),
                arguments(DUPLICATE_COLUMN, 1, "requests", "timestamp,requests,REQUESTS\n2026-03-01T00:00:00Z,1,2\n"),
                arguments(DUPLICATE_COLUMN, 1, "tokens_per_min", "timestamp,requests,tokens,tokens_per_min\na,1,2,3\n"),
                arguments(MISSING_COLUMN, 1, "requests", "timestamp,load\n2026-03-01T00:00:00Z,1\n"),
                arguments(MISSING_COLUMN, 1, "requests", "timestamp,tokens_per_min\n2026-03-01T00:00:00Z,1\n"),
                arguments(MISSING_COLUMN, 1, "timestamp", "requests\n1\n"),
                arguments(TOO_MANY_COLUMNS, 1, "", "timestamp,requests" + ",a".repeat(300) + "\n"),
                arguments(LINE_TOO_LONG, 2, "", "timestamp,requests\n" + "1".repeat(1_100_000)),
                arguments(EPOCH_UNIT_MIXED, 3, "timestamp", "timestamp,requests\n1772323200000,1\n1772323260,2\n"),
                arguments(
                        DUPLICATE_TIMESTAMP,
                        3,
                        "timestamp",
                        "timestamp,requests\n2026-03-01T00:00:00Z,1\n2026-03-01T01:00:00+01:00,2\n"),
                arguments(
                        OUT_OF_RANGE,
                        3,
                        "timestamp",
                        "timestamp,requests\n1971-01-01T00:00:00Z,1\n2026-01-01T00:00:00Z,2\n"));
    }

    @ParameterizedTest
    @MethodSource({"cells", "wholeFiles"})
    void everyMistakeIsNamedWithItsPlace(TraceProblem code, long line, String field, String text) throws IOException {
        var reading = new TraceFiles(folder).read(text);
        assertThat(reading.isAccepted()).isFalse();
        assertThat(reading.errors()).anySatisfy(issue -> {
            assertThat(issue.code()).isEqualTo(code);
            assertThat(issue.line()).isEqualTo(line);
            assertThat(issue.field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @MethodSource("timestamps")
    void everyImpossibleTimeIsNamed(TraceProblem code, String text) throws IOException {
        var errors = new TraceFiles(folder).read(text).errors();
        assertThat(errors).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(code);
            assertThat(issue.line()).isEqualTo(2);
            assertThat(issue.field()).isEqualTo("timestamp");
        });
    }

    @Test
    void allMistakesAreReportedAtOnceButNoneCrowdsOutTheOthers() throws IOException {
        var rows = "soon,1\n".repeat(500) + "2026-03-01T00:00:00Z,many\n";
        var reading = new TraceFiles(folder).read("timestamp,requests\n" + rows);
        assertThat(reading.errorCount()).isEqualTo(501);
        assertThat(reading.errors()).hasSize(11).extracting(TraceIssue::code).contains(NOT_A_TIMESTAMP, NOT_A_NUMBER);
    }

    @Test
    void messagesSayWhereAndWhatToDo() throws IOException {
        var issue = new TraceFiles(folder)
                .read(withRequests("ten\u001b[31m"))
                .errors()
                .getFirst();
        assertThat(issue.toIssue("trace.csv"))
                .hasToString("trace.csv, line 3, column requests: \"ten\\u{1b}[31m\" is not a number."
                        + " Write plain digits with a decimal point and no unit.");
    }

    @Test
    void localHoursThatAnAutumnRepeatsAreRefused() throws IOException {
        var reading = new TraceFiles(folder).read("""
                        timestamp,requests
                        2026-11-01T01:00:00,1
                        2026-11-01T01:30:00,2
                        2026-11-01T01:00:00,3
                        """);
        assertThat(reading.errors()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(DUPLICATE_TIMESTAMP);
            assertThat(issue.line()).isEqualTo(4);
        });
    }
}
