package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampledTest {

    /// Standard deviation 1, standard error 1/√3, t of 2 degrees of freedom 4.302653: 4.302653 /
    /// 1.7320508 = 2.484138.
    @Test
    void halfWidthIsStudents() {
        var sampled = Sampled.of(1, 2, 3);
        assertThat(sampled.mean()).isEqualTo(2);
        assertThat(sampled.halfWidth95()).isCloseTo(2.484138, within(1e-6));
        assertThat(sampled.replications()).isEqualTo(3);
        assertThat(sampled.hasInterval()).isTrue();
    }

    /// The table of every textbook: 12.706 for 1, 2.262 for 9, 1.984 for 99 degrees of freedom.
    @Test
    void quantilesAreThoseOfTheTable() {
        assertThat(StudentT.twoSided95(1)).isCloseTo(12.706, within(0.001));
        assertThat(StudentT.twoSided95(9)).isCloseTo(2.262, within(0.001));
        assertThat(StudentT.twoSided95(99)).isCloseTo(1.984, within(0.001));
    }

    @Test
    void oneValueHasNoInterval() {
        assertThat(Sampled.of(7.5)).isEqualTo(new Sampled(7.5, 0, 1));
        assertThat(Sampled.of(7.5).withoutInterval()).isEqualTo("single run");
    }

    @Test
    void equalValuesAreDeterministicThoughTheirMeanIsRounded() {
        var sampled = Sampled.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        assertThat(sampled.hasInterval()).isFalse();
        assertThat(sampled.withoutInterval()).isEqualTo("deterministic");
    }

    /// Totals that rise and fall together: 10, 20, 30 against 7, 18, 26 differ by 3, 2, 4.
    @Test
    void differencesAreTakenInPairs() {
        var difference = Sampled.ofDifference(new double[] {10, 20, 30}, new double[] {7, 18, 26});
        assertThat(difference).isEqualTo(Sampled.of(3, 2, 4));
        assertThat(difference.mean()).isEqualTo(3);
        assertThat(difference.halfWidth95()).isCloseTo(2.484138, within(1e-6));
        assertThat(difference.negated().mean()).isEqualTo(-3);
    }

    @Test
    void pairsNeedPartners() {
        assertThatThrownBy(() -> Sampled.ofDifference(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sampled.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sampled.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
