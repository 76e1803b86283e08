package dev.hostlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.EcsOnEc2Parameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.OptionEffort;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.QueueParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.validation.Issue;
import dev.hostlab.workload.Workload;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioDefaultsTest {

    private static final Workload QUIET = Loads.perMinute(60, 120, 60);
    private static final Workload CHAT =
            Loads.withTokens(new double[] {120}, new double[] {120 * 1_155}, new double[] {120 * 211});

    private static Settings resolve(Workload workload, Map<String, String> choices) {
        var user = Settings.standard().with(choices);
        assertThat(user.issues()).isEmpty();
        var resolution = ScenarioDefaults.resolve(user.settings(), workload, Loads.TYPES);
        assertThat(resolution.issues()).isEmpty();
        return resolution.settings();
    }

    @Test
    void columnsDecideTheService() {
        var values = new double[] {5};
        assertThat(preset(QUIET)).isEqualTo("json-api");
        assertThat(preset(CHAT)).isEqualTo("llm-proxy-python");
        assertThat(preset(Loads.withQueue(values, values))).isEqualTo("queue-worker");
        assertThat(preset(Loads.withTokensAndQueue(values))).isEqualTo("retrieval-worker");
    }

    private static String preset(Workload workload) {
        return resolve(workload, Map.of()).get(ServiceParameters.PRESET);
    }

    @Test
    void userHasTheLastWord() {
        var settings = resolve(CHAT, Map.of("service.preset", "json-api", "service.concurrency", "7"));
        assertThat(settings.get(ServiceParameters.CPU_MS_PER_REQUEST)).isEqualTo(20);
        assertThat(settings.get(ServiceParameters.CONCURRENCY)).isEqualTo(7);
        assertThat(settings.changed()).containsExactly("service.preset", "service.concurrency");
    }

    @Test
    void resolvingTwiceChangesNothing() {
        var once = resolve(CHAT, Map.of("fargate.scaling.metric", "cpu"));
        assertThat(ScenarioDefaults.resolve(once, CHAT, Loads.TYPES).settings()).isEqualTo(once);
    }

    @Test
    void mostTasksHoldOneAndAHalfPeakMinutes() {
        // json-api: 20 ms of CPU on half a vCPU, 60 ms in a slot. Hardest minute 6,000 requests = 100 a second: 2 vCPU
        // busy = 4 tasks, or 6 of 32 slots = 0.19 tasks. CPU decides: 4 ÷ 0.6 × 1.5 = 10.
        assertThat(maxTasks(Loads.perMinute(600, 6_000, 600))).isEqualTo(10);
        // Ten requests more need 10.0167 tasks.
        assertThat(maxTasks(Loads.perMinute(6_010))).isEqualTo(11);
        // The same 6,000 spread over ten minutes need a tenth, and four are the least.
        assertThat(maxTasks(Loads.perTenMinutes(6_000))).isEqualTo(4);
    }

    @Test
    void tokensCountTowardsThePeakMinute() {
        // llm-proxy-python with 1,155 and 211 tokens: CPU 8 + 2.31 + 63.3 = 73.61 ms; upstream 784 + 173.25 + 3,014.29
        // ms
        // and 0.5 % of 40 s = 200 ms; a slot for 4.2451 s. 1,200 a minute = 20 a second hold 84.9 slots = 8.490 tasks
        // of
        // 10, more than 1.47 by CPU; ÷ 0.6 × 1.5 = 21.2.
        var settings = resolve(
                Loads.withTokens(new double[] {1_200}, new double[] {1_200 * 1_155}, new double[] {1_200 * 211}),
                Map.of());
        assertThat(settings.get(TaskParameters.MAX_TASKS)).isEqualTo(22);
    }

    private static int maxTasks(Workload workload) {
        return resolve(workload, Map.of()).get(TaskParameters.MAX_TASKS);
    }

    @Test
    void oneBoundPullsTheOther() {
        assertThat(resolve(QUIET, Map.of("capacity.max", "1")).get(TaskParameters.MIN_TASKS))
                .isEqualTo(1);
        assertThat(resolve(QUIET, Map.of("capacity.min", "9")).get(TaskParameters.MAX_TASKS))
                .isEqualTo(9);
    }

    @Test
    void tunedScalesOnWhatRunsOutFirst() {
        assertThat(resolve(QUIET, Map.of()).get(EcsParameters.FARGATE.metric)).isEqualTo("cpu");
        assertThat(resolve(CHAT, Map.of()).get(EcsParameters.ECS_EC2.metric)).isEqualTo("in-flight");
        var worker = resolve(QUIET, Map.of("service.preset", "queue-worker"));
        assertThat(worker.get(EcsParameters.FARGATE.metric)).isEqualTo("queue-backlog");
        assertThat(worker.get(BeanstalkParameters.METRIC)).isEqualTo("cpu");
        assertThat(worker.get(EcsOnEc2Parameters.TARGET_CAPACITY)).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, 60, 158",
        "memory, 60, 158",
        "in-flight, 60, 5",
        // Half a vCPU ÷ 20 ms = 25 a second; × 60 s × 0.6.
        "requests-per-target, 900, 60"
    })
    void metricResetsTargetAndDelay(String metric, double target, double delay) {
        var settings = resolve(QUIET, Map.of("fargate.scaling.metric", metric));
        assertThat(settings.get(EcsParameters.FARGATE.target)).isEqualTo(target);
        assertThat(settings.get(EcsParameters.FARGATE.publishDelaySeconds)).isEqualTo(delay);
    }

    @Test
    void backlogTargetIsPatienceOverSecondsAMessage() {
        // AWS's example: 0.1 s a message, 10 s acceptable, one at a time: 100 messages a task.
        assertThat(backlogTarget("1")).isEqualTo(100);
        // Target tracking holds a metric at its target, so the default stays below.
        assertThat(backlogTarget("0.5")).isEqualTo(50);
        assertThat(QueueParameters.BACKLOG_SHARE.standard()).isEqualTo(0.5);
    }

    private static double backlogTarget(String share) {
        var settings = resolve(
                QUIET,
                Map.of(
                        "service.preset", "queue-worker",
                        "service.concurrency", "1",
                        "service.cpuMsPerRequest", "40",
                        "service.upstreamMs", "60",
                        "slo.p95Ms", "10000",
                        "queue.backlogShare", share));
        return settings.get(EcsParameters.FARGATE.target);
    }

    @Test
    void highResolutionBringsItsOwnClocks() {
        var settings = resolve(QUIET, Map.of("fargate.highResolutionMetrics", "true"));
        assertThat(settings.get(EcsParameters.FARGATE.metricPeriodSeconds)).isEqualTo(20);
        assertThat(settings.get(EcsParameters.FARGATE.publishDelaySeconds)).isEqualTo(22);
        assertThat(settings.get(EcsParameters.FARGATE.lowPoints)).isEqualTo(45);
        assertThat(settings.get(EcsParameters.ECS_EC2.metricPeriodSeconds)).isEqualTo(60);
    }

    @Test
    void beanstalkWatchesCpuWithAThresholdThatFitsTheService() {
        assertThat(resolve(QUIET, Map.of()).get(BeanstalkParameters.TARGET)).isEqualTo(60);
        // m7i.large holds two tasks of 10 slots: 0.6 × 2 × 10 ÷ 4.2451 s = 2.827 a second × 73.61 ms = 0.208 of 2 vCPU.
        var chat = resolve(CHAT, Map.of());
        assertThat(chat.get(BeanstalkParameters.INSTANCE_TYPE)).isEqualTo("m7i.large");
        assertThat(chat.get(BeanstalkParameters.TARGET)).isEqualTo(10.4);
        assertThat(chat.get(BeanstalkParameters.TRIGGER_UPPER)).isEqualTo(10.4);
        assertThat(chat.get(BeanstalkParameters.TRIGGER_LOWER)).isCloseTo(5.2, offset(1e-9));
        assertThat(chat.get(BeanstalkParameters.TRIGGER_MEASURE)).isEqualTo("CPUUtilization");
    }

    @Test
    void beanstalkGrowsByAQuarterOfTheFleet() {
        // 48 tasks, four on an m7i.large: 12 instances, 3 at a time.
        assertThat(resolve(QUIET, Map.of("capacity.max", "48")).get(BeanstalkParameters.TRIGGER_UPPER_INCREMENT))
                .isEqualTo(3);
    }

    @Test
    void triggerFollowsTargetUnlessSet() {
        var target = resolve(QUIET, Map.of("beanstalk.scaling.target", "40"));
        assertThat(target.get(BeanstalkParameters.TRIGGER_UPPER)).isEqualTo(40);
        assertThat(target.get(BeanstalkParameters.TRIGGER_LOWER)).isEqualTo(20);
        var upper = resolve(QUIET, Map.of("beanstalk.trigger.upper", "70"));
        assertThat(upper.get(BeanstalkParameters.TRIGGER_LOWER)).isEqualTo(35);
        var measure = resolve(QUIET, Map.of("beanstalk.trigger.measure", "NetworkOut"));
        assertThat(measure.get(BeanstalkParameters.METRIC)).isEqualTo("network-out");
        assertThat(measure.get(BeanstalkParameters.TRIGGER_UPPER)).isEqualTo(6_000_000);
    }

    @Test
    void outOfTheBoxIsAsAwsMakesIt() {
        var settings = resolve(QUIET, Map.of("preset", "aws-defaults"));
        assertThat(settings.get(BeanstalkParameters.INSTANCE_TYPE)).isEqualTo("t3.small");
        assertThat(settings.get(BeanstalkParameters.MIN_INSTANCES)).isEqualTo(1);
        assertThat(settings.get(BeanstalkParameters.MAX_INSTANCES)).isEqualTo(4);
        assertThat(settings.get(BeanstalkParameters.TRIGGER_MEASURE)).isEqualTo("NetworkOut");
        assertThat(settings.get(BeanstalkParameters.TRIGGER_UPPER)).isEqualTo(6_000_000);
        assertThat(settings.get(BeanstalkParameters.TRIGGER_LOWER)).isEqualTo(2_000_000);
        assertThat(settings.get(BeanstalkParameters.TRIGGER_UPPER_INCREMENT)).isEqualTo(1);
        assertThat(settings.get(EcsOnEc2Parameters.INSTANCE_TYPE)).isEqualTo("t3.medium");
        assertThat(settings.get(EcsParameters.ECS_EC2.scalingEnabled)).isFalse();
        var scaled = resolve(QUIET, Map.of("preset", "aws-defaults", "fargate.scaling.metric", "cpu"));
        assertThat(scaled.get(EcsParameters.FARGATE.scalingEnabled)).isTrue();
    }

    @Test
    void updatesByHandTakeLonger() {
        Parameter<Double> minutes = OptionEffort.BEANSTALK.parameter("patchMinutes");
        assertThat(resolve(QUIET, Map.of()).get(minutes)).isEqualTo(20);
        assertThat(resolve(QUIET, Map.of("beanstalk.managedUpdates", "false")).get(minutes))
                .isEqualTo(60);
    }

    @Test
    void withoutWorkloadEverythingElseIsDecided() {
        var resolution = ScenarioDefaults.resolve(Settings.standard(), Loads.TYPES);
        assertThat(resolution.isFine()).isTrue();
        assertThat(resolution.notes()).extracting(Issue::path).isEmpty();
        assertThat(resolution.settings().get(TaskParameters.MAX_TASKS)).isEqualTo(10);
    }
}
