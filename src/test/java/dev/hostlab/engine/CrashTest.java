package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.HealthPlan;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Applications that crash: who notices, who replaces, and what clients get.
class CrashTest {

    /// One crash a unit each hour and a half, in the mean.
    private static final double OFTEN = 730 / 1.5;

    @ParameterizedTest
    @EnumSource(Routing.class)
    void everyRequestStillHasOneOutcome(Routing routing) {
        for (var replaced : new boolean[] {false, true}) {
            var crashed = 0L;
            for (var replication = 0; replication < 3; replication++) {
                var result = run(routing, new HealthPlan(OFTEN, 60, 75, replaced, 0, 3_600), replication);
                var requests = result.requests();
                assertThat(result.fleet().crashes()).isPositive();
                assertThat(requests.crashed()).isLessThanOrEqualTo(requests.failed());
                assertThat(requests.served()
                                + requests.rejected()
                                + requests.timedOut()
                                + requests.failed()
                                + requests.inFlight())
                        .isEqualTo(requests.arrived());
                crashed += requests.crashed();
            }
            // a worker of one line may be idle when it crashes, but not each time
            assertThat(crashed).isPositive();
        }
    }

    @Test
    void noCrashesNoFailures() {
        var result = run(Routing.ROUND_ROBIN, HealthPlan.SOUND);
        assertThat(result.fleet().crashes()).isZero();
        assertThat(result.requests().failed()).isZero();
    }

    @Test
    void withoutReplacementCapacityIsMissingUntilSomebodyComes() {
        var left = run(Routing.ROUND_ROBIN, new HealthPlan(OFTEN, 60, 75, false, 0, 3 * 3_600));
        var replaced = run(Routing.ROUND_ROBIN, new HealthPlan(OFTEN, 60, 75, true, 0, 0));
        assertThat(left.fleet().meanTasks()).isLessThan(replaced.fleet().meanTasks() - 0.3);
        assertThat(left.fleet().minTasks()).isEqualTo(1);
        // it stays in its group and is paid for
        assertThat(left.usage().compute().getFirst().billedSeconds()).isCloseTo(2 * 6 * 3_600, within(1.0));
        assertThat(left.usage().compute().getFirst().runs()).isEqualTo(2);
        assertThat(replaced.usage().compute().getFirst().runs()).isGreaterThan(2);
    }

    @Test
    void withEveryTargetUnhealthyTheLoadBalancerFailsOpen() {
        // nobody repairs: in the end both have crashed, and requests get 502 of a target instead of 503 of none
        var result = run(Routing.ROUND_ROBIN, new HealthPlan(4 * OFTEN, 60, 75, false, 0, 1e9));
        assertThat(result.fleet().crashes()).isEqualTo(2);
        assertThat(result.requests().noTarget()).isZero();
        assertThat(result.requests().failed()).isEqualTo(result.requests().crashed());
        var failed = result.timeline().orElseThrow().values("failed");
        assertThat(failed[failed.length - 1]).isEqualTo(600);
    }

    @Test
    void aTargetThatFailsAtOnceDrawsTrafficFromLeastOutstanding() {
        var inTurn = run(Routing.ROUND_ROBIN, new HealthPlan(OFTEN, 60, 75, true, 0, 0));
        var least = run(Routing.LEAST_OUTSTANDING, new HealthPlan(OFTEN, 60, 75, true, 0, 0));
        assertThat(least.fleet().crashes()).isEqualTo(inTurn.fleet().crashes());
        assertThat(least.requests().crashed()).isGreaterThan(inTurn.requests().crashed());
    }

    private static RunResult run(Routing routing, HealthPlan health) {
        return run(routing, health, 0);
    }

    private static RunResult run(Routing routing, HealthPlan health, int replication) {
        var plan = Plans.tasks(routing, new ScalingPlan.Fixed());
        var fragile = new FleetPlan(
                plan.unit(),
                plan.range(),
                plan.initialUnits(),
                plan.routing(),
                plan.start(),
                plan.drain(),
                plan.launches(),
                plan.scaling(),
                plan.rented(),
                plan.front(),
                health);
        var counts = new double[360];
        Arrays.fill(counts, 600);
        return SimulationTest.run(fragile, Plans.minutes(counts), 10, false, replication);
    }
}
