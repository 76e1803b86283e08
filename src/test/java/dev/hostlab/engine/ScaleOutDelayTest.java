package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.MetricClock;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.TargetTracking;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/// The delay from a step of load to the scale-out, against AWS's own benchmark of ECS (containers-roadmap 2113):
/// 363 s with metrics of 60 s, 86 s with metrics of 20 s. Load steps from 40 % to 90 % at a random moment, target
/// 50 %.
class ScaleOutDelayTest {

    private static final int SEEDS = 300;
    private static final int BEFORE_SECONDS = 360;
    private static final int BINS = 1_200;

    @Test
    void standardMetricsTakeAboutSixMinutes() {
        assertThat(meanDelay(new MetricClock(60, 158, 60, 13), 15)).isCloseTo(363, within(20.0));
    }

    @Test
    void highResolutionMetricsTakeAboutAMinuteAndAHalf() {
        assertThat(meanDelay(new MetricClock(20, 22, 10, 5), 45)).isCloseTo(86, within(10.0));
    }

    private static double meanDelay(MetricClock clock, int lowPoints) {
        var alarms = new TargetTracking.AlarmShape(3, lowPoints, 0.9);
        var policy = new TargetTracking(50, new CapacityRange(2, 20), 300, 300, alarms, 1);
        var plan = Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Tracking(ScalingMetric.CPU, clock, policy));
        var delays = new double[SEEDS];
        for (var seed = 0; seed < SEEDS; seed++) {
            var step = BEFORE_SECONDS + (int) (60 * Draws.unit(Draws.bits(seed, 1)));
            var input = new RunInput(
                    step(step), ServiceTables.of(service()), plan, 1, new RunInput.Randomness(seed, 0, true), 0, false);
            var decisions = new Simulation(input, RunMonitor.NONE).run().decisions();
            delays[seed] = decisions.getFirst().atSeconds() - step;
        }
        return StatUtils.mean(delays);
    }

    /// Two tasks of one vCPU: 8 requests a second of 100 ms are 40 %, 18 are 90 %. One bin a second.
    private static BinnedArrivals step(int atSecond) {
        var widths = new long[BINS];
        Arrays.fill(widths, 1_000_000_000L);
        var counts = new double[BINS];
        Arrays.fill(counts, 0, atSecond, 8);
        Arrays.fill(counts, atSecond, BINS, 18);
        return new BinnedArrivals(widths, BinnedArrivals.Columns.of(counts));
    }

    private static ServiceModel service() {
        return new ServiceModel(
                10,
                new ServiceModel.Cpu(100, 0, 0, new Variation.Constant()),
                new ServiceModel.Upstream(
                        0, new Variation.Constant(), 0, ServiceModel.Decoding.NONE, ServiceModel.Stalls.NONE),
                ServiceModel.Tokens.NONE,
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT);
    }
}
