package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.LaunchLimit;
import dev.hostlab.hosting.Rented;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.Fulfilment;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.scaling.ScalingMetric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The story of a scaling decision: who waited for what, and what was paid meanwhile.
class FleetStoryTest {

    @Test
    void theFirstUnitsStepsAddUpToItsClocks() {
        var plan = Plans.tasks(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var first = surge(plan).decisions().getFirst();
        assertThat(first.fulfilment().steps())
                .containsExactly(step("place", 20), step("pull", 30), step("register", 10));
        assertThat(first.fulfilment().units()).isEqualTo(first.to() - first.from());
        assertThat(first.fulfilment().firstSeconds()).isEqualTo(60);
        assertThat(first.fulfilment().lastSeconds()).isEqualTo(60);
        // placing is free, pulling and registering are not
        assertThat(first.fulfilment().billedSeconds()).isEqualTo(40);
    }

    @Test
    void aTaskWaitsForTheCapacityProviderAndForItsInstance() {
        var plan = Plans.onInstances(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var first = surge(plan).decisions().getFirst();
        var steps = first.fulfilment().steps();
        assertThat(steps)
                .extracting(Fulfilment.Step::what)
                .containsExactly(
                        "waits for the capacity provider to act",
                        "instance: react",
                        "instance: boot",
                        "place",
                        "pull",
                        "register");
        assertThat(sum(steps)).isCloseTo(first.fulfilment().firstSeconds(), within(1e-6));
        var clocks = first.clocks();
        assertThat(clocks.request() + clocks.start() + clocks.registration())
                .isCloseTo(first.fulfilment().firstSeconds(), within(1e-6));
    }

    @Test
    void everyStoryAddsUp() {
        var plan = Plans.onInstances(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        assertThat(surge(plan).decisions())
                .hasSizeGreaterThan(4)
                .filteredOn(decision -> decision.fulfilment().units() > 0)
                .allSatisfy(decision -> assertThat(sum(decision.fulfilment().steps()))
                        .isCloseTo(decision.fulfilment().firstSeconds(), within(1e-6)));
    }

    @Test
    void aLaunchThatIsHeldNamesWhoHeldIt() {
        // one launch a minute: the second and third of a decision come 60 and 120 s after the first
        var plan = with(
                Plans.tasks(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60)),
                List.of(new LaunchLimit("launch rate of the service", 1, 1 / 60.0)));
        var first = surge(plan).decisions().getFirst();
        var last = 60 + 60 * (first.to() - first.from() - 1);
        assertThat(first.fulfilment().lastSeconds()).isCloseTo(last, within(1e-6));
        assertThat(surge(plan).decisions())
                .flatExtracting(decision -> decision.fulfilment().steps())
                .extracting(Fulfilment.Step::what)
                .contains("waits for the launch rate of the service");
    }

    @Test
    void aScaleInIsPaidUntilItsUnitsHaveStopped() {
        var plan = Plans.tasks(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        assertThat(surge(plan).decisions())
                .filteredOn(decision ->
                        decision.to() < decision.from() && decision.fulfilment().units() > 0)
                .isNotEmpty()
                .allSatisfy(decision -> {
                    assertThat(decision.fulfilment().billedSeconds()).isEqualTo(61);
                    assertThat(decision.fulfilment().steps())
                            .containsExactly(step("finishes what it has", 60), step("stops", 1));
                });
    }

    @Test
    void aQuotaHoldsTasksBackAndIsShown() {
        var free = surge(quota(20));
        assertThat(free.fleet().launchesHeld()).isZero();
        assertThat(free.fleet().peakTasks()).isGreaterThan(3);
        var held = surge(quota(3));
        assertThat(held.fleet().peakTasks()).isEqualTo(3);
        assertThat(held.fleet().launchesHeld()).isPositive();
        assertThat(held.fleet().meanTasksHeld()).isPositive();
        assertThat(held.requests().served()).isLessThan(free.requests().served());
        // what never ran is not paid for
        var provisioned = held.timeline().orElseThrow().values("provisioned");
        assertThat(Arrays.stream(provisioned).max().orElseThrow()).isLessThanOrEqualTo(3);
    }

    @Test
    void aQuotaBelowTheMinimumHoldsTheInitialFleetBack() {
        var result = SimulationTest.run(quota(1), Plans.minutes(new double[60]), 10, false, 0);
        assertThat(result.fleet().peakTasks()).isEqualTo(1);
        assertThat(result.fleet().launchesHeld()).isEqualTo(1);
        assertThat(result.fleet().meanTasksHeld()).isEqualTo(1);
        assertThat(result.usage().compute().getFirst().billedSeconds()).isEqualTo(3_600);
    }

    @Test
    void aTaskThatLeavesMakesRoomInTheQuota() {
        // after the surge the service scales in below the quota, so nothing is held at the end
        var result = surge(quota(3));
        assertThat(result.decisions()).extracting(ScalingDecision::to).contains(2);
        assertThat(result.timeline().orElseThrow().values("inService")[179]).isBetween(2.0, 3.0);
    }

    private static FleetPlan quota(int units) {
        var plan = Plans.tasks(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var each = (Rented.PerUnit) plan.rented();
        return with(plan, new Rented.PerUnit(each.capacity(), each.clock(), units));
    }

    private static FleetPlan with(FleetPlan plan, Rented rented) {
        return new FleetPlan(
                plan.unit(),
                plan.range(),
                plan.initialUnits(),
                plan.routing(),
                plan.start(),
                plan.drain(),
                plan.launches(),
                plan.scaling(),
                rented,
                plan.front());
    }

    private static FleetPlan with(FleetPlan plan, List<LaunchLimit> launches) {
        return new FleetPlan(
                plan.unit(),
                plan.range(),
                plan.initialUnits(),
                plan.routing(),
                plan.start(),
                plan.drain(),
                launches,
                plan.scaling(),
                plan.rented(),
                plan.front());
    }

    private static RunResult surge(FleetPlan plan) {
        return SimulationTest.run(plan, Plans.surge(1_500, 6), 10, false, 0);
    }

    private static Fulfilment.Step step(String what, double seconds) {
        return new Fulfilment.Step(what, seconds);
    }

    private static double sum(List<Fulfilment.Step> steps) {
        return steps.stream().mapToDouble(Fulfilment.Step::seconds).sum();
    }
}
