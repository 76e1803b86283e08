package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Percentiles come from buckets; they are never off by more than half a per cent of the latency itself.
class PercentileTest {

    private static final double BOUND = 0.005;
    private static final double[] SHARES = {0.01, 0.5, 0.9, 0.95, 0.99, 0.999, 1};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 999, 20_000})
    void theyAreWithinHalfAPerCentOfTheSortedValues(int count) {
        ToDoubleFunction<Random> even = random -> 1 + random.nextDouble() * 1e6;
        ToDoubleFunction<Random> exponential = random -> -Math.log(1 - random.nextDouble()) * 2e9;
        ToDoubleFunction<Random> heavy = random -> Math.exp(3 * random.nextGaussian()) * 1e8;
        ToDoubleFunction<Random> twoHumps =
                random -> (random.nextInt(20) == 0 ? 1e10 : 1e7) + 1e6 * random.nextDouble();
        for (var shape : List.of(even, exponential, heavy, twoHumps)) {
            var random = new Random(count);
            var histogram = new LatencyHistogram();
            var values = new long[count];
            for (var index = 0; index < count; index++) {
                values[index] = (long) shape.applyAsDouble(random);
                histogram.record(values[index]);
            }
            Arrays.sort(values);
            for (var share : SHARES) {
                var exact = values[(int) Math.max(0, Math.ceil(share * count) - 1)];
                assertThat(histogram.percentileNanos(share)).isCloseTo(exact, within(BOUND * exact));
            }
        }
    }

    /// In a run of one minute, a minute's percentiles are those of the run; two tasks are far too few here, so
    /// requests wait.
    @Test
    void everyMinuteHasThoseOfWaitsAndOfResponses() {
        var result = SimulationTest.run(
                Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed()), Plans.minutes(9_000), 1_000, false, 0);
        var minute = result.timeline().orElseThrow();
        assertThat(minute.values("p50Seconds")).containsExactly(seconds(result.responses(), 0.5));
        assertThat(minute.values("p99Seconds")).containsExactly(seconds(result.responses(), 0.99));
        assertThat(minute.values("waitP50Seconds")).containsExactly(seconds(result.waits(), 0.5));
        assertThat(minute.values("waitP95Seconds")).containsExactly(seconds(result.waits(), 0.95));
        assertThat(minute.values("waitP99Seconds")).containsExactly(seconds(result.waits(), 0.99));
        assertThat(seconds(result.waits(), 0.5)).isBetween(1.0, seconds(result.responses(), 0.5));
    }

    private static double seconds(LatencyHistogram latencies, double share) {
        return latencies.percentileNanos(share) / 1e9;
    }
}
