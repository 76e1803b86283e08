package dev.hostlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExtremesTest {

    @Test
    void anyStretchHasTheExtremesThatLookingAtEachBinFinds() {
        var random = new Random(7);
        var values = random.doubles(5_000).toArray();
        for (var i = 0; i < values.length; i += 13) {
            values[i] = Double.NaN;
        }
        var extremes = new Extremes(values);
        for (var round = 0; round < 2_000; round++) {
            var start = random.nextInt(values.length);
            var end = start + 1 + random.nextInt(values.length - start);
            var finite =
                    Arrays.stream(values, start, end).filter(Double::isFinite).summaryStatistics();
            if (finite.getCount() > 0) {
                assertThat(extremes.least(start, end)).isEqualTo(finite.getMin());
                assertThat(extremes.greatest(start, end)).isEqualTo(finite.getMax());
            }
        }
    }

    @Test
    void nothingHasNoExtremes() {
        var extremes = new Extremes(new double[] {Double.NaN, Double.POSITIVE_INFINITY, 3});
        assertThat(extremes.greatest(0, 2)).isNaN();
        assertThat(extremes.least(2, 2)).isNaN();
        assertThat(new Extremes(new double[0]).greatest(0, 0)).isNaN();
    }
}
