package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.ElasticBeanstalk;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Latency;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.hosting.StartUp;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Beanstalk out of the box under a step of load: one instance at a time, however large the spike, since each waits
/// for the launch before it and a cooldown of 360 s (Elastic Beanstalk developer guide, general options; EC2 Auto
/// Scaling user guide, scaling cooldowns).
class SlowBeanstalkTest {

    private static final Settings DEFAULTS = Settings.standard()
            .with(BeanstalkParameters.MIN_INSTANCES, 1)
            .with(BeanstalkParameters.MAX_INSTANCES, 4)
            .with(RunParameters.START_TIMES, "median");

    @Test
    void fromOneToFourInstancesTakesTwentyMinutesAndAHalf() {
        // A launch of 150 s that is the whole activity, then 360 s of cooldown: 510 s, so the alarm acts again 540 s
        // after each decision. Third decision at 1,080 s, its instance in service at 1,230 s = 20.5 min.
        var result = run(launchOf(150));
        var out = result.decisions().stream()
                .filter(decision -> decision.to() > decision.from())
                .toList();
        assertThat(out).extracting(ScalingDecision::to).containsExactly(2, 3, 4);
        var first = out.getFirst().atSeconds();
        assertThat(out.get(1).atSeconds() - first).isCloseTo(540, within(1e-6));
        assertThat(out.get(2).atSeconds() - first).isCloseTo(1_080, within(1e-6));
        var served = out.get(2).atSeconds() + out.get(2).fulfilment().firstSeconds();
        assertThat((served - first) / 60).isCloseTo(20.5, within(1e-9));
        assertThat(out).allSatisfy(decision -> {
            assertThat(decision.reason()).contains("above");
            assertThat(decision.fulfilment().firstSeconds()).isEqualTo(150);
        });
        // the alarm asks each minute: 150 s while the instance launches, then in the cooldown, 480 s in all
        assertThat(out.get(1).reason()).contains("; held back for 480 s by cooldown until ");
    }

    @Test
    void theDefaultsThemselvesTakeSixteenMinutes() {
        // The activity ends when the instance runs in its group: 10 + 26 s after the decision. Then 360 s, so the alarm
        // acts again after 420 s. Third decision at 840 s; its instance serves after hooks, pull, start and a check.
        var result = run(beanstalk());
        var out = result.decisions().stream()
                .filter(decision -> decision.to() > decision.from())
                .toList();
        assertThat(out).extracting(ScalingDecision::to).containsExactly(2, 3, 4);
        assertThat(out.get(2).atSeconds() - out.getFirst().atSeconds()).isCloseTo(840, within(1e-6));
        var whole = 840 + out.get(2).fulfilment().firstSeconds();
        assertThat(whole / 60).isBetween(15.5, 17.0);
    }

    private static FleetPlan launchOf(double seconds) {
        var plan = beanstalk();
        var trigger = (ScalingPlan.Trigger) plan.scaling();
        var launch = new StartUp.Stage("launch", new Latency.Fixed(seconds), true);
        return new FleetPlan(
                plan.unit(),
                plan.range(),
                plan.initialUnits(),
                plan.routing(),
                new StartUp(List.of(launch), 1),
                plan.drain(),
                plan.launches(),
                new ScalingPlan.Trigger(trigger.metric(), trigger.clock(), trigger.policy(), 1),
                plan.rented(),
                plan.front());
    }

    private static FleetPlan beanstalk() {
        var type = new InstanceType("t3.small", 2, 2_048, Architecture.X86_64, null, true, 0);
        return new ElasticBeanstalk(DEFAULTS.with("task.memoryGiB", "1").settings(), type).fleetPlan(1);
    }

    /// 200 requests a minute of 2 kB until the tenth minute, then 15,000: 30 MB a minute, 7.5 MB for each of four.
    private static RunResult run(FleetPlan plan) {
        var counts = new double[90];
        Arrays.fill(counts, 200);
        Arrays.fill(counts, 10, 90, 15_000);
        return SimulationTest.run(plan, Plans.minutes(counts), 1_000_000, false, 0);
    }
}
