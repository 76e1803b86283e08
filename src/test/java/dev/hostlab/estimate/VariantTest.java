package dev.hostlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Few passes have to cover what chance would cover with many.
class VariantTest {

    private static final int PASSES = 16;

    @Test
    void alarmPhasesAreSpreadEvenly() {
        assertThat(largestGap(Variant::alarmPhase)).isLessThan(2.0 / PASSES);
    }

    @Test
    void theFirstChoicesOfAUnitAreSpreadEvenly() {
        for (var index = 0; index < 20; index++) {
            var choice = index;
            assertThat(largestGap(variant -> variant.choice(choice)))
                    .as("choice %s", choice)
                    .isLessThan(0.25);
        }
    }

    @Test
    void choicesDoNotGoTogether() {
        var together = IntStream.range(0, 64)
                .mapToObj(number -> new Variant(number, false))
                .filter(variant -> variant.choice(0) < 0.5 == variant.choice(1) < 0.5)
                .count();
        assertThat(together).isBetween(24L, 40L);
    }

    @Test
    void everyPlaceIsWithinItsDistribution() {
        for (var index = 0; index < 100; index++) {
            for (var number = 0; number < PASSES; number++) {
                assertThat(new Variant(number, false).choice(index)).isBetween(0.0, Math.nextDown(1.0));
            }
        }
    }

    /// The largest part of a circle of length 1 that no pass falls into.
    private static double largestGap(ToDoubleFunction<Variant> place) {
        var places = IntStream.range(0, PASSES)
                .mapToDouble(number -> place.applyAsDouble(new Variant(number, false)))
                .sorted()
                .toArray();
        var largest = places[0] + 1 - places[PASSES - 1];
        for (var index = 1; index < PASSES; index++) {
            largest = Math.max(largest, places[index] - places[index - 1]);
        }
        return largest;
    }
}
