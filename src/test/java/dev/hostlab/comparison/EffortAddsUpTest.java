package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.effort.ChoreHours;
import dev.hostlab.estimate.Estimator;
import dev.hostlab.files.ComparisonInput;
import dev.hostlab.files.Home;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.workload.sample.SampleWorkload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Hours are the sum of count × minutes over the chores shown: for every sample, option and preset of people's time.
///
/// What is counted comes from estimates, which go through the same ledger as exact runs; [SimulatedRunsTest] has the
/// same of a simulated comparison.
class EffortAddsUpTest {

    private static final List<String> SETUPS = List.of("tuned", "aws-defaults");
    private static final List<String> EXPERIENCES = List.of("2026", "2023-post", "published");

    @ParameterizedTest
    @EnumSource(SampleWorkload.class)
    void hoursAreCountsTimesMinutes(SampleWorkload sample) throws IOException {
        var trace = (TraceReading.Accepted)
                TraceReader.read(Home.samples().resolve(sample.id() + ".csv"), ReadOptions.DEFAULT);
        for (var setup : SETUPS) {
            var request = request(trace, Map.of("preset", setup));
            var runs = Estimates.of(request).estimate(request, Estimator.Care.QUICK, Watcher.NONE);
            for (var experience : EXPERIENCES) {
                var weighed = runs.weighed(request(trace, Map.of("preset", setup, "effort.preset", experience)));
                assertThat(weighed.outcomes()).hasSize(OptionId.values().length).allSatisfy(outcome -> addsUp(outcome));
            }
        }
    }

    private static void addsUp(Outcome outcome) {
        var effort = outcome.effort();
        assertThat(effort.chores())
                .allSatisfy(chore ->
                        assertThat(chore.hours()).isCloseTo(chore.count() * chore.minutes() / 60, within(1e-9)));
        var sum = effort.chores().stream().mapToDouble(ChoreHours::hours).sum();
        assertThat(effort.hoursPerMonth()).isCloseTo(sum, within(1e-9));
        assertThat(effort.lowHours()).isLessThanOrEqualTo(sum);
        assertThat(effort.highHours()).isGreaterThanOrEqualTo(sum);
        assertThat(outcome.totalMonthly().mean())
                .isCloseTo(outcome.monthlyBill().mean() + sum * effort.hourlyRateUsd(), within(1e-6));
    }

    private static ComparisonRequest request(TraceReading.Accepted trace, Map<String, String> choices)
            throws IOException {
        var scenario = Scenario.of(Settings.standard().with(choices).settings());
        var prices = new PriceChoice(Home.snapshots()).read(null, scenario);
        var input = new ComparisonInput(scenario, trace, prices.book().orElseThrow());
        return input.request(input.resolve(), List.of(OptionId.values()), List.of());
    }
}
