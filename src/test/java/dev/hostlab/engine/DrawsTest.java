package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The drawn distributions against commons-math3. Seeds are fixed, so nothing here is up to chance twice; a check that
/// asks for a p-value above 0.001 would fail for one seed in a thousand with correct draws.
class DrawsTest {

    private static final int MANY = 2_000_000;
    private static final double SMALLEST_P = 0.001;

    /// Where the lowest layer of the ziggurat ends and its tail begins.
    private static final double TAIL = 7.697117470131;

    private static final ExponentialDistribution EXPONENTIAL = new ExponentialDistribution(1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void exponentialDrawsHaveTheMomentsOfTheDistribution(long seed) {
        var values = exponentials(seed, MANY);
        // moments of order k are k!, their variance (2k)! − k!²: five standard errors
        assertThat(meanOf(values, 1)).isCloseTo(1, within(5 * Math.sqrt(1.0 / MANY)));
        assertThat(meanOf(values, 2)).isCloseTo(2, within(5 * Math.sqrt((24.0 - 4) / MANY)));
        assertThat(meanOf(values, 3)).isCloseTo(6, within(5 * Math.sqrt((720.0 - 36) / MANY)));
        assertThat(meanOf(values, 4)).isCloseTo(24, within(5 * Math.sqrt((40_320.0 - 576) / MANY)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void exponentialDrawsPassKolmogorovSmirnov(long seed) {
        assertThat(pOfKolmogorovSmirnov(EXPONENTIAL, exponentials(seed, 200_000)))
                .isGreaterThan(SMALLEST_P);
    }

    /// Bins that are as likely as each other, far more of them than layers, so that every layer's
    /// edge is looked at.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void exponentialDrawsFillEvenBinsEvenly(long seed) {
        var bins = 4_096;
        var counts = new long[bins];
        for (var value : exponentials(seed, MANY)) {
            counts[(int) (bins * EXPONENTIAL.cumulativeProbability(value))]++;
        }
        var expected = new double[bins];
        Arrays.fill(expected, (double) MANY / bins);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(SMALLEST_P);
    }

    /// Beyond the lowest layer, where one draw in 2,200 lies, and beyond it once more.
    @Test
    void theTailIsExponentialAgain() {
        var draws = 20_000_000;
        var beyond = IntStream.range(0, draws)
                .mapToDouble(index -> Draws.exponential(Draws.bits(99, index)))
                .filter(value -> value >= TAIL)
                .map(value -> value - TAIL)
                .toArray();
        var expected = draws * Math.exp(-TAIL);
        assertThat((double) beyond.length).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        assertThat(pOfKolmogorovSmirnov(EXPONENTIAL, beyond)).isGreaterThan(SMALLEST_P);
        assertThat(Arrays.stream(beyond).max().orElseThrow()).isGreaterThan(TAIL);
    }

    /// Lags of 1 to 3 in a stream, the same place in two streams, and each draw with the bits of its layer.
    @Test
    void neighbouringPlacesAndStreamsAreIndependent() {
        var first = exponentials(1, MANY);
        var correlation = new PearsonsCorrelation();
        for (var lag = 1; lag <= 3; lag++) {
            var earlier = Arrays.copyOf(first, MANY - lag);
            var later = Arrays.copyOfRange(first, lag, MANY);
            assertThat(correlation.correlation(earlier, later)).isCloseTo(0, within(5 / Math.sqrt(MANY)));
        }
        assertThat(correlation.correlation(first, exponentials(2, MANY))).isCloseTo(0, within(5 / Math.sqrt(MANY)));
        var pairs = new long[32][32];
        for (var index = 0; index + 1 < MANY; index += 2) {
            pairs[(int) (32 * -Math.expm1(-first[index]))][(int) (32 * -Math.expm1(-first[index + 1]))]++;
        }
        assertThat(new ChiSquareTest().chiSquareTest(pairs)).isGreaterThan(SMALLEST_P);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, 0xFF, 0x100, ~0xFFL, 1L << 63, Long.MAX_VALUE, 0x7FF, ~0x7FFL, 0x800, -2})
    void extremeBitsGiveProperGaps(long bits) {
        assertThat(Draws.exponential(bits)).isPositive().isFinite();
        assertThat(Draws.unit(bits)).isStrictlyBetween(0.0, 1.0);
        for (var layer = 0L; layer < 256; layer++) {
            assertThat(Draws.exponential((bits & ~0xFFL) | layer)).isPositive().isLessThan(50);
        }
    }

    /// The bits, not the clock or the order, make the draw; a stream can be entered anywhere.
    @Test
    void aDrawDependsOnItsPlaceOnly() {
        var values = exponentials(5, 1_000);
        for (var index = 999; index >= 0; index--) {
            assertThat(Draws.exponential(Draws.bits(5, index))).isEqualTo(values[index]);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "2, 3", "30, 4", "2048, 2", "2048, 2048", "2048, 500000"})
    void betaDrawsPassKolmogorovSmirnov(double a, double b) {
        var values = drawn(20_000, index -> BetaDraw.of(Draws.bits(11, index), a, b));
        assertThat(StatUtils.min(values)).isPositive();
        assertThat(StatUtils.max(values)).isLessThan(1);
        assertThat(pOfKolmogorovSmirnov(new BetaDistribution(new MersenneTwister(1), a, b), values))
                .isGreaterThan(SMALLEST_P);
        var variance = a * b / ((a + b) * (a + b) * (a + b + 1));
        assertThat(StatUtils.mean(values)).isCloseTo(a / (a + b), within(5 * Math.sqrt(variance / values.length)));
    }

    private static double pOfKolmogorovSmirnov(RealDistribution distribution, double[] values) {
        return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, values);
    }

    private static double[] exponentials(long key, int many) {
        return drawn(many, index -> Draws.exponential(Draws.bits(key, index)));
    }

    private static double[] drawn(int many, IntToDoubleFunction draw) {
        return IntStream.range(0, many).mapToDouble(draw).toArray();
    }

    private static double meanOf(double[] values, int power) {
        return Arrays.stream(values)
                .map(value -> Math.pow(value, power))
                .average()
                .orElseThrow();
    }
}
