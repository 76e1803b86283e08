package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.EcsOnFargate;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.scenario.ScenarioDefaults;
import dev.hostlab.settings.Settings;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/// The delay from a step of load to the scale-out and to the new tasks, on the catalogue's own values, against AWS's
/// benchmark of ECS (containers-roadmap 2113): 363 s with metrics of 60 s, 86 s with metrics of 20 s, tasks 23 s
/// later. Load steps from 40 % to 90 % at a random moment, target 50 %.
class ScaleOutDelayTest {

    private static final int SEEDS = 1_000;
    private static final int BEFORE_SECONDS = 360;
    private static final int BINS = 960;

    @Test
    void standardMetricsTakeAboutSixMinutes() {
        var delays = delays("false");
        assertThat(delays.trigger()).isCloseTo(363, within(20.0));
        assertThat(delays.tasks()).isCloseTo(23, within(8.0));
    }

    @Test
    void highResolutionMetricsTakeAboutAMinuteAndAHalf() {
        var delays = delays("true");
        assertThat(delays.trigger()).isCloseTo(86, within(10.0));
        assertThat(delays.tasks()).isCloseTo(23, within(8.0));
    }

    /// Mean delays over all seeds in seconds.
    ///
    /// @param trigger load steps → desired count changes
    /// @param tasks   desired count changes → first new task serves
    private record Delays(double trigger, double tasks) {}

    private static Delays delays(String highResolution) {
        var plan = plan(highResolution);
        var trigger = new double[SEEDS];
        var tasks = new double[SEEDS];
        for (var seed = 0; seed < SEEDS; seed++) {
            var step = BEFORE_SECONDS + (int) (60 * Draws.unit(Draws.bits(seed, 1)));
            var input = new RunInput(
                    step(step), ServiceTables.of(service()), plan, 1, new RunInput.Randomness(seed, 0, true), 0, false);
            var decision =
                    new Simulation(input, RunMonitor.NONE).run().decisions().getFirst();
            trigger[seed] = decision.atSeconds() - step;
            var clocks = decision.clocks();
            tasks[seed] = clocks.request() + clocks.start() + clocks.registration();
        }
        return new Delays(StatUtils.mean(trigger), StatUtils.mean(tasks));
    }

    /// Tasks on Fargate with an image of 30 MB that starts at once, without a load balancer.
    private static FleetPlan plan(String highResolution) {
        var user = new LinkedHashMap<String, String>();
        user.put("service.kind", "queue-worker");
        user.put("service.imageMb", "30");
        user.put("service.startSeconds", "0");
        user.put("task.vcpu", "1");
        user.put("task.memoryGiB", "2");
        user.put("capacity.min", "2");
        user.put("capacity.max", "20");
        user.put("fargate.scaling.metric", "cpu");
        user.put("fargate.scaling.target", "50");
        user.put("fargate.highResolutionMetrics", highResolution);
        var revision = Settings.standard().with(user);
        assertThat(revision.issues()).isEmpty();
        var resolved = ScenarioDefaults.resolve(revision.settings(), List.of()).settings();
        return new EcsOnFargate(resolved).fleetPlan(2);
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
