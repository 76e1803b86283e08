package dev.hostlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

    @Test
    void stretchHasTheMiddleOneOfItsValuesAndItsGreatest() {
        var spread = Spread.of(new double[] {5, 1, 9, Double.NaN, 2, 4, Double.NaN, Double.NaN, Double.NaN, 7}, 3);
        assertThat(spread.stretches()).isEqualTo(4);
        assertThat(spread.middle(0)).isEqualTo(5);
        assertThat(spread.greatest(0)).isEqualTo(9);
        assertThat(spread.middle(1))
                .as("of two, the worse one; nothing is averaged")
                .isEqualTo(4);
        assertThat(spread.middle(2)).isNaN();
        assertThat(spread.greatest(2)).isNaN();
        assertThat(spread.middle(3)).isEqualTo(7);
    }

    @ParameterizedTest(name = "bins of {0} s, {1} s a pixel: {2} bins")
    @CsvSource({
        "60, 5, 1",
        "60, 15, 1",
        "60, 16, 2",
        "60, 192, 15",
        "60, 1344, 120",
        "20, 15, 3",
        "3600, 1344, 2",
        "60, 400000, 26667"
    })
    void stretchIsAsWideAsItTakesToBeSeen(double binSeconds, double secondsPerPixel, int bins) {
        assertThat(Spread.bins(binSeconds, secondsPerPixel)).isEqualTo(bins);
    }
}
