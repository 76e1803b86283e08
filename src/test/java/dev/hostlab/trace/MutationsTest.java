package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Valid files with bits flipped, pieces cut out or copied elsewhere: whatever comes of it, it comes in an orderly way.
///
/// `-Dhostlab.mutations=10000` tries more of them than an ordinary build does.
class MutationsTest {

    private static final int EACH = Integer.getInteger("hostlab.mutations", 60);

    /// So long that only a hang takes it.
    private static final Duration HANG = Duration.ofMinutes(30);

    @TempDir
    private Path folder;

    static List<LayoutSample> samples() {
        return LayoutSample.all(Traffic.of(40));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void damagedFilesAreReadOrRefusedWithReasons(LayoutSample sample) {
        var random = new Random(sample.name().hashCode());
        assertTimeoutPreemptively(HANG, () -> {
            for (var i = 0; i < EACH; i++) {
                check(mutated(sample.bytes(), random));
            }
        });
    }

    private void check(byte[] bytes) throws IOException {
        var reading = new TraceFiles(folder).read(bytes);
        if (reading instanceof TraceReading.Accepted accepted) {
            var totals = accepted.summary().totals();
            assertThat(List.of(totals.requests(), totals.inputTokens(), totals.outputTokens()))
                    .allSatisfy(total -> assertThat(total).isFinite().isNotNegative());
            assertThat(accepted.summary().to()).isAfter(accepted.summary().from());
            assertThat(accepted.summary().binSeconds()).isFinite();
        } else {
            assertThat(reading.errors()).isNotEmpty().allSatisfy(error -> {
                assertThat(error.line()).isNotNegative();
                assertThat(error.message()).isNotBlank().doesNotContain("\n");
            });
        }
    }

    private static byte[] mutated(byte[] valid, Random random) {
        var bytes = valid;
        for (var times = 1 + random.nextInt(3); times > 0 && bytes.length > 1; times--) {
            bytes = switch (random.nextInt(5)) {
                case 0, 1 -> flipped(bytes, random);
                case 2 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
                case 3 -> cut(bytes, random);
                default -> spliced(bytes, random);
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        var copy = bytes.clone();
        for (var flips = 1 + random.nextInt(8); flips > 0; flips--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length);
        var to = from + random.nextInt(bytes.length - from);
        var rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static byte[] spliced(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length);
        var length = random.nextInt(Math.min(200, bytes.length - from) + 1);
        var at = random.nextInt(bytes.length);
        var longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        System.arraycopy(bytes, from, longer, at, length);
        return longer;
    }
}
