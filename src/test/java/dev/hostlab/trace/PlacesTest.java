package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mistakes deep in a file, after comments, in cells of several lines and in the files of other programs: each is named
/// with its physical line and its column.
class PlacesTest {

    private static final String HEADER = "timestamp,requests\n";

    private static final String TWO_ROWS = HEADER + "2026-03-14T09:00:00Z,1\n2026-03-14T09:01:00Z,1\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "AMBIGUOUS_NUMBER,~\"2,500\"~",
                "AMBIGUOUS_NUMBER,1.234.567",
                "NOT_A_NUMBER,1\u2019000",
                "NOT_A_NUMBER,12\u202f345",
                "NEGATIVE_VALUE,-1e-9",
                "NOT_FINITE,1e999999999",
                "NOT_A_NUMBER,0x1p4",
                "NOT_A_NUMBER,1.2k",
                "NOT_A_NUMBER,1/2",
                "NOT_A_NUMBER,#DIV/0!",
                "NOT_A_NUMBER,\u2163",
                "OUT_OF_RANGE,9007199254740993000",
                "MISSING_VALUE,~   ~"
            })
    void numbers(TraceProblem code, String cell) throws IOException {
        check(code, 4, "requests", TWO_ROWS + "2026-03-14T09:02:00Z," + cell + "\n2026-03-14T09:03:00Z,1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_A_TIMESTAMP,2026-02-30T00:00:00Z",
        "NOT_A_TIMESTAMP,2026-03-14T09:59:61Z",
        "NOT_A_TIMESTAMP,2026-03-14T24:30:00Z",
        "NOT_A_TIMESTAMP,2026-W11-6",
        "NOT_A_TIMESTAMP,2026-073",
        "NOT_A_TIMESTAMP,20260314T090200Z",
        "NOT_A_TIMESTAMP,2026-03-14T09:02:00+01:00[Europe/Paris]",
        "NOT_A_TIMESTAMP,Total",
        "AMBIGUOUS_DATE,03/04/2026 09:02",
        "OUT_OF_RANGE,2226-03-14T09:02:00Z",
        "MISSING_VALUE,''"
    })
    void times(TraceProblem code, String cell) throws IOException {
        check(code, 4, "timestamp", TWO_ROWS + cell + ",3\n");
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments(
                        TraceProblem.NOT_A_NUMBER,
                        6,
                        "requests",
                        "# a\n# b\n" + HEADER + "2026-03-14T09:00:00Z,1\n# c\n2026-03-14T09:01:00Z,x\n"),
                arguments(
                        TraceProblem.NOT_A_NUMBER,
                        3,
                        "requests",
                        TWO_ROWS.replace(":01:00Z,1", ":01:00Z,x").replace('\n', '\r')),
                arguments(
                        TraceProblem.NOT_A_NUMBER,
                        5,
                        "requests",
                        "timestamp,requests,workload\n2026-03-14T09:00:00Z,1,\"a\nb\nc\"\n2026-03-14T09:01:00Z,x,y\n"));
    }

    static Stream<Arguments> quotesAndEnds() {
        return Stream.of(
                arguments(
                        TraceProblem.UNBALANCED_QUOTE,
                        3,
                        "workload",
                        "workload,timestamp,requests\nx,2026-03-14T09:00:00Z,1\n\"x,2026-03-14T09:01:00Z,1\n"),
                arguments(
                        TraceProblem.STRAY_QUOTE,
                        4,
                        "workload",
                        "timestamp,requests,workload\n2026-03-14T09:00:00Z,1,\"a\nb\"\n2026-03-14T09:01:00Z,1,x\"y\n"),
                arguments(TraceProblem.DUPLICATE_TIMESTAMP, 4, "timestamp", TWO_ROWS + "2026-03-14T09:00:00Z,7\n"),
                arguments(TraceProblem.RAGGED_ROW, 4, "", TWO_ROWS + "2026-03-14T09:0"),
                arguments(TraceProblem.NOT_A_TIMESTAMP, 4, "timestamp", TWO_ROWS + HEADER));
    }

    static Stream<Arguments> otherFormats() {
        return Stream.of(
                arguments(
                        TraceProblem.NEGATIVE_VALUE,
                        3,
                        "ContextTokens",
                        "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:17:03.97,5,1\n2023-11-16 18:17:04,-5,1\n"),
                arguments(
                        TraceProblem.OUT_OF_RANGE,
                        3,
                        "arrived_at",
                        "arrived_at,num_prefill_tokens,num_decode_tokens\n0,5,1\n-1,5,1\n"),
                arguments(
                        TraceProblem.NOT_A_TIMESTAMP,
                        4,
                        "timestamp",
                        "metric_name,timestamp,metric_value\nhttp_reqs,1773478800,1\nvus,x,1\nhttp_reqs,yesterday,1\n"),
                arguments(TraceProblem.NOT_A_NUMBER, 3, "Total Request Count", """
            Timestamp,User Count,Type,Name,Total Request Count
            1773478800,1,,Aggregated,5
            1773478801,1,,Aggregated,abc
            """),
                arguments(
                        TraceProblem.NOT_FINITE,
                        2,
                        "num_model_requests",
                        "start_time,end_time,num_model_requests,input_tokens\n1773478800,1773565200,1.5e400,5\n"));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(
                        TraceProblem.NOT_A_TIMESTAMP,
                        3,
                        "timestamp",
                        "{\"MetricDataResults\":[{\"Id\":\"a\",\"Label\":\"RequestCount\",\"Timestamps\":"
                                + "[\"2026-03-14T09:00:00Z\",\"x\"],\n\"Values\":[1,\n2]}]}"),
                arguments(TraceProblem.NOT_A_NUMBER, 2, "input_length", """
            {"timestamp": 0, "input_length": 5, "output_length": 1, "hash_ids": []}
            {"timestamp": 5, "input_length": "x", "output_length": 1, "hash_ids": []}
            """),
                arguments(TraceProblem.MISSING_VALUE, 2, "requests", """
            {"time":"2026-03-14T09:00:00Z","requests":1}
            {"time":"2026-03-14T09:01:00Z","requests":null}
            """));
    }

    @ParameterizedTest
    @MethodSource({"lines", "quotesAndEnds", "otherFormats", "answers"})
    void files(TraceProblem code, long line, String field, String text) throws IOException {
        check(code, line, field, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "+3", ".5", "2.", "1.5e1"})
    void unusualNumbersAreNoMistakes(String cell) throws IOException {
        assertThat(new TraceFiles(folder)
                        .read(TWO_ROWS + "2026-03-14T09:02:00Z," + cell + "\n")
                        .errors())
                .isEmpty();
    }

    private void check(TraceProblem code, long line, String field, String text) throws IOException {
        assertThat(new TraceFiles(folder).read(text).errors()).anySatisfy(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.field()).isEqualTo(field);
        });
    }
}
