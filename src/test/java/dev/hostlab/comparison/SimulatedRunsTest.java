package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.files.ComparisonInput;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
                .containsExactly(options.subList(0, 1), options.subList(0, 2), options.subList(0, 3));
        assertThat(parts.getLast().comparison().outcomes())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("timeline")
                .isEqualTo(whole.comparison().outcomes().subList(0, 3));
    }

    @Test
    void noPriceAndNoChoreEverSimulatesAgain() throws IOException {
        var simulated = new AtomicInteger();
        var runs = new Comparer(request(Map.of())).simulate(2, counting(simulated));
        var once = simulated.get();
        for (var path : weighedPaths()) {
            var other = request(Map.of(path, another(path)));
            assertThat(runs.answer(other)).as(path).isTrue();
            var weighed = runs.weighed(other);
            assertThat(weighed.engine())
                    .as("the one run that there was")
                    .isEqualTo(runs.comparison().engine());
            addsUp(weighed);
        }
        assertThat(once).isPositive();
        assertThat(simulated).hasValue(once);
    }

    private static Watcher counting(AtomicInteger simulated) {
        return new Watcher() {
            @Override
            public boolean goesOn(double share) {
                simulated.incrementAndGet();
                return true;
            }

            @Override
            public double secondsSoFar() {
                return 0;
            }
        };
    }

    private static List<String> weighedPaths() {
        return Stream.concat(
                        Catalogue.ALL.stream()
                                .map(Parameter::path)
                                .filter(path -> path.startsWith("effort.") || path.startsWith("billing.")),
                        Stream.of("prices.ec2.linux.m7i.large", "prices.alb.hour", "region"))
                .toList();
    }

    /// A value of that setting which is allowed and not the standard one.
    private static String another(String path) {
        var standard = Settings.standard().toMap();
        return Stream.of("1", "0.5", "0", "2", "true", "false", "1yr", "2023-post", "EUR", "eu-west-1")
                .filter(value -> !value.equals(standard.get(path)))
                .filter(value -> Settings.standard().with(path, value).issues().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No other value of " + path));
    }

    private static void addsUp(Comparison comparison) {
        for (var outcome : comparison.outcomes()) {
            var effort = outcome.effort();
            var sum = effort.chores().stream()
                    .mapToDouble(chore -> chore.count() * chore.minutes() / 60)
                    .sum();
            assertThat(effort.hoursPerMonth()).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void whatChangesBehaviourNeedsOtherRuns() throws IOException {
        var runs = new Comparer(request(Map.of())).simulate(2, Watcher.NONE);
        var other = request(Map.of("service.upstreamMs", "50"));
        assertThat(runs.answer(other)).isFalse();
        assertThatThrownBy(() -> runs.weighed(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
