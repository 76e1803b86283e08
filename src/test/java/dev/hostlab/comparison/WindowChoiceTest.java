package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.estimate.Estimator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Windows are drawn as often as they are said to be, or their weights would be wrong.
class WindowChoiceTest {

    private static final long QUARTER = 900_000_000_000L;
    private static final int WINDOWS = 16;
    private static final int GROUPS = 2_000;

    private static WindowChoice choice(double share) throws IOException {
        var request = EstimateCases.sample("chat-service", Map.of());
        var estimates = Estimates.of(request).passes(request, Estimator.Care.FOR_WINDOWS).stream()
                .map(passes -> new WindowEstimate(passes, QUARTER, WINDOWS))
                .toList();
        return new WindowChoice(new WindowPlan(share, QUARTER, QUARTER, GROUPS, 7), estimates);
    }

    @Test
    void windowsAreDrawnAsOftenAsTheirWeightsSay() throws IOException {
        var choice = choice(800);
        for (var window = 0; window < WINDOWS; window++) {
            var number = window;
            var mean = IntStream.range(0, GROUPS)
                    .map(group -> choice.hits(group, number))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(choice.expectedHits(window), within(0.05));
        }
    }

    @Test
    void everyWindowMayBeDrawnAndWaitingOnesMoreOften() throws IOException {
        var choice = choice(800);
        var expected =
                IntStream.range(0, WINDOWS).mapToDouble(choice::expectedHits).toArray();
        assertThat(expected).doesNotContain(0);
        assertThat(IntStream.range(0, WINDOWS)
                        .mapToDouble(choice::expectedHits)
                        .max()
                        .orElseThrow())
                .isGreaterThan(2
                        * IntStream.range(0, WINDOWS)
                                .mapToDouble(choice::expectedHits)
                                .min()
                                .orElseThrow());
    }

    @Test
    void theDrawnOnesAreThoseThatAreHit() throws IOException {
        var choice = choice(800);
        assertThat(choice.drawn(3))
                .allMatch(window -> choice.hits(3, window) > 0)
                .isSorted();
        assertThat(List.of(choice.drawn(3).size())).allMatch(size -> size > 0);
    }
}
