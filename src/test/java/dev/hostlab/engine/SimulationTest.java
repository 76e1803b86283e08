package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.workload.BinnedArrivals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole runs: nothing is lost, capacity follows load, and each clock shows where it should.
class SimulationTest {

    @ParameterizedTest
    @EnumSource(Routing.class)
    void everyRequestHasOneOutcome(Routing routing) {
        for (var replication = 0; replication < 2; replication++) {
            for (var cancels : new boolean[] {false, true}) {
                var plan = Plans.tasks(routing, Plans.tracking(ScalingMetric.CPU, 60));
                var result = run(plan, Plans.surge(600, 6), 0.5, cancels, replication);
                var requests = result.requests();
                assertThat(requests.arrived()).isEqualTo(600 * (120 + 6 * 60));
                assertThat(requests.served()
                                + requests.rejected()
                                + requests.timedOut()
                                + requests.failed()
                                + requests.inFlight())
                        .isEqualTo(requests.arrived());
                assertThat(result.responses().count()).isEqualTo(requests.served());
            }
        }
    }

    @Test
    void overloadShowsAsTimeoutsAndFullLinesNotAsFastAnswers() {
        // 9,000 a minute are 150/s × 0.2 s = 30 slots and 3 vCPUs of the 20 and 2 that the fixed fleet has
        var result = run(Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed()), Plans.surge(1_500, 6), 2, false, 0);
        assertThat(result.requests().timedOut()).isPositive();
        assertThat(result.fleet().coldStarts()).isZero();
    }

    @Test
    void scaleOutShowsEveryClock() {
        var plan = Plans.tasks(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var first = run(plan, Plans.surge(1_500, 6), 10, false, 0).decisions().getFirst();
        assertThat(first.reason()).startsWith("3 of 3 points above 60; 2 → ");
        assertThat(first.clocks().metricPeriod()).isEqualTo(180);
        assertThat(first.clocks().publish()).isEqualTo(60);
        assertThat(first.clocks().evaluation()).isBetween(0.0, 60.0);
        assertThat(first.clocks().decision()).isEqualTo(10);
        assertThat(first.clocks().start()).isEqualTo(50);
        assertThat(first.clocks().registration()).isEqualTo(10);
        // three whole minutes of load after minute 60, then publishing, evaluating and acting
        assertThat(first.atSeconds()).isBetween(3_600 + 180 + 60 + 10.0, 3_600 + 180 + 60 + 60 + 10.0);
    }

    @Test
    void capacityFollowsLoadUpAndDown() {
        var plan = Plans.tasks(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var result = run(plan, Plans.surge(1_500, 6), 10, false, 0);
        var inService = result.timeline().orElseThrow().values("inService");
        // 150/s × 20 ms = 3 vCPUs at 60 %: 5 tasks
        assertThat(inService[59]).isEqualTo(2);
        assertThat(inService[115]).isGreaterThanOrEqualTo(5);
        assertThat(inService[179]).isLessThan(inService[115]);
        assertThat(result.decisions()).extracting(ScalingDecision::layer).containsOnly("tasks");
    }

    @Test
    void tasksWaitForInstancesAndInstancesOutliveTasks() {
        var plan = Plans.onInstances(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var result = run(plan, Plans.surge(1_500, 6), 10, false, 0);
        var raise = result.decisions().stream()
                .filter(decision -> decision.layer().equals("instances"))
                .findFirst()
                .orElseThrow();
        assertThat(raise.reason()).startsWith("reservation ").contains("above 100 %");
        assertThat(result.fleet().peakInstances()).isGreaterThanOrEqualTo(3);
        assertThat(result.usage().compute().getFirst().strandedSeconds()).isNotNegative();
        var cold = result.decisions().getFirst().clocks();
        assertThat(cold.request()).as("waiting for an instance").isGreaterThan(56);
    }

    @Test
    void noTrafficCostsExactlyTheMinimumAndTheLoadBalancersHours() {
        var result = run(
                Plans.tasks(Routing.ROUND_ROBIN, Plans.tracking(ScalingMetric.CPU, 60)),
                Plans.minutes(new double[150]),
                10,
                false,
                0);
        var compute = result.usage().compute().getFirst();
        assertThat(compute.billedSeconds()).isEqualTo(2 * 150 * 60);
        assertThat(compute.runs()).isEqualTo(2);
        assertThat(compute.idleSeconds()).isEqualTo(compute.billedSeconds());
        assertThat(result.usage().loadBalancer().hours()).isEqualTo(3); // 2.5 hours, the last one whole
        assertThat(result.usage().loadBalancer().lcuHours()).isZero();
        assertThat(result.meanResponseSeconds()).isNaN();
        assertThat(result.decisions()).isEmpty();
        assertThat(result.fleet().minTasks()).isEqualTo(2);
        assertThat(result.fleet().peakTasks()).isEqualTo(2);
    }

    @Test
    void aDrainedTaskIsBilledUntilItHasStopped() {
        var plan = Plans.tasks(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var result = run(plan, Plans.surge(1_500, 6), 10, false, 0);
        var compute = result.usage().compute().getFirst();
        var provisioned = result.timeline().orElseThrow().values("provisioned");
        var gone = compute.runs() - provisioned[179];
        assertThat(gone).isPositive();
        assertThat(compute.drainingSeconds()).isCloseTo(gone * 61, within(61.0)); // 60 s of draining and 1 s to stop
    }

    @Test
    void theSameRunTwiceIsTheSame() {
        var plan = Plans.onInstances(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.IN_FLIGHT, 50));
        var one = run(plan, Plans.surge(1_500, 6), 2, true, 3);
        var other = run(plan, Plans.surge(1_500, 6), 2, true, 3);
        assertThat(one.requests()).isEqualTo(other.requests());
        assertThat(one.usage()).isEqualTo(other.usage());
        assertThat(one.decisions()).isEqualTo(other.decisions());
        assertThat(one.meanResponseSeconds()).isEqualTo(other.meanResponseSeconds());
    }

    @Test
    void littlesLawHoldsOnADrainedRun() {
        // everything that arrives leaves before the quiet end: the area under "in flight" is the sum of response times
        var counts = new double[60];
        java.util.Arrays.fill(counts, 0, 50, 600);
        var result = run(
                Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed()), Plans.minutes(counts), 1_000_000, false, 0);
        assertThat(result.requests().inFlight()).isZero();
        var meanInside = result.requests().served() * result.meanResponseSeconds() / 3_600;
        assertThat(meanInside).isCloseTo(10 * 0.2 * 5 / 6, within(0.05)); // λ × W at low load, W ≈ 0.2 s
    }

    static RunResult run(FleetPlan plan, BinnedArrivals arrivals, double timeout, boolean cancels, int replication) {
        var input = new RunInput(
                arrivals,
                ServiceTables.of(Plans.service(timeout, cancels)),
                plan,
                1,
                new RunInput.Randomness(7, replication, false),
                0,
                true);
        return new Simulation(input, RunMonitor.NONE).run();
    }
}
