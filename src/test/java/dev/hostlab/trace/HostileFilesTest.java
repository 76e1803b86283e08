package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that would hang a careless reader or fill its memory: all are refused, and in no time.
class HostileFilesTest {

    private static final String HEADER = "timestamp,requests,workload\n";

    private static final String ROW = "2026-03-14T09:00:00Z,1,";

    /// So long that only a hang takes it.
    private static final Duration HANG = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    @Test
    void aPipeThatNobodyWritesToIsNotOpened() throws IOException, InterruptedException {
        var pipe = folder.resolve("pipe.csv");
        var mkfifo = Path.of("/usr/bin/mkfifo");
        assumeTrue(Files.isExecutable(mkfifo), "Skipped: this machine has no mkfifo.");
        assertThat(new ProcessBuilder(mkfifo.toString(), pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(codesOf(pipe)).containsExactly(TraceProblem.NOT_REGULAR_FILE);
        var link = Files.createSymbolicLink(folder.resolve("link.csv"), pipe);
        assertThat(codesOf(link)).containsExactly(TraceProblem.NOT_REGULAR_FILE);
    }

    @Test
    void linksLeadToWhatTheyName() throws IOException {
        var toFolder = Files.createSymbolicLink(folder.resolve("folder.csv"), folder);
        assertThat(codesOf(toFolder)).containsExactly(TraceProblem.IS_DIRECTORY);
        var zeros = Path.of("/dev/zero");
        assumeTrue(Files.exists(zeros), "Skipped: this machine has no /dev/zero.");
        var toDevice = Files.createSymbolicLink(folder.resolve("device.csv"), zeros);
        assertThat(codesOf(toDevice)).containsExactly(TraceProblem.NOT_REGULAR_FILE);
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                arguments("zeros", TraceProblem.EXPANDS_TOO_LARGE, "", "0", 24),
                arguments("empty lines", TraceProblem.EXPANDS_TOO_LARGE, "", "\n", 24),
                arguments("one cell", TraceProblem.LINE_TOO_LONG, HEADER + ROW, "a", 4),
                arguments("a quote that never closes", TraceProblem.UNBALANCED_QUOTE, HEADER + ROW + '"', "a\n", 4),
                arguments("columns", TraceProblem.TOO_MANY_COLUMNS, "", "a,", 1),
                arguments("series in Grafana", TraceProblem.TOO_MANY_COLUMNS, "\"Time\"", ",\"s\"", 1),
                arguments("lists in lists", TraceProblem.NOT_CSV, "{\"MetricDataResults\":", "[", 1),
                arguments("a name without end", TraceProblem.NOT_CSV, "{\"MetricDataResults\":[{\"Id\":\"", "a", 22),
                arguments("brackets of a log", TraceProblem.MISSING_COLUMN, "a - ", "[", 1),
                arguments("blanks of a log", TraceProblem.RAGGED_ROW, "http 2026-03-14T09:00:00 ", " ", 1),
                arguments(
                        "quotes of a log",
                        TraceProblem.LINE_TOO_LONG,
                        "1.2.3.4 - - [14/Mar/2026:09:00:00 +0000] \"GET /",
                        "\\\"",
                        2));
    }

    /// @param megabytes how often the piece is repeated, in bytes
    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void whatUnpacksToNonsenseIsRefused(String what, TraceProblem code, String start, String piece, int megabytes)
            throws IOException {
        var times = Math.max(1, megabytes * 1_000_000 / piece.length() - 40_000);
        var packed = packed(start, piece, times);
        assertThat(packed.length).as(what).isLessThan(300_000);
        assertThat(codesOf(packed)).as(what).contains(code);
    }

    @Test
    void whatFollowsAGzipIsNotPassedOver() throws IOException {
        var whole = packed(HEADER + ROW + "a\n", "", 1);
        var second = packed("2026-03-14T09:01:00Z,1,b\n", "", 1);
        assertThat(codesOf(joined(whole, second))).isEmpty();
        assertThat(codesOf(joined(whole, new byte[60_000]))).isEmpty();
        assertThat(codesOf(joined(whole, "junk".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(TraceProblem.TRUNCATED);
        assertThat(codesOf(joined(whole, Arrays.copyOf(second, 6)))).containsExactly(TraceProblem.TRUNCATED);
        assertThat(codesOf(joined(whole, Arrays.copyOf(second, second.length - 5))))
                .containsExactly(TraceProblem.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\u0090\0\3\0", "RIFF\0\0", "PGDMP\1\16\0", "ARROW1\0\0", "Obj\1\4", "OggS\0", "ID3\3\0"})
    void otherKindsOfFilesAreCalledByTheirNames(String start) throws IOException {
        var bytes = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 300);
        assertThat(codesOf(bytes)).containsExactly(TraceProblem.NOT_TEXT);
    }

    private static byte[] packed(String start, String piece, int times) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(start.getBytes(StandardCharsets.UTF_8));
            var many = piece.repeat(Math.min(times, 10_000)).getBytes(StandardCharsets.UTF_8);
            for (var left = times; left > 0; left -= 10_000) {
                gzip.write(many);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private Iterable<TraceProblem> codesOf(byte[] bytes) throws IOException {
        return codesOf(Files.write(folder.resolve("hostile.csv"), bytes));
    }

    private static Iterable<TraceProblem> codesOf(Path path) {
        var reading = assertTimeoutPreemptively(HANG, () -> TraceReader.read(path, ReadOptions.DEFAULT));
        return reading.errors().stream().map(TraceIssue::code).toList();
    }
}
