package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The requests of a bin are spread over its time as uniform draws are, whether it takes one block or many.
class BinTimesTest {

    private static final long START = 7_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;
    private static final double SMALLEST_P = 0.001;

    /// One request, less than a block, a block and one more, and many blocks with a part.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500, 2_047, 2_048, 2_049, 4_096, 100_000})
    void everyRequestComesInOrderWithinTheBin(int many) {
        for (var even : new boolean[] {false, true}) {
            var times = times(many, 0, even);
            assertThat(times).hasSize(many).isSorted();
            assertThat(times[0]).isGreaterThanOrEqualTo(START);
            assertThat(times[many - 1]).isLessThan(START + MINUTE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 2_048, 2_049, 5_000, 100_000})
    void timesAreUniformOverTheBin(int many) {
        var uniform = new UniformRealDistribution(START, START + MINUTE);
        var test = new KolmogorovSmirnovTest();
        for (var replication = 0; replication < 5; replication++) {
            assertThat(test.kolmogorovSmirnovTest(uniform, doubles(times(many, replication, false))))
                    .isGreaterThan(SMALLEST_P);
        }
    }

    /// Gaps between n uniform draws are exponential but for terms of 1 ÷ n; blocks must not show in them.
    @Test
    void gapsAreExponentialAcrossBlocks() {
        var times = times(200_000, 3, false);
        var gaps = new double[times.length - 1];
        for (var index = 0; index < gaps.length; index++) {
            gaps[index] = times[index + 1] - times[index];
        }
        var mean = (double) MINUTE / times.length;
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new ExponentialDistribution(mean), gaps))
                .isGreaterThan(SMALLEST_P);
    }

    /// How many of 5,000 fall in the first half is binomial: mean 2,500, variance 1,250. A beta variate of the
    /// wrong spread at a block's end would show here.
    @Test
    void countsInAPartOfTheBinVaryAsBinomialOnesDo() {
        var runs = 2_000;
        var counts = new double[runs];
        for (var replication = 0; replication < runs; replication++) {
            var until = START + MINUTE / 2;
            counts[replication] = Arrays.stream(times(5_000, replication, false))
                    .filter(time -> time < until)
                    .count();
        }
        var mean = Arrays.stream(counts).average().orElseThrow();
        var variance = Arrays.stream(counts)
                .map(count -> (count - 2_500) * (count - 2_500))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(2_500, within(5 * Math.sqrt(1_250.0 / runs)));
        assertThat(variance).isCloseTo(1_250, within(5 * 1_250 * Math.sqrt(2.0 / runs)));
    }

    /// Every second of the minute gets its share.
    @Test
    void noPartOfTheBinIsFavoured() {
        var counts = new long[60];
        for (var replication = 0; replication < 200; replication++) {
            for (var time : times(3_000, replication, false)) {
                counts[(int) ((time - START) / (MINUTE / 60))]++;
            }
        }
        var expected = new double[60];
        Arrays.fill(expected, 200 * 3_000 / 60.0);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(SMALLEST_P);
    }

    @Test
    void evenSpacingLeavesHalfAGapAtEitherEnd() {
        var times = times(6_000, 0, true);
        for (var index = 0; index < times.length; index++) {
            assertThat((double) times[index]).isCloseTo(START + (index + 0.5) * MINUTE / 6_000, within(1.5));
        }
    }

    /// One by one and in batches that end anywhere are the same.
    @Test
    void fillingGivesTheSameAsAskingOneByOne() {
        var oneByOne = times(10_000, 4, false);
        var bin = bin(10_000, 4, false);
        var filled = new long[10_000];
        for (int from = 0, size = 1; from < filled.length; from += size, size = size * 3 % 1_000 + 1) {
            size = Math.min(size, filled.length - from);
            bin.fill(filled, from, from + size);
        }
        assertThat(filled).isEqualTo(oneByOne);
    }

    private static long[] times(int many, int replication, boolean even) {
        var bin = bin(many, replication, even);
        return LongStream.generate(bin::next).limit(many).toArray();
    }

    private static BinTimes bin(int many, int replication, boolean even) {
        var bin = new BinTimes(new RunId(7, replication, even));
        bin.open(START, MINUTE, 12_345, many);
        return bin;
    }

    private static double[] doubles(long[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}
