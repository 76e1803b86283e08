package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.LaunchLimit;
import dev.hostlab.hosting.Rented;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ScalingMetric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What runs are metered for, against laws and sums worked by hand.
class MeteringTest {

    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @EnumSource(Routing.class)
    void littlesLawHoldsExactlyOnADrainedHour(Routing routing) {
        // everything leaves before the hour ends: mean requests inside = sum of response times ÷ hour. The load
        // balancer
        // meters connections active a minute = new ones (arrivals ÷ 60) + mean inside, in units of 3,000.
        var counts = new double[60];
        Arrays.fill(counts, 0, 50, 4_000);
        var result = SimulationTest.run(
                Plans.tasks(routing, new ScalingPlan.Fixed()), Plans.minutes(counts), 1_000_000, false, 0);
        var requests = result.requests();
        assertThat(requests.served()).isEqualTo(requests.arrived());
        var active = result.usage().loadBalancer().activeConnectionLcuHours() * 3_000;
        var inside = active - requests.arrived() / 60.0;
        var byLittle = result.meanResponseSeconds() * requests.served() / 3_600;
        assertThat(inside / byLittle).isCloseTo(1, within(1e-9));
    }

    @Test
    void responsesThatNobodyGetsAreNotBilled() {
        // 9,000 a minute are far beyond two tasks: many are turned away or answered after the client has left at 0.5 s
        var result = SimulationTest.run(
                Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed()), Plans.surge(1_500, 6), 0.5, false, 0);
        assertThat(result.requests().timedOut() + result.requests().rejected()).isGreaterThan(100_000);
        assertThat(result.usage().traffic().responseBytes())
                .isCloseTo(2_000.0 * result.requests().served(), within(1.0));
    }

    @Test
    void percentilesOfAnMm1AreExponential() {
        // response time of M/M/1 is exponential with rate μ − λ: p95 = −ln 0.05 ÷ 0.2 = 14.979 s, p50 = 3.466 s
        var queue = new QueueRun(Routing.CENTRAL, 1, new UnitShape(1, 1), QueueingTheoryTest.waiting(1));
        var p95 = 0.0;
        var p50 = 0.0;
        for (var replication = 0; replication < 20; replication++) {
            var responses = queue.play(0.8, 400_000, replication).latencies().responses();
            p95 += responses.percentileNanos(0.95) / 20e9;
            p50 += responses.percentileNanos(0.5) / 20e9;
        }
        assertThat(p95).isCloseTo(14.979, within(0.3));
        assertThat(p50).isCloseTo(3.466, within(0.06));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "511, 511", "512, 512", "1000000, 1000000", "123456789012, 123456789012"})
    void aSingleLatencyIsItsOwnPercentile(long nanos, double expected) {
        var histogram = new LatencyHistogram();
        histogram.record(nanos);
        assertThat(histogram.percentileNanos(1)).isCloseTo(expected, within(expected / 256));
        assertThat(histogram.percentileNanos(0.5)).isCloseTo(expected, within(expected / 256));
    }

    @Test
    void launchesAreHeldToTheirBucket() {
        // burst 100 at once, 20 a second after: launch 150 comes 50 ÷ 20 = 2.5 s later; a full bucket is back after 5 s
        var pacer = new LaunchPacer(List.of(new LaunchLimit(100, 20)));
        var last = 0L;
        for (var launch = 1; launch <= 150; launch++) {
            last = pacer.next(SECOND);
            if (launch <= 100) {
                assertThat(last).isEqualTo(SECOND);
            }
        }
        assertThat(last).isCloseTo(SECOND + 2_500_000_000L, within(10L));
        assertThat(pacer.next(20 * SECOND)).isEqualTo(20 * SECOND);
    }

    @Test
    void anHourOfMissesIsOnePageAndAMinuteIsNone() {
        var fixed = Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed());
        var surge = SimulationTest.run(fixed, Plans.surge(1_500, 6), 2, true, 0);
        assertThat(surge.usage().fleet().breachEpisodes()).isEqualTo(1);
        assertThat(surge.usage().fleet().breachDays()).isEqualTo(1);
        var counts = new double[120];
        Arrays.fill(counts, 1_500);
        counts[60] = 30_000;
        var blip = SimulationTest.run(fixed, Plans.minutes(counts), 2, true, 0);
        assertThat(blip.requests().served()).isLessThan(blip.requests().arrived());
        assertThat(blip.usage().fleet().breachEpisodes()).isZero();
    }

    @Test
    void twoHalfFullInstancesStrandOneAndTwoTasksOnOneStrandNone() {
        var hour = Plans.minutes(new double[60]);
        var spread = SimulationTest.run(onTwo(Rented.Placement.SPREAD), hour, 2, false, 0);
        var packed = SimulationTest.run(onTwo(Rented.Placement.BINPACK), hour, 2, false, 0);
        assertThat(spread.usage().compute().getFirst().billedSeconds()).isEqualTo(7_200);
        assertThat(spread.usage().compute().getFirst().strandedSeconds()).isEqualTo(3_600);
        assertThat(packed.usage().compute().getFirst().strandedSeconds()).isZero();
        // the other instance is empty, and the tasks on the first are idle
        assertThat(packed.usage().compute().getFirst().idleSeconds()).isEqualTo(7_200);
    }

    @Test
    void aPackedClusterWithASpareInstanceStaysAsItIs() {
        var plan = Plans.onInstances(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var result = SimulationTest.run(plan, Plans.minutes(new double[120]), 2, false, 0);
        assertThat(result.decisions()).isEmpty();
        assertThat(result.usage().compute().getFirst().billedSeconds()).isEqualTo(2 * 3_600);
    }

    @Test
    void drainingTasksOnInstancesCostTheirShare() {
        var plan = Plans.onInstances(Routing.LEAST_OUTSTANDING, Plans.tracking(ScalingMetric.CPU, 60));
        var result = SimulationTest.run(plan, Plans.surge(1_500, 6), 10, false, 0);
        var removed = result.decisions().stream()
                .filter(decision -> decision.layer().equals("tasks") && decision.to() < decision.from())
                .mapToInt(decision -> decision.from() - decision.to())
                .sum();
        assertThat(removed).isPositive();
        // 60 s of draining and 1 s to stop, two tasks to an instance
        assertThat(result.usage().compute().getFirst().drainingSeconds()).isCloseTo(removed * 61 / 2.0, within(31.0));
        assertThat(result.decisions()).isSortedAccordingTo((a, b) -> Double.compare(a.atSeconds(), b.atSeconds()));
    }

    private static FleetPlan onTwo(Rented.Placement placement) {
        var plan = Plans.onInstances(Routing.ROUND_ROBIN, new ScalingPlan.Fixed());
        var on = (Rented.OnInstances) plan.rented();
        var rented = new Rented.OnInstances(
                on.capacity(),
                on.clock(),
                2,
                placement,
                on.start(),
                on.cachedTaskStart(),
                on.terminateSeconds(),
                on.reservationPublishSeconds(),
                new CapacityRange(2, 2),
                null);
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
}
