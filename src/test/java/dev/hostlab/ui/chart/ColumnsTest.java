package dev.hostlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final int BINS = 500_000;

    @Test
    void noSpikeIsLostHoweverManyBinsThereAre() {
        var values = new double[BINS];
        Arrays.fill(values, 1);
        values[123_457] = 99;
        var columns = Columns.of(new Extremes(values), 0, BINS, 900);
        var highest = IntStream.range(0, columns.width())
                .mapToDouble(columns::greatest)
                .max()
                .orElseThrow();
        assertThat(highest).isEqualTo(99);
    }

    @Test
    void columnsJoinWhereTheBinsDo() {
        var columns = Columns.of(new Extremes(new double[] {3, 1, 2, 5, 4, 6}), 0, 6, 2);
        assertThat(columns.first(0)).isEqualTo(3);
        assertThat(columns.least(0)).isEqualTo(1);
        assertThat(columns.last(0)).isEqualTo(2);
        assertThat(columns.first(1)).isEqualTo(5);
        assertThat(columns.greatest(1)).isEqualTo(6);
    }

    @Test
    void whatHasNoValueIsEmpty() {
        var columns = Columns.of(new Extremes(new double[] {Double.NaN, Double.NaN, 7, Double.NaN}), 0, 4, 2);
        assertThat(columns.isEmpty(0)).isTrue();
        assertThat(columns.first(1)).isEqualTo(7);
        assertThat(Columns.highest(new Extremes(new double[] {Double.NaN, 7}), 0, 2))
                .isEqualTo(7);
    }

    @Test
    void widerThanTheBinsRepeatsThem() {
        var columns = Columns.of(new Extremes(new double[] {1, 2}), 0, 2, 4);
        assertThat(IntStream.range(0, 4).mapToDouble(columns::first)).containsExactly(1.0, 1.0, 2.0, 2.0);
    }
}
