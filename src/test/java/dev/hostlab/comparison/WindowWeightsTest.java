package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Weights of windows against ratio estimates worked by hand.
class WindowWeightsTest {

    @Test
    void oneKnownFigureMakesTheRatioEstimateForWindowsThatHaveItAlike() {
        var drawn = new double[] {4, 4, 4, 4, 4};
        var known = new double[] {0.04, 0.04, 0.04, 0.04, 0.04};
        // Drawn weights say 0.8 of what is known to be 1, so that each counts a quarter more.
        assertThat(WindowWeights.calibrated(drawn, List.of(known)))
                .containsExactly(new double[] {5, 5, 5, 5, 5}, within(1e-12));
    }

    @Test
    void whatIsKnownAddsUpToItsWhole() {
        var drawn = IntStream.range(0, 20).mapToDouble(window -> 3 + window % 4).toArray();
        var load = IntStream.range(0, 20)
                .mapToDouble(window -> 0.01 + 0.0005 * window)
                .toArray();
        var waits = IntStream.range(0, 20)
                .mapToDouble(window -> window % 5 == 0 ? 0.06 : 0)
                .toArray();
        var weights = WindowWeights.calibrated(drawn, List.of(load, waits));
        assertThat(total(weights, load)).isCloseTo(1, within(1e-9));
        assertThat(total(weights, waits)).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(weights)).allMatch(weight -> weight > 0);
    }

    @Test
    void aFigureThatHangsOnAnotherIsLeftOut() {
        var drawn = IntStream.range(0, 20).mapToDouble(window -> 5 + window % 3).toArray();
        var load = IntStream.range(0, 20)
                .mapToDouble(window -> 0.007 + 0.0001 * window)
                .toArray();
        var alone = WindowWeights.calibrated(drawn, List.of(load));
        assertThat(WindowWeights.calibrated(drawn, List.of(load, load.clone()))).containsExactly(alone);
    }

    @Test
    void fewWindowsAreCalibratedOnTheMostImportantFigureAlone() {
        var drawn = new double[] {10, 10, 10};
        var load = new double[] {0.02, 0.03, 0.04};
        var waits = new double[] {0.5, 0, 0};
        assertThat(WindowWeights.figures(drawn, List.of(load, waits))).isEqualTo(1);
        var many = IntStream.range(0, 40).mapToDouble(window -> 10).toArray();
        var alike = IntStream.range(0, 40)
                .mapToDouble(window -> 0.002 + 0.00001 * window)
                .toArray();
        var rising = IntStream.range(0, 40)
                .mapToDouble(window -> 0.001 + 0.00008 * window)
                .toArray();
        assertThat(WindowWeights.figures(many, List.of(alike, rising))).isEqualTo(2);
    }

    private static double total(double[] weights, double[] figure) {
        return IntStream.range(0, weights.length)
                .mapToDouble(window -> weights[window] * figure[window])
                .sum();
    }
}
