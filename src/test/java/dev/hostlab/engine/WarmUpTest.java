package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.usage.UsageSum;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A run with a warm-up period is the same run, told apart at its end.
class WarmUpTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final int WARM_UP = 20;

    private static Simulation simulation(FleetPlan plan, RunStart start, int minutes) {
        var arrivals = Plans.surge(1_500, 6);
        var input = new RunInput(
                arrivals.between(0, minutes * MINUTE),
                ServiceTables.of(Plans.service(30, false)),
                plan,
                1,
                new RunInput.Randomness(7, 3, false),
                0,
                false);
        return new Simulation(input, start, RunMonitor.NONE);
    }

    @Test
    void warmUpAndRestAreTheWhole() {
        for (var plan : plans()) {
            var whole = simulation(plan, RunStart.AFRESH, 60).run();
            var simulation = simulation(plan, new RunStart(WARM_UP * MINUTE, 0), 60);
            var rest = simulation.run();
            var warmUp = simulation.warmUp().orElseThrow();
            assertThat(rest.requests()).isEqualTo(whole.requests());
            assertThat(rest.decisions()).isEqualTo(whole.decisions());
            assertThat(rest.usage().compute()).isEqualTo(whole.usage().compute());
            assertThat(rest.responses().count())
                    .isEqualTo(whole.requests().served() - warmUp.requests().served());
            assertThat(rest.waits().count()).isEqualTo(rest.responses().count());
        }
    }

    @Test
    void theWarmUpIsWhatAShorterRunWouldHaveBeen() {
        for (var plan : plans()) {
            var simulation = simulation(plan, new RunStart(WARM_UP * MINUTE, 0), 60);
            simulation.run();
            var warmUp = simulation.warmUp().orElseThrow();
            var shorter = simulation(plan, RunStart.AFRESH, WARM_UP).run();
            assertThat(warmUp.requests().served()).isEqualTo(shorter.requests().served());
            assertThat(warmUp.usage().compute()).isEqualTo(shorter.usage().compute());
            assertThat(warmUp.fleet().meanTasks()).isEqualTo(shorter.fleet().meanTasks());
        }
    }

    @Test
    void windowsInARowCostWhatTheWholeRunCosts() {
        for (var plan : plans()) {
            var simulation = simulation(plan, new RunStart(WARM_UP * MINUTE, 0), 60);
            var whole = simulation.run().usage();
            var warmUp = simulation.warmUp().orElseThrow().usage();
            var rest = UsageSum.of(List.of(whole, warmUp), new double[] {1, -1}, 40 * 60);
            var both = UsageSum.of(List.of(warmUp, rest), new double[] {1, 1}, 60 * 60);
            assertThat(rest.compute().getFirst().billedSeconds()).isPositive();
            assertThat(both.compute().getFirst().billedSeconds())
                    .isCloseTo(whole.compute().getFirst().billedSeconds(), within(1e-6));
            assertThat(both.fleet().meanInstances()).isCloseTo(whole.fleet().meanInstances(), within(1e-9));
            assertThat(both.traffic().requests()).isEqualTo(whole.traffic().requests());
        }
    }

    @Test
    void aHalfEmptyClusterIsHandedOver() {
        var plan = Plans.onInstances(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.IN_FLIGHT, 50));
        var afresh = simulation(plan, RunStart.AFRESH, 10).run().fleet();
        var handed = simulation(plan, new RunStart(0, afresh.peakInstances() + 1), 10)
                .run()
                .fleet();
        assertThat(handed.minTasks()).isEqualTo(afresh.minTasks());
        assertThat(handed.meanInstances()).isGreaterThan(afresh.meanInstances());
    }

    private static List<FleetPlan> plans() {
        var tracking = Plans.tracking(ScalingMetric.IN_FLIGHT, 50);
        return List.of(
                Plans.tasks(Routing.ROUND_ROBIN, tracking), Plans.onInstances(Routing.LEAST_OUTSTANDING, tracking));
    }
}
