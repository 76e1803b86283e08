package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.EcsOnFargate;
import dev.hostlab.hosting.ElasticBeanstalk;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The delay from a step of load to the scale-out and to the new tasks, on the catalogue's own values, against AWS's
/// benchmark of ECS (containers-roadmap 2113): 363 s with metrics of 60 s, 86 s with metrics of 20 s, tasks 23 s
/// later. Load steps from 40 % to 90 % at a random moment, target 50 %.
class ScaleOutDelayTest {

    private static final int SEEDS = 1_000;
    private static final int BEFORE_SECONDS = 360;
    private static final int BINS = 1_800;

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

    /// A group that tracks its CPU: 42 s until the first breaching minute ends, two more, 60 s until it is
    /// published, 30 s until an evaluation, 10 s until instances are asked for.
    @Test
    void groupWithDetailedMonitoringTakesAboutFourMinutes() {
        assertThat(asked(group("1", "3"))).isCloseTo(262, within(15.0));
    }

    /// Five-minute points: 210 s until the first breaching one ends, then one or two more of 300 s.
    @ParameterizedTest
    @CsvSource({"2, 610", "3, 910"})
    void groupWithBasicMonitoringTakesTenToFifteenMinutes(String points, double expected) {
        assertThat(asked(group("5", points))).isCloseTo(expected, within(25.0));
    }

    /// Mean delays over all seeds in seconds.
    ///
    /// @param trigger load steps → desired count changes
    /// @param request desired count changes → capacity is asked for
    /// @param tasks   desired count changes → first new task serves
    private record Delays(double trigger, double request, double tasks) {}

    private static Delays delays(String highResolution) {
        return delays(tasks(highResolution), 60);
    }

    private static double asked(FleetPlan group) {
        var delays = delays(group, 300);
        return delays.trigger() + delays.request();
    }

    /// @param spread seconds over which the moment of the step is drawn
    private static Delays delays(FleetPlan plan, int spread) {
        var trigger = new double[SEEDS];
        var request = new double[SEEDS];
        var tasks = new double[SEEDS];
        for (var seed = 0; seed < SEEDS; seed++) {
            var step = BEFORE_SECONDS + (int) (spread * Draws.unit(Draws.bits(seed, 1)));
            var input = new RunInput(
                    step(step), ServiceTables.of(service()), plan, 1, new RunInput.Randomness(seed, 0, true), 0, false);
            var decision =
                    new Simulation(input, RunMonitor.NONE).run().decisions().getFirst();
            trigger[seed] = decision.atSeconds() - step;
            var clocks = decision.clocks();
            request[seed] = clocks.request();
            tasks[seed] = clocks.request() + clocks.start() + clocks.registration();
        }
        return new Delays(StatUtils.mean(trigger), StatUtils.mean(request), StatUtils.mean(tasks));
    }

    /// Tasks on Fargate with an image of 30 MB that starts at once, without a load balancer.
    private static FleetPlan tasks(String highResolution) {
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

    /// Two instances of one vCPU on Beanstalk, whose group tracks its CPU.
    private static FleetPlan group(String monitoringMinutes, String highPoints) {
        var user = new LinkedHashMap<String, String>();
        user.put("beanstalk.scaling.policy", "target-tracking");
        user.put("beanstalk.scaling.metric", "cpu");
        user.put("beanstalk.trigger.upper", "50");
        user.put("beanstalk.monitoringMinutes", monitoringMinutes);
        user.put("beanstalk.tracking.highPoints", highPoints);
        user.put("beanstalk.minInstances", "2");
        user.put("beanstalk.maxInstances", "20");
        user.put("task.memoryGiB", "1");
        var revision = Settings.standard().with(user);
        assertThat(revision.issues()).isEmpty();
        var type = new InstanceType("test.one", 1, 2_048, Architecture.X86_64, null, false, 0);
        return new ElasticBeanstalk(revision.settings(), type).fleetPlan(2);
    }

    /// Two units of one vCPU: 8 requests a second of 100 ms are 40 %, 18 are 90 %. One bin a second.
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
