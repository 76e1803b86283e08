package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.EcsOnEc2;
import dev.hostlab.hosting.EcsOnFargate;
import dev.hostlab.hosting.ElasticBeanstalk;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.SampleInstanceTypes;
import dev.hostlab.scenario.ScenarioDefaults;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Domain;
import dev.hostlab.settings.EcsOnEc2Parameters;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.Settings;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.ServiceModels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every setting about AWS changes what a run finds in at least one of a few situations, when a user changes it alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverySettingActsTest {

    private static final Set<String> GROUPS = Set.of("Crashes", "EC2", "Load balancer", "CloudWatch");

    /// What changes nothing by itself, and why.
    private static final Map<String, String> IDLE = Map.of(
            "beanstalk.trigger.unit", "another unit than the metric's is refused",
            "beanstalk.trigger.measure", "another name of beanstalk.scaling.metric");

    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("service.preset", "json-api"),
            Map.entry("service.cpuMsPerRequest", "5000"),
            Map.entry("service.upstreamMs", "500"),
            Map.entry("service.concurrency", "4"),
            Map.entry("service.imageMb", "300"),
            Map.entry("service.memoryMbPerRequest", "300"),
            Map.entry("service.memoryMbBase", "300"),
            Map.entry("service.clientTimeoutSeconds", "120"),
            Map.entry("task.vcpu", "1"),
            Map.entry("task.memoryGiB", "2"),
            Map.entry("capacity.min", "2"),
            Map.entry("capacity.max", "16"));

    private final Map<String, String> found = new HashMap<>();
    private final Map<ServiceModel, ServiceTables> tables = new HashMap<>();

    /// Situations in which settings may act.
    private static final List<Situation> SITUATIONS = List.of(
            new Situation(surge(), "preset=tuned"),
            new Situation(surge(), "preset=aws-defaults", "fargate.spotShare=0.5"),
            new Situation(surge(), "beanstalk.instanceType=t3.medium", "beanstalk.spot.enabled=true"),
            new Situation(surge(), "ecs-ec2.spot.enabled=true", "ecs-ec2.spot.onDemandAboveBasePercent=50"),
            new Situation(
                    surge(),
                    "beanstalk.scaling.policy=step",
                    "beanstalk.scaling.steps=..0=-10; 0..=10",
                    "beanstalk.scaling.stepAdjustment=PercentChangeInCapacity",
                    "ecs-ec2.scaling.policy=step",
                    "ecs-ec2.scaling.steps=..0=-10; 0..=10",
                    "ecs-ec2.scaling.stepAdjustment=PercentChangeInCapacity",
                    "fargate.scaling.policy=step",
                    "fargate.scaling.steps=..0=-10; 0..=10",
                    "fargate.scaling.stepAdjustment=PercentChangeInCapacity"),
            new Situation(
                    surge(),
                    "beanstalk.scaling.policy=step",
                    "ecs-ec2.scaling.policy=step",
                    "fargate.scaling.policy=step"),
            new Situation(
                    ramp(),
                    "beanstalk.scaling.policy=target-tracking",
                    "beanstalk.scaling.schedule=daily 00:03 min=3",
                    "ecs-ec2.scaling.second.metric=requests-per-target",
                    "ecs-ec2.scaling.second.target=4",
                    "ecs-ec2.scaling.schedule=daily 00:03 min=6",
                    "fargate.scaling.second.metric=requests-per-target",
                    "fargate.scaling.second.target=4",
                    "fargate.scaling.schedule=daily 00:03 min=6"),
            new Situation(
                    days(),
                    "beanstalk.scaling.predictive.mode=forecast-and-scale",
                    "ecs-ec2.scaling.predictive.mode=forecast-and-scale",
                    "fargate.scaling.predictive.mode=forecast-and-scale"),
            new Situation(
                    afterANight(),
                    "service.kind=queue-worker",
                    "ecs-ec2.scaling.metric=queue-backlog",
                    "fargate.scaling.metric=queue-backlog"),
            new Situation(
                    surge(),
                    "service.crashesPerMonth=2000",
                    "service.imageMb=900",
                    "task.vcpu=4",
                    "task.memoryGiB=8",
                    "beanstalk.healthType=elb",
                    "beanstalk.routing=round-robin",
                    "beanstalk.warmPoolInstances=2",
                    "ecs-ec2.routing=round-robin",
                    "ecs-ec2.warmPoolInstances=2",
                    "ecs-ec2.placement=spread",
                    "ecs-ec2.managedTerminationProtection=false",
                    "ecs-ec2.provisioningLimit=1",
                    "fargate.routing=round-robin",
                    "fargate.soci=true",
                    "fargate.zstd=true",
                    "fargate.pullConcurrencyPenalty=10",
                    "alb.slowStartSeconds=120",
                    "alb.idleTimeoutSeconds=60",
                    "alb.targetKeepAliveSeconds=2"),
            new Situation(
                    surge(),
                    "capacity.max=100",
                    "beanstalk.trigger.upperIncrement=50",
                    "ecs-ec2.highResolutionMetrics=true",
                    "fargate.highResolutionMetrics=true",
                    "fargate.launchBurst=1"),
            new Situation(
                    surge(),
                    "task.vcpu=0.5",
                    "task.memoryGiB=3.9",
                    "beanstalk.instanceType=m7i.large",
                    "ecs-ec2.instanceType=m7i.large"),
            new Situation(
                    surge(),
                    "service.crashesPerMonth=2000",
                    "task.vcpu=0.25",
                    "task.memoryGiB=2",
                    "fargate.vcpuQuota=2",
                    "beanstalk.environmentType=single-instance"));

    /// What is set besides, and requests a minute.
    private static final class Situation {

        private final double[] counts;
        private final Map<String, String> choices = new LinkedHashMap<>(COMMON);

        Situation(double[] counts, String... choices) {
            this.counts = counts;
            for (var choice : choices) {
                var parts = choice.split("=", 2);
                this.choices.put(parts[0], parts[1]);
            }
        }
    }

    private static double[] surge() {
        var counts = new double[150];
        Arrays.fill(counts, 12);
        Arrays.fill(counts, 20, 75, 100);
        return counts;
    }

    private static double[] ramp() {
        var counts = new double[240];
        for (var minute = 0; minute < counts.length; minute++) {
            counts[minute] = 12 + Math.max(0, 80 - Math.abs(minute - 90)) + minute * 7 % 16;
        }
        return counts;
    }

    private static double[] days() {
        var counts = new double[2 * 1_440 + 660];
        for (var minute = 0; minute < counts.length; minute++) {
            counts[minute] = minute % 1_440 / 60 == 10 ? 6 + 20 * (1 + minute / 1_440) : 2;
        }
        return counts;
    }

    private static double[] afterANight() {
        var counts = new double[9 * 60];
        Arrays.fill(counts, 0, 10, 40);
        Arrays.fill(counts, 8 * 60, 8 * 60 + 30, 80);
        return counts;
    }

    static Stream<Parameter<?>> parameters() {
        return Catalogue.GROUPS.stream()
                .filter(group -> GROUPS.contains(group.title())
                        || group.title().startsWith("Elastic Beanstalk")
                        || group.title().startsWith("ECS on"))
                .flatMap(group -> group.parameters().stream());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aChangedSettingChangesARun(Parameter<?> parameter) {
        if (IDLE.containsKey(parameter.path())) {
            return;
        }
        var acts = SITUATIONS.stream().anyMatch(situation -> acts(parameter, situation));
        assertThat(acts).as(parameter.path()).isTrue();
    }

    private boolean acts(Parameter<?> parameter, Situation situation) {
        var before = resolved(situation.choices);
        for (var value : others(parameter, before.orElseThrow())) {
            var choices = new LinkedHashMap<>(situation.choices);
            choices.put(parameter.path(), value);
            var after = resolved(choices);
            if (after.isPresent()
                    && options(parameter.path())
                            .anyMatch(option -> !found(option, before.get(), situation)
                                    .equals(found(option, after.get(), situation)))) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> options(String path) {
        var all = List.of("beanstalk", "ecs-ec2", "fargate");
        var named = all.stream().filter(path::startsWith).toList();
        return (named.isEmpty() ? all : named).stream();
    }

    /// Some other values that the setting may have.
    private static Set<String> others(Parameter<?> parameter, Settings settings) {
        var now = settings.text(parameter);
        var others = new LinkedHashSet<String>();
        switch (parameter.domain()) {
            case Domain.Real(var min, var max) ->
                numbers(Double.parseDouble(now), min, max).forEach(n -> others.add("" + n));
            case Domain.Whole(var min, var max) ->
                numbers(Double.parseDouble(now), min, max).forEach(n -> others.add("" + Math.round(n)));
            case Domain.WideWhole(var min, var max) -> others.add("" + Math.clamp(7, min, max));
            case Domain.Choice(var words) -> others.addAll(words);
            case Domain.Flag() -> others.addAll(List.of("true", "false"));
            case Domain.Text _ ->
                others.addAll(List.of("daily 00:30 min=5", "..0=-1; 0..=+5", "m7i.xlarge", "m7g.xlarge", "m6i.xlarge"));
        }
        others.remove(now);
        return others;
    }

    private static List<Double> numbers(double now, double min, double max) {
        return Stream.of(3 * now + 1, now - 1, min, max)
                .map(number -> Math.clamp(number, min, max))
                .toList();
    }

    private static Optional<Settings> resolved(Map<String, String> choices) {
        var revision = Settings.standard().with(choices);
        if (!revision.issues().isEmpty()) {
            return Optional.empty();
        }
        var resolution = ScenarioDefaults.resolve(revision.settings(), SampleInstanceTypes.ALL);
        return resolution.isFine() ? Optional.of(resolution.settings()) : Optional.empty();
    }

    private String found(String option, Settings settings, Situation situation) {
        return found.computeIfAbsent(
                option + SITUATIONS.indexOf(situation) + settings.choicesAsText(),
                _ -> run(option, settings, situation.counts));
    }

    private String run(String id, Settings settings, double[] counts) {
        var option = option(id, settings);
        var input = new RunInput(
                Plans.minutes(counts),
                tables.computeIfAbsent(ServiceModels.of(settings), ServiceTables::of),
                option.fleetPlan(2),
                1,
                new RunInput.Randomness(5, 0, false),
                0,
                false);
        var result = new Simulation(input, RunMonitor.NONE).run();
        var counted = List.of(result.requests(), option.bought(result.usage()), result.fleet(), result.decisions());
        return List.of(counted, result.meanResponseSeconds(), option.charges(), option.effort())
                .toString();
    }

    private static HostingOption option(String id, Settings settings) {
        return switch (id) {
            case "beanstalk" -> new ElasticBeanstalk(settings, type(settings.get(BeanstalkParameters.INSTANCE_TYPE)));
            case "ecs-ec2" -> new EcsOnEc2(settings, type(settings.get(EcsOnEc2Parameters.INSTANCE_TYPE)));
            default -> new EcsOnFargate(settings);
        };
    }

    private static InstanceType type(String name) {
        return SampleInstanceTypes.ALL.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
