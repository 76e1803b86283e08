package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.hostlab.workload.LoadFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
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

    /// A file for each reader, those that only the user can name too.
    static List<LayoutSample> samples() {
        var traffic = Traffic.of(40);
        var all = new ArrayList<>(LayoutSample.all(traffic));
        all.addAll(UsageSamples.withoutRequests(traffic));
        var known = List.copyOf(all);
        known.stream()
                .filter(sample -> sample.format() == TraceFormat.LITELLM_JSON)
                .forEach(sample -> all.add(sample.as("json-list", TraceFormat.JSON_LIST)));
        known.stream()
                .filter(sample -> sample.format() == TraceFormat.PER_REQUEST)
                .limit(1)
                .forEach(sample -> all.add(sample.as("mapped", TraceFormat.MAPPED)));
        return all;
    }

    @Test
    void everyReaderHasASample() {
        assertThat(samples()).extracting(LayoutSample::format).contains(TraceFormat.values());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void undamagedFilesAreRead(LayoutSample sample) throws IOException {
        var reading = new TraceFiles(folder).read(sample.bytes(), named(sample));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.sample().map(TableSample::format)).contains(sample.format());
    }

    /// Every second file is read by the reader that it was written for, whatever it looks like.
    @ParameterizedTest
    @MethodSource("samples")
    void damagedFilesAreReadOrRefusedWithReasons(LayoutSample sample) {
        var random = new Random(sample.name().hashCode());
        assertTimeoutPreemptively(HANG, () -> {
            for (var i = 0; i < EACH; i++) {
                check(mutated(sample.bytes(), random), i % 2 == 0 ? ReadOptions.DEFAULT : named(sample));
            }
        });
    }

    /// The reader is named, and for columns that no reader knows their roles.
    private static ReadOptions named(LayoutSample sample) {
        var choices = ImportChoices.NONE.with(Choice.FORMAT, sample.format().id());
        return ReadOptions.DEFAULT.withChoices(
                switch (sample.format()) {
                    case MAPPED ->
                        choices.withColumns(Map.of(
                                TraceColumn.TIMESTAMP, List.of("1"),
                                TraceColumn.INPUT_TOKENS, List.of("2"),
                                TraceColumn.OUTPUT_TOKENS, List.of("3")));
                    case JSON_LIST ->
                        choices.withColumns(Map.of(
                                TraceColumn.TIMESTAMP, List.of("startTime"),
                                TraceColumn.INPUT_TOKENS, List.of("prompt_tokens"),
                                TraceColumn.OUTPUT_TOKENS, List.of("completion_tokens")));
                    default -> choices;
                });
    }

    private void check(byte[] bytes, ReadOptions options) throws IOException {
        var reading = new TraceFiles(folder).read(bytes, options);
        if (reading instanceof TraceReading.Accepted accepted) {
            var totals = accepted.summary().totals();
            assertThat(List.of(totals.requests(), totals.inputTokens(), totals.outputTokens()))
                    .allSatisfy(total -> assertThat(total).isFinite().isNotNegative());
            assertThat(accepted.summary().to()).isAfter(accepted.summary().from());
            assertThat(accepted.summary().binSeconds()).isFinite();
            var load = LoadFigures.of(accepted.workload());
            assertThat(load.meanPerMinute()).isFinite().isNotNegative();
            assertThat(load.peakPerMinute()).isFinite().isNotNegative();
            assertThat(load.picture()).allSatisfy(height -> assertThat(height).isBetween(0.0, 1.0));
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
