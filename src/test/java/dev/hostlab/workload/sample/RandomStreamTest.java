package dev.hostlab.workload.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 5, 16, 16.5, 300})
    void poissonHasItsMeanAndVariance(double mean) {
        var random = new RandomStream(7, Streams.COUNT);
        var draws = DoubleStream.generate(() -> random.poisson(mean))
                .limit(DRAWS / 10)
                .toArray();
        var average = DoubleStream.of(draws).average().orElseThrow();
        var variance = DoubleStream.of(draws)
                .map(x -> (x - average) * (x - average))
                .average()
                .orElseThrow();
        assertThat(average).isCloseTo(mean, within(5 * Math.sqrt(mean / draws.length)));
        assertThat(variance / mean).isCloseTo(1, within(0.06));
    }

    @Test
    void poissonOfNothingIsNothing() {
        assertThat(new RandomStream(7, Streams.COUNT).poisson(0)).isZero();
    }

    @Test
    void normalHasItsMoments() {
        var random = new RandomStream(7, Streams.RATE);
        var draws = DoubleStream.generate(random::normal).limit(DRAWS).toArray();
        assertThat(DoubleStream.of(draws).average().orElseThrow()).isCloseTo(0, within(0.012));
        assertThat(DoubleStream.of(draws).map(x -> x * x).average().orElseThrow())
                .isCloseTo(1, within(0.02));
        assertThat(DoubleStream.of(draws).map(x -> x * x * x * x).average().orElseThrow())
                .isCloseTo(3, within(0.15));
    }

    @Test
    void randomRateHasMeanOneAndItsCorrelation() {
        var rate = new RandomRate(new RandomStream(7, Streams.RATE), 0.5, 0.8);
        var logs =
                DoubleStream.generate(() -> Math.log(rate.next())).limit(DRAWS).toArray();
        assertThat(DoubleStream.of(logs).map(Math::exp).average().orElseThrow()).isCloseTo(1, within(0.02));
        var covariance = 0.0;
        for (var i = 1; i < logs.length; i++) {
            covariance += (logs[i] + 0.125) * (logs[i - 1] + 0.125) / logs.length;
        }
        assertThat(covariance / 0.25).isCloseTo(0.8, within(0.02));
    }

    @Test
    void streamsDifferAndRepeat() {
        assertThat(new RandomStream(1, 1).uniform()).isEqualTo(new RandomStream(1, 1).uniform());
        assertThat(new RandomStream(1, 1).uniform()).isNotEqualTo(new RandomStream(1, 2).uniform());
        assertThat(new RandomStream(1, 1).uniform()).isNotEqualTo(new RandomStream(2, 1).uniform());
    }
}
