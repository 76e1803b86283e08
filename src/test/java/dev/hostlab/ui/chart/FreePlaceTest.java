package dev.hostlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One pixel a bin; a value of 0 is drawn at 100 from the top, one of 100 at the top.
class FreePlaceTest {

    private static final int WIDTH = 200;
    private static final FreePlace WORDS = new FreePlace(40, 60, 75);

    private static double y(double value) {
        return 100 - value;
    }

    private static Columns line(double level, int spikeAt, double spike) {
        var values = new double[WIDTH];
        Arrays.fill(values, level);
        values[spikeAt] = spike;
        return Columns.of(new Extremes(values), 0, WIDTH, WIDTH);
    }

    @Test
    void wordsStandAtTheRightWhereNothingIsInTheWay() {
        assertThat(WORDS.end(List.of(line(10, 20, 90)), FreePlaceTest::y)).hasValue(WIDTH);
    }

    /// The spike at 180 rises from column 179 on, from below the words to above them without a value between.
    @Test
    void wordsStandLeftOfASpike() {
        assertThat(WORDS.end(List.of(line(10, 180, 90)), FreePlaceTest::y)).hasValue(179);
    }

    @Test
    void aSpikeThatStaysBelowTheWordsIsNotInTheWay() {
        assertThat(WORDS.end(List.of(line(10, 180, 20)), FreePlaceTest::y)).hasValue(WIDTH);
    }

    @Test
    void thereIsNoPlaceAmongLinesThatAreEverywhere() {
        assertThat(WORDS.end(List.of(line(10, 0, 10), line(30, 0, 30)), FreePlaceTest::y)).isEmpty();
    }
}
