package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that cannot be read at all, or are larger than anyone means.
class TraceFileProblemsTest {

    private static final TraceLimits TIGHT = new TraceLimits(2_000_000, 30_000_000, 200, 1_000, 10, 10, 2, 2, 5, 5);

    @TempDir
    private Path folder;

    @Test
    void absentFile() throws IOException {
        assertThat(codeOf(folder.resolve("none.csv"))).isEqualTo(TraceProblem.NOT_FOUND);
        var file = Files.createFile(folder.resolve("file"));
        assertThat(codeOf(file.resolve("trace.csv"))).isEqualTo(TraceProblem.NOT_FOUND);
    }

    @Test
    void danglingLink() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("gone.csv"));
        assertThat(codeOf(link)).isEqualTo(TraceProblem.NOT_FOUND);
    }

    @Test
    void circleOfLinks() throws IOException {
        var one = folder.resolve("one.csv");
        Files.createSymbolicLink(one, folder.resolve("two.csv"));
        Files.createSymbolicLink(folder.resolve("two.csv"), one);
        assertThat(codeOf(one)).isEqualTo(TraceProblem.SYMLINK_LOOP);
    }

    @Test
    void folderInsteadOfFile() throws IOException {
        assertThat(codeOf(folder)).isEqualTo(TraceProblem.IS_DIRECTORY);
    }

    @Test
    void device() throws IOException {
        var device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device), "Skipped: this machine has no /dev/zero.");
        assertThat(codeOf(device)).isEqualTo(TraceProblem.NOT_REGULAR_FILE);
    }

    @Test
    void fileWithoutRightToRead() throws IOException {
        var file = Files.writeString(folder.resolve("secret.csv"), TraceFiles.THREE_MINUTES);
        assumeTrue(file.toFile().setReadable(false), "Skipped: rights cannot be taken away here.");
        assumeFalse(Files.isReadable(file), "Skipped: this user may read everything.");
        assertThat(codeOf(file)).isEqualTo(TraceProblem.PERMISSION_DENIED);
    }

    @Test
    void gzipIsReadAndItsOwnBytesAreChecksummed() throws IOException {
        var packed = TraceFiles.gzip(TraceFiles.THREE_MINUTES);
        var reading = (TraceReading.Accepted) new TraceFiles(folder).read(packed);
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.summary().rows()).isEqualTo(3);
        assertThat(reading.workload().sha256())
                .isNotEqualTo(((TraceReading.Accepted) new TraceFiles(folder).read(TraceFiles.THREE_MINUTES))
                        .workload()
                        .sha256());
    }

    @Test
    void checksumIsThatOfTheBytes() throws IOException {
        var reading =
                (TraceReading.Accepted) new TraceFiles(folder).read("timestamp,requests\n2026-03-01T00:00:00Z,1\n");
        // printf 'timestamp,requests\n2026-03-01T00:00:00Z,1\n' | sha256sum
        assertThat(reading.workload().sha256())
                .isEqualTo("14d4c93c79cf2a656421d418784eecd1542f49477db97826a176ff17cfdace33");
    }

    @Test
    void gzipThatEndsEarly() throws IOException {
        var packed = TraceFiles.gzip(manyRows(2_000));
        for (var length : new int[] {5, 12, packed.length / 2, packed.length - 3}) {
            var reading = new TraceFiles(folder).read(Arrays.copyOf(packed, length));
            assertThat(reading.errors()).extracting(TraceIssue::code).contains(TraceProblem.TRUNCATED);
        }
    }

    @Test
    void gzipThatIsDamaged() throws IOException {
        var packed = TraceFiles.gzip(TraceFiles.THREE_MINUTES);
        packed[packed.length - 6] ^= 1;
        assertThat(new TraceFiles(folder).read(packed).errors())
                .extracting(TraceIssue::code)
                .containsExactly(TraceProblem.TRUNCATED);
    }

    @Test
    void gzipThatGrowsOutOfProportion() throws IOException {
        var packed = TraceFiles.gzip("timestamp,requests\n" + "2026-03-01T00:00:00Z,1\n".repeat(1_000_000));
        assertThat(new TraceFiles(folder).read(packed).errors())
                .extracting(TraceIssue::code)
                .contains(TraceProblem.EXPANDS_TOO_LARGE);
    }

    @Test
    void fileBeyondTheLimit() throws IOException {
        var reading = new TraceFiles(folder).read(new byte[2_000_001], limited());
        assertThat(reading.errors()).extracting(TraceIssue::code).containsExactly(TraceProblem.TOO_LARGE);
    }

    @Test
    void moreRowsThanTheLimit() throws IOException {
        assertThat(new TraceFiles(folder).read(manyRows(6), limited()).errors())
                .extracting(TraceIssue::code)
                .containsExactly(TraceProblem.TOO_LARGE);
        var requests = "timestamp\n" + "2026-03-01T00:00:00Z\n".repeat(6);
        assertThat(new TraceFiles(folder).read(requests, limited()).errors())
                .extracting(TraceIssue::code)
                .containsExactly(TraceProblem.TOO_LARGE);
    }

    @Test
    void moreNamesThanTheLimit() throws IOException {
        var reading = new TraceFiles(folder).read("""
                        timestamp,requests,workload
                        2026-03-01T00:00:00Z,1,a
                        2026-03-01T00:01:00Z,1,b
                        2026-03-01T00:02:00Z,1,c
                        """, limited());
        assertThat(reading.errors()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(TraceProblem.TOO_MANY_WORKLOADS);
            assertThat(issue.line()).isEqualTo(4);
        });
    }

    private static ReadOptions limited() {
        return ReadOptions.DEFAULT.withLimits(TIGHT);
    }

    private static TraceProblem codeOf(Path path) throws IOException {
        return TraceReader.read(path, ReadOptions.DEFAULT).errors().getFirst().code();
    }

    private static String manyRows(int rows) {
        var csv = new StringBuilder("timestamp,requests\n");
        for (var row = 0; row < rows; row++) {
            csv.append(1_772_323_200L + 60L * row)
                    .append(',')
                    .append(row * 7_919 % 997)
                    .append('\n');
        }
        return csv.toString();
    }
}
