package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.EcsOnEc2;
import dev.hostlab.hosting.EcsOnFargate;
import dev.hostlab.hosting.ElasticBeanstalk;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.hosting.QueuePlan;
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
import java.util.Comparator;
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

    private static final Set<String> GROUPS =
            Set.of("Crashes", "EC2", "Load balancer", "CloudWatch", "Queue: delivery", "Client retries");

    /// What changes nothing by itself, and why.
    private static final Map<String, String> IDLE = Map.of(
            "beanstalk.trigger.unit", "another unit than the metric's is refused",
            "beanstalk.trigger.measure", "another name of beanstalk.scaling.metric");

    private final Map<String, String> found = new HashMap<>();
    private final Map<ServiceModel, ServiceTables> tables = new HashMap<>();

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
        var acts = Situation.ALL.stream()
                .sorted(Comparator.comparingInt(situation -> -kinship(parameter.path(), situation)))
                .anyMatch(situation -> acts(parameter, situation));
        assertThat(acts).as(parameter.path()).isTrue();
    }

    /// How many letters a setting's path shares with the nearest choice of a situation: the likeliest to show
    /// what it does is looked at first.
    private static int kinship(String path, Situation situation) {
        return situation.choices().keySet().stream()
                .mapToInt(chosen -> {
                    var same = 0;
                    while (same < Math.min(path.length(), chosen.length())
                            && path.charAt(same) == chosen.charAt(same)) {
                        same++;
                    }
                    return same;
                })
                .max()
                .orElse(0);
    }

    private boolean acts(Parameter<?> parameter, Situation situation) {
        var before = resolved(situation.choices());
        for (var value : others(parameter, before.orElseThrow())) {
            var choices = new LinkedHashMap<>(situation.choices());
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
                option + Situation.ALL.indexOf(situation) + settings.choicesAsText(),
                _ -> run(option, settings, situation.counts()));
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
                false,
                1_800,
                QueuePlan.of(settings));
        var result = new Simulation(input, RunMonitor.NONE).run();
        var counted = List.of(
                result.requests(),
                option.bought(result.usage()),
                result.fleet(),
                result.decisions(),
                result.events(),
                result.queue());
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
