package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hostlab.files.ComparisonInput;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatedRunsTest {

    private static ComparisonRequest request(Map<String, String> choices) throws IOException {
        var trace = TraceReader.read(Path.of("sample-workloads", "code-assistant.csv"), ReadOptions.DEFAULT);
        var settings = Settings.standard().with("replications", "2").settings().with(choices);
        var scenario = Scenario.of(settings.settings());
        var prices = new PriceChoice(Path.of("pricing-snapshots")).read(null, scenario);
        var input = new ComparisonInput(
                scenario, (TraceReading.Accepted) trace, prices.book().orElseThrow());
        return input.request(input.resolve(), List.of(OptionId.values()), List.of());
    }

    @Test
    void weighingAgainGivesWhatAnotherSimulationWould() throws IOException {
        var other = request(Map.of("region", "eu-west-1", "effort.hourlyRateUsd", "95", "billing.natGateways", "2"));
        var runs = new Comparer(request(Map.of())).simulate(2, Watcher.NONE);
        assertThat(runs.answer(other)).isTrue();
        var weighed = runs.weighed(other);
        var simulated = new Comparer(other).compare(2, Watcher.NONE);
        assertThat(weighed.verdict()).isEqualTo(simulated.verdict());
        assertThat(weighed.prices()).isEqualTo(simulated.prices());
        assertThat(weighed.differences()).isEqualTo(simulated.differences());
        assertThat(weighed.ledger()).isEqualTo(simulated.ledger());
        assertThat(weighed.outcomes())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("timeline")
                .isEqualTo(simulated.outcomes());
    }

    @Test
    void watcherIsToldWhichOptionsAreDone() throws IOException {
        var parts = new ArrayList<SimulatedRuns>();
        var whole = new Comparer(request(Map.of())).simulate(2, new Watcher() {
            @Override
            public boolean goesOn(double share) {
                return true;
            }

            @Override
            public double secondsSoFar() {
                return 0;
            }

            @Override
            public void finished(SimulatedRuns soFar) {
                parts.add(soFar);
            }
        });
        var options = List.of(OptionId.values());
        assertThat(parts)
                .extracting(SimulatedRuns::options)
                .containsExactly(options.subList(0, 1), options.subList(0, 2));
        assertThat(parts.getLast().comparison().outcomes())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("timeline")
                .isEqualTo(whole.comparison().outcomes().subList(0, 2));
    }

    @Test
    void whatChangesBehaviourNeedsOtherRuns() throws IOException {
        var runs = new Comparer(request(Map.of())).simulate(2, Watcher.NONE);
        var other = request(Map.of("service.upstreamMs", "50"));
        assertThat(runs.answer(other)).isFalse();
        assertThatThrownBy(() -> runs.weighed(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
