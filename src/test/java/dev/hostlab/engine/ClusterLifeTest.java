package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.ClusterRules;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rented;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.Fulfilment;
import dev.hostlab.scaling.ScalingMetric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where tasks go in a cluster, and what happens to them when it shrinks.
class ClusterLifeTest {

    private static final RunId RUN = new RunId(7, 0, false);

    @Test
    void theDefaultSpreadsOverZonesAndBinpackingFillsInstances() {
        // two instances in zone 0, one in zone 1; two tasks already on the first
        assertThat(next(Rented.Placement.ZONES)).isEqualTo(2);
        assertThat(next(Rented.Placement.ZONES_BINPACK)).isEqualTo(2);
        assertThat(next(Rented.Placement.SPREAD)).isEqualTo(1);
        assertThat(next(Rented.Placement.BINPACK)).isEqualTo(0);
        assertThat(next(Rented.Placement.RANDOM)).isBetween(0, 2);
    }

    @Test
    void aGroupLaunchesWhereItHasLeastAndEndsWhereItHasMost() {
        var rooms = new RoomFinder(plan(Rented.Placement.BINPACK, rules(true, true)), RUN);
        var instances = instances();
        assertThat(rooms.nextZone(instances)).isEqualTo(1);
        for (var draw = 0; draw < 20; draw++) {
            assertThat(rooms.toGiveUp(instances, any -> true).orElseThrow().zone)
                    .isZero();
        }
        assertThat(rooms.toGiveUp(instances, ClusterInstance::isEmpty).orElseThrow())
                .isSameAs(instances.get(1));
    }

    @Test
    void protectionKeepsBusyInstancesAndDrainingKeepsRequests() {
        var kept = surge(rules(true, true));
        var drained = surge(rules(false, true));
        var killed = surge(rules(false, false));
        assertThat(kept.requests().failed()).isZero();
        assertThat(drained.requests().failed()).isZero();
        assertThat(killed.requests().failed())
                .as("requests on an instance that ends")
                .isPositive();
        // tasks of an instance that ends are started elsewhere
        assertThat(drained.fleet().coldStarts()).isGreaterThan(kept.fleet().coldStarts());
    }

    @Test
    void tasksBeyondTheLimitOfWaitingOnesAreTriedAgainLater() {
        var patient = surge(rules(true, true));
        var strict = surge(new ClusterRules(2, true, true, 1, 900, 600));
        assertThat(slowest(strict)).isGreaterThan(slowest(patient) + 400);
    }

    @Test
    void aTaskThatHasWaitedTooLongIsGivenUpAndAskedForAnew() {
        // instances need 56 s and more, so a patience of 30 s is over before any comes; asked again 60 s later
        var patient = surge(rules(true, true));
        var hasty = surge(new ClusterRules(2, true, true, 500, 30, 60));
        assertThat(slowest(hasty)).isGreaterThan(slowest(patient));
        assertThat(hasty.fleet().coldStarts()).isPositive();
    }

    @Test
    void anInstanceThatEndsTellsItsDecision() {
        assertThat(surge(rules(true, true)).decisions())
                .filteredOn(decision -> decision.layer().equals("instances") && decision.to() < decision.from())
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(decision.fulfilment().steps())
                        .containsExactly(new Fulfilment.Step("instance ends", 30)));
    }

    private static double slowest(RunResult result) {
        return result.decisions().stream()
                .filter(decision -> decision.layer().equals("tasks") && decision.to() > decision.from())
                .mapToDouble(decision -> decision.fulfilment().lastSeconds())
                .max()
                .orElseThrow();
    }

    private static int next(Rented.Placement placement) {
        var instances = instances();
        var chosen = new RoomFinder(plan(placement, rules(true, true)), RUN).withRoom(instances);
        return instances.indexOf(chosen.orElseThrow());
    }

    private static List<ClusterInstance> instances() {
        var instances = new ArrayList<ClusterInstance>();
        for (var zone : new int[] {0, 0, 1}) {
            var instance = new ClusterInstance(0, null);
            instance.registered = true;
            instance.zone = zone;
            instances.add(instance);
        }
        instances.getFirst().tasks = 2;
        instances.getLast().tasks = 1;
        return instances;
    }

    private static ClusterRules rules(boolean isProtected, boolean drains) {
        return new ClusterRules(2, isProtected, drains, 500, 900, 60);
    }

    private static Rented.OnInstances plan(Rented.Placement placement, ClusterRules rules) {
        var on =
                (Rented.OnInstances) Plans.onInstances(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60))
                        .rented();
        return new Rented.OnInstances(
                on.capacity(),
                on.clock(),
                3,
                placement,
                on.start(),
                on.cachedTaskStart(),
                on.terminateSeconds(),
                on.reservationPublishSeconds(),
                on.range(),
                on.scaling().orElseThrow(),
                rules);
    }

    /// Tasks are spread, so that scaling in leaves instances half full.
    private static RunResult surge(ClusterRules rules) {
        var plan = Plans.onInstances(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var spread = new FleetPlan(
                plan.unit(),
                plan.range(),
                plan.initialUnits(),
                plan.routing(),
                plan.start(),
                plan.drain(),
                plan.launches(),
                plan.scaling(),
                plan(Rented.Placement.SPREAD, rules),
                plan.front());
        return SimulationTest.run(spread, Plans.surge(1_500, 6), 10, false, 0);
    }
}
