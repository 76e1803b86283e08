package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The jackknife of windows: for means it must give the textbook's interval.
class MethodTest {

    @Test
    void pseudoValuesOfAMeanAreItsValues() {
        // Groups 2, 4, 9: all 5; without each 6.5, 5.5, 3.
        var values = Method.WINDOWS.values(5, 6.5, 5.5, 3);
        assertThat(values).containsExactly(new double[] {2, 4, 9}, within(1e-12));
    }

    @Test
    void theFigureIsThatOfAllWindows() {
        // A figure that is no mean: its pseudo-values would have another mean than it.
        var values = Method.WINDOWS.values(10, 9, 12, 11);
        assertThat(Sampled.of(values).mean()).isCloseTo(10, within(1e-12));
        // (G - 1) ÷ G × Σ (deleted - mean)² = 2 ÷ 3 × 14/3; Student's t of 2 degrees is 4.3027.
        assertThat(Sampled.of(values).halfWidth95()).isCloseTo(4.3027 * Math.sqrt(28.0 / 9), within(1e-3));
    }

    @Test
    void replicationsCountAsTheyAre() {
        assertThat(Method.EXACT.values(3, 5)).containsExactly(3, 5);
        assertThat(Method.WINDOWS.values(3)).containsExactly(3);
    }
}
