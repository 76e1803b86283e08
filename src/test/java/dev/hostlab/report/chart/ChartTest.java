package dev.hostlab.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

    private static final Axis TO_100 = new Axis(100, 20);

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.2",
        "0.9, 1, 0.2",
        "1, 1, 0.2",
        "2.1, 2.5, 0.5",
        "7, 8, 2",
        "101, 125, 25",
        "2048, 2500, 500",
        "1e6, 1e6, 2e5"
    })
    void axisEndsAtTheNextRoundNumber(double highest, double top, double step) {
        assertThat(Axis.upTo(highest, false)).isEqualTo(new Axis(top, step));
    }

    @Test
    void axisOfTasksHasNoHalves() {
        assertThat(Axis.upTo(2, true)).isEqualTo(new Axis(2, 1));
        assertThat(Axis.upTo(11, true)).isEqualTo(new Axis(15, 5));
    }

    @Test
    void ticksAreExact() {
        assertThat(Axis.upTo(0.3, false).ticks())
                .extracting(BigDecimal::toPlainString)
                .containsExactly("0.0", "0.1", "0.2", "0.3");
    }

    @Test
    void timesAreRoundAndDaysGoByDate() {
        var day = new TimeAxis(Instant.parse("2026-03-02T00:00:00Z"), 86_400);
        assertThat(day.ticks(9))
                .extracting(TimeAxis.Tick::label)
                .startsWith("00:00", "03:00")
                .endsWith("21:00", "00:00");
        var oddStart = new TimeAxis(Instant.parse("2026-03-02T22:50:30Z"), 100_000);
        assertThat(oddStart.ticks(9)).extracting(TimeAxis.Tick::label).startsWith("3 Mar", "06:00");
        var month = new TimeAxis(Instant.parse("2026-03-02T00:00:00Z"), 30 * 86_400);
        assertThat(month.ticks(9))
                .extracting(TimeAxis.Tick::label)
                .startsWith("2 Mar", "6 Mar")
                .hasSize(8);
    }

    @Test
    void noSpikeIsLost() {
        var values = new double[43_200];
        values[31_234] = 100;
        values[7] = 99;
        var path = Path.line(values, TO_100, 100);
        assertThat(path).contains(" 0L").contains(" 1L");
        assertThat(path.chars().filter(c -> c == 'L').count()).isLessThan(701);
    }

    @Test
    void unknownValuesLeaveAGap() {
        assertThat(Path.line(new double[] {50, Double.NaN, 50, 50}, TO_100, 100))
                .isEqualTo("M125 50M625 50L875 50");
        assertThat(Path.line(new double[] {Double.NaN}, TO_100, 100)).isEmpty();
        assertThat(Path.area(new double[] {Double.NaN, 100}, TO_100, 100)).isEqualTo("M0 100L250 100L750 0L1000 100Z");
    }

    @Test
    void stepsHoldTheirValueToTheEndOfTheBin() {
        assertThat(Path.steps(new double[] {0, 0, 100, 50}, TO_100, 100)).isEqualTo("M0 100H500V0H750V50H1000");
    }

    @Test
    void manyStepsAreThinnedOut() {
        var values = new double[10_000];
        Arrays.setAll(values, i -> i % 2 == 0 ? 10 : 20);
        assertThat(Path.steps(values, TO_100, 100).length()).isLessThan(10_000);
    }

    @Test
    void markupEscapesWhatItIsGiven() {
        assertThat(new Markup()
                        .text("title", "<a> & \"b\"\u0001", "class", "x\"y")
                        .toString())
                .isEqualTo("<title class=\"x&quot;y\">&lt;a&gt; &amp; &quot;b&quot; </title>");
    }
}
