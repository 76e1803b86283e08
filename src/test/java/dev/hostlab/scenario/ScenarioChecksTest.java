package dev.hostlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.EcsOnEc2Parameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioChecksTest {

    private static Resolution resolve(Map<String, String> choices) {
        var user = Settings.standard().with(choices);
        assertThat(user.issues()).isEmpty();
        return ScenarioDefaults.resolve(user.settings(), Loads.perMinute(600), Loads.TYPES);
    }

    @ParameterizedTest
    @CsvSource({
        "capacity.min, 5, capacity.max, 4, capacity.min",
        "service.stallMinSeconds, 90, seed, 1, service.stallMinSeconds",
        "ec2.bootMedianSeconds, 100, seed, 1, ec2.bootMedianSeconds",
        "service.memoryMbBase, 3000, seed, 1, task.memoryGiB",
        "beanstalk.instanceType, x9.large, seed, 1, beanstalk.instanceType",
        "beanstalk.instanceType, m7g.large, seed, 1, beanstalk.instanceType",
        "ecs-ec2.instanceType, t3.micro, seed, 1, ecs-ec2.instanceType",
        "beanstalk.minInstances, 5, beanstalk.maxInstances, 4, beanstalk.minInstances",
        "beanstalk.trigger.lower, 80, seed, 1, beanstalk.trigger.lower",
        "beanstalk.monitoringMinutes, 3, beanstalk.trigger.periodMinutes, 5, beanstalk.monitoringMinutes",
        "beanstalk.monitoringMinutes, 5, seed, 1, beanstalk.trigger.periodMinutes",
        "beanstalk.trigger.measure, NetworkOut, beanstalk.scaling.metric, cpu, beanstalk.trigger.measure",
        "beanstalk.trigger.unit, Bytes, seed, 1, beanstalk.trigger.unit",
        "beanstalk.trigger.measure, RequestCountPerTarget, "
                + "beanstalk.trigger.statistic, Average, beanstalk.trigger.statistic",
        "beanstalk.trigger.breachDurationMinutes, 9, "
                + "beanstalk.trigger.evaluationPeriods, 2, beanstalk.trigger.breachDurationMinutes",
        "beanstalk.scaling.metric, request-count, "
                + "beanstalk.scaling.predictive.mode, forecast-only, beanstalk.scaling.predictive.mode",
        "beanstalk.scaling.steps, ..0=-1; 5..=1, seed, 1, beanstalk.scaling.steps",
        "fargate.scaling.metric, queue-backlog, seed, 1, fargate.scaling.metric",
        "fargate.scaling.metric, tokens-per-minute, seed, 1, fargate.scaling.metric"
    })
    void valuesThatCannotGoTogetherAreRefused(String path, String text, String other, String otherText, String blamed) {
        var resolution = resolve(Map.of(path, text, other, otherText));
        assertThat(resolution.issues()).extracting(Issue::path).containsExactly(blamed);
        assertThat(resolution.issues())
                .allSatisfy(issue -> assertThat(issue.advice()).isNotBlank());
    }

    @Test
    void allAreToldAtOnce() {
        var resolution =
                resolve(Map.of("capacity.min", "5", "capacity.max", "4", "task.vcpu", "16", "task.memoryGiB", "120"));
        assertThat(resolution.issues()).extracting(Issue::path).containsExactly("capacity.min");
        var none = resolve(Map.of("capacity.min", "5", "capacity.max", "4", "ecs-ec2.instanceType", "c5.nano"));
        assertThat(none.issues())
                .hasSize(2)
                .last()
                .satisfies(issue -> assertThat(issue.advice()).contains("m7i.large"));
    }

    @Test
    void workersHaveNoRequestsPerTarget() {
        var resolution =
                resolve(Map.of("service.preset", "queue-worker", "ecs-ec2.scaling.metric", "requests-per-target"));
        assertThat(resolution.issues()).extracting(Issue::path).containsExactly("ecs-ec2.scaling.metric");
    }

    @ParameterizedTest
    @CsvSource({
        "slo.p95Ms, 10, slo.p95Ms",
        "service.clientTimeoutSeconds, 0.1, service.clientTimeoutSeconds",
        "alb.idleTimeoutSeconds, 1, ",
        "service.memoryMbPerRequest, 100, task.memoryGiB",
        "capacity.max, 1, "
    })
    void pointlessValuesAreNotedOnly(String path, String text, String noted) {
        var resolution = resolve(Map.of(path, text));
        assertThat(resolution.issues()).isEmpty();
        assertThat(resolution.notes()).extracting(Issue::path).isEqualTo(noted == null ? List.of() : List.of(noted));
    }

    @Test
    void tooFewTasksForThePeakAreNoted() {
        // 60,000 a minute keep 1,000 × 20 ms = 20 vCPU = 40 tasks busy.
        var user = Settings.standard().with("capacity.max", "39").settings();
        var notes = ScenarioDefaults.resolve(user, Loads.perMinute(60_000), Loads.TYPES)
                .notes();
        assertThat(notes)
                .singleElement()
                .satisfies(note -> assertThat(note.problem()).contains("40.0 tasks"));
    }

    @Test
    void silentConnectionsAreNoted() {
        var notes = resolve(Map.of(
                        "service.upstreamMs", "70000", "slo.p95Ms", "100000", "service.clientTimeoutSeconds", "0"))
                .notes();
        assertThat(notes).extracting(Issue::path).containsExactly("alb.idleTimeoutSeconds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json-api",
                "llm-proxy-python",
                "llm-proxy-compiled",
                "retrieval-worker",
                "queue-worker",
                "llm-proxy-python-buffered",
                "llm-proxy-compiled-buffered"
            })
    void presetsAreWithoutFault(String preset) {
        for (var setup : List.of("tuned", "aws-defaults")) {
            for (var architecture : List.of("x86_64", "arm64")) {
                var choices = Map.of("service.preset", preset, "preset", setup, "task.architecture", architecture);
                var user = Settings.standard().with(choices).settings();
                // Enough types of both architectures for the smallest and the two-task rule.
                var resolution = ScenarioDefaults.resolve(user, Loads.perMinute(60), Loads.TYPES);
                assertThat(resolution.issues()).as(choices.toString()).isEmpty();
                assertThat(resolution.notes()).as(choices.toString()).isEmpty();
            }
        }
    }

    @Test
    void fargateHasNoGpuAndInstancesThatHaveOneAreChosen() {
        var types = new ArrayList<>(Loads.TYPES);
        types.add(new InstanceType("g5.xlarge", 4, 16_384, Architecture.X86_64, 2_500, false, 1));
        types.add(new InstanceType("g5.12xlarge", 48, 196_608, Architecture.X86_64, 40_000, false, 4));
        var user = Settings.standard()
                .with(Map.of("service.preset", "gpu-inference"))
                .settings();
        var resolution = ScenarioDefaults.resolve(user, Loads.perMinute(60), types);
        assertThat(resolution.issues())
                .extracting(Issue::path, Issue::problem)
                .containsExactly(tuple("fargate.task.gpus", "Fargate has no GPU, and a task reserves 1."));
        assertThat(resolution.settings().get(EcsOnEc2Parameters.INSTANCE_TYPE)).isEqualTo("g5.xlarge");
        assertThat(resolution.settings().get(BeanstalkParameters.INSTANCE_TYPE)).isEqualTo("g5.xlarge");
    }
}
