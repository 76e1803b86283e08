package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.CreditPlan;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.usage.CpuCredits;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// CPU credits as a run meters them, from the CPU of each instance.
class CreditMeterTest {

    /// 3,000 requests a minute of 20 ms CPU each: one vCPU all the time, for three hours.
    private static final double BUSY_HOURS = 3;

    private static double surplus(FleetPlan plan) {
        return run(plan, 3_000).usage().compute().getFirst().surplusVcpuHours();
    }

    private static RunResult run(FleetPlan plan, double perMinute) {
        var counts = new double[180];
        Arrays.fill(counts, perMinute);
        return SimulationTest.run(plan, Plans.minutes(counts), 1_000_000, false, 0);
    }

    private static CreditPlan earning(double perHour, double bootVcpus, double atStart) {
        return new CreditPlan(new CpuCredits(perHour, 0, true), bootVcpus, atStart);
    }

    @Test
    void eachInstanceOwesWhatItUsesBeyondItsEarnings() {
        // two instances at 0.5 vCPU that earn 0.1 each: 2 × 0.4 × 3 h = 2.4 vCPU-h
        var plan = Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed()).on(earning(6, 0, 0));
        assertThat(surplus(plan)).isCloseTo(2 * 0.4 * BUSY_HOURS, within(0.03));
    }

    @Test
    void tasksShareTheCreditsOfTheirInstance() {
        // one instance with both tasks, one vCPU busy, 0.4 earned: 0.6 × 3 h
        var plan =
                Plans.onInstances(Routing.ROUND_ROBIN, new ScalingPlan.Fixed()).on(earning(24, 0, 0));
        assertThat(surplus(plan)).isCloseTo(0.6 * BUSY_HOURS, within(0.03));
    }

    @Test
    void whatIsThereAtTheStartIsSpentFirst() {
        // 30 credits each are half a vCPU-hour each
        var plan = Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed());
        var without = surplus(plan.on(earning(6, 0, 0)));
        assertThat(without - surplus(plan.on(earning(6, 0, 30)))).isCloseTo(1, within(1e-6));
    }

    @Test
    void belowTheBaselineNothingIsOwed() {
        var plan = Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed()).on(earning(36, 0, 0));
        assertThat(surplus(plan)).isZero();
    }

    @Test
    void eachStartPaysForItsBoot() {
        // 40 s from the start of the bill until a task takes requests, with one vCPU busy
        var plan = Plans.tasks(Routing.ROUND_ROBIN, Plans.tracking(ScalingMetric.CPU, 60));
        var counts = Plans.surge(2_000, 4);
        var idle = SimulationTest.run(plan.on(earning(0.001, 0, 0)), counts, 1_000_000, false, 0);
        var busy = SimulationTest.run(plan.on(earning(0.001, 1, 0)), counts, 1_000_000, false, 0);
        var launches = busy.usage().fleet().launches();
        assertThat(launches).isGreaterThan(2);
        var more = busy.usage().compute().getFirst().surplusVcpuHours()
                - idle.usage().compute().getFirst().surplusVcpuHours();
        assertThat(more).isCloseTo(launches * 40 / 3_600, within(launches * 2 / 3_600));
        assertThat(busy.requests()).isEqualTo(idle.requests());
    }
}
