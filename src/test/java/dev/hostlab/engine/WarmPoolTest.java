package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.ElasticBeanstalk;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.scaling.Fulfilment;
import dev.hostlab.settings.Settings;
import dev.hostlab.usage.Capacity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Instances that wait beforehand: sooner there, and paid for while they wait.
class WarmPoolTest {

    @Test
    void aPoolSparesBootHooksAndPull() {
        var cold = run(Map.of());
        var warm = run(Map.of("beanstalk.warmPoolInstances", "2"));
        var first = warm.decisions().getFirst().fulfilment();
        assertThat(first.steps())
                .extracting(Fulfilment.Step::what)
                .containsExactly(
                        "group reacts", "instance resumes", "application starts", "registration", "first health check");
        // 10 react + 21.2 resume + 3 start + 2 registration + 7.5 until the first check
        assertThat(first.firstSeconds()).isCloseTo(10 + 21.2 + start() + 9.5, within(1e-6));
        assertThat(first.firstSeconds())
                .isLessThan(cold.decisions().getFirst().fulfilment().firstSeconds() - 60);
        // the third comes after the pool has been filled again
        assertThat(warm.decisions().get(2).fulfilment().firstSeconds()).isEqualTo(first.firstSeconds());
    }

    @Test
    void stoppedOnesCostTheirVolumeAndRunningOnesEverything() {
        var stopped = run(Map.of("beanstalk.warmPoolInstances", "2")).usage().compute();
        assertThat(stopped).hasSize(2);
        assertThat(stopped.getLast().capacity()).isEqualTo(new Capacity.Stopped("t3.small", 30));
        assertThat(stopped.getLast().billedSeconds()).isBetween(2 * 5_000.0, 2 * 5_400.0);
        var running = run(Map.of("beanstalk.warmPoolInstances", "2", "ec2.warmPoolState", "running"))
                .usage()
                .compute();
        assertThat(running.getLast().capacity()).isInstanceOf(Capacity.Instances.class);
        assertThat(run(Map.of()).usage().compute()).hasSize(1);
    }

    @Test
    void anEmptyPoolIsNoHelpUntilItIsFilled() {
        var one = run(Map.of("beanstalk.warmPoolInstances", "1", "beanstalk.trigger.upperIncrement", "3"));
        var first = one.decisions().getFirst().fulfilment();
        assertThat(first.units()).isEqualTo(3);
        assertThat(first.lastSeconds()).isGreaterThan(first.firstSeconds() + 60);
    }

    private static double start() {
        return Settings.standard().get(dev.hostlab.settings.ServiceParameters.START_SECONDS);
    }

    private static RunResult run(Map<String, String> more) {
        var changes = new LinkedHashMap<>(Map.of(
                "beanstalk.minInstances",
                "1",
                "beanstalk.maxInstances",
                "4",
                "startTimes",
                "median",
                "task.memoryGiB",
                "1"));
        changes.putAll(more);
        var revision = Settings.standard().with(changes);
        assertThat(revision.issues()).isEmpty();
        var type = new InstanceType("t3.small", 2, 2_048, Architecture.X86_64, null, true, 0);
        var counts = new double[90];
        Arrays.fill(counts, 200);
        Arrays.fill(counts, 10, 90, 15_000);
        var plan = new ElasticBeanstalk(revision.settings(), type).fleetPlan(1);
        return SimulationTest.run(plan, Plans.minutes(counts), 1_000_000, false, 0);
    }
}
