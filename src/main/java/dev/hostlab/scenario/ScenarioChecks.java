package dev.hostlab.scenario;

import dev.hostlab.effort.EvaluationGate;
import dev.hostlab.hosting.BeanstalkMetric;
import dev.hostlab.hosting.EcsManagedInstances;
import dev.hostlab.hosting.InstanceChoice;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.Ec2Parameters;
import dev.hostlab.settings.EcsOnEc2Parameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.EventParameters;
import dev.hostlab.settings.FargateParameters;
import dev.hostlab.settings.LoadBalancerParameters;
import dev.hostlab.settings.ManagedInstancesParameters;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Looks for values that are fine alone and impossible together.
final class ScenarioChecks {

    private static final List<String> OF_LOAD_BALANCER = Arrays.stream(ScalingMetric.values())
            .filter(ScalingMetric::isOfLoadBalancer)
            .map(ScalingMetric::id)
            .toList();

    private final Settings settings;
    private final LoadShape load;
    private final List<InstanceType> types;
    private final List<Issue> found = new ArrayList<>();

    ScenarioChecks(Settings settings, LoadShape load, List<InstanceType> types) {
        this.settings = settings;
        this.load = load;
        this.types = types;
    }

    /// What makes a run impossible.
    List<Issue> issues() {
        found.clear();
        inOrder(TaskParameters.MIN_TASKS, TaskParameters.MAX_TASKS);
        inOrder(ServiceParameters.STALL_MIN_SECONDS, ServiceParameters.STALL_MAX_SECONDS);
        inOrder(Ec2Parameters.BOOT_MEDIAN_SECONDS, Ec2Parameters.BOOT_P95_SECONDS);
        inOrder(BeanstalkParameters.HOOKS_MEDIAN_SECONDS, BeanstalkParameters.HOOKS_P95_SECONDS);
        inOrder(FargateParameters.BASE_MEDIAN_SECONDS, FargateParameters.BASE_P95_SECONDS);
        oneWayToEnd();
        memoryAtRest();
        graphics();
        slowStart();
        evaluation();
        instanceType(BeanstalkParameters.INSTANCE_TYPE, ScenarioDefaults.beanstalkRoom(settings));
        instanceType(EcsOnEc2Parameters.INSTANCE_TYPE, ScenarioDefaults.ecsRoom(settings));
        instanceType(ManagedInstancesParameters.INSTANCE_TYPE, EcsManagedInstances.room(settings));
        trigger();
        metric(BeanstalkParameters.METRIC);
        EcsParameters.EACH.forEach(ecs -> metric(ecs.metric));
        EcsParameters.EACH.forEach(ecs -> metric(ecs.more.secondMetric));
        EcsParameters.EACH.forEach(ecs -> period(ecs.more.secondPeriodSeconds));
        found.addAll(new PolicyChecks(settings).issues());
        found.addAll(new AccessChecks(settings, load).issues());
        EcsParameters.EACH.forEach(ecs -> period(ecs.metricPeriodSeconds));
        return List.copyOf(found);
    }

    /// What is possible but probably not meant.
    List<Issue> notes() {
        return new ScenarioNotes(settings, load).all();
    }

    /// Sampled windows have a fixed number of replications.
    private void oneWayToEnd() {
        if (settings.get(RunParameters.SAMPLED_PERCENT) > 0 && settings.get(RunParameters.HALF_WIDTH_PERCENT) > 0) {
            refuse(
                    RunParameters.SAMPLED_PERCENT,
                    "Windows are played in a fixed number of replications; " + RunParameters.HALF_WIDTH_PERCENT.path()
                            + " would add some.",
                    "Leave one of them 0; a larger part of the workload is surer, too.");
        }
    }

    private <T extends Comparable<T>> void inOrder(Parameter<T> lower, Parameter<T> upper) {
        if (settings.get(lower).compareTo(settings.get(upper)) > 0) {
            refuse(
                    lower,
                    settings.text(lower) + " is more than " + upper.path() + ", which is " + settings.text(upper) + ".",
                    "Lower the one or raise the other.");
        }
    }

    /// CloudWatch knows 1, 5, 10, 20 and 30 seconds, and whole minutes; shorter ones than 5 are not modelled.
    private void period(Parameter<Integer> parameter) {
        var seconds = settings.get(parameter);
        if (seconds < 5 || (60 % seconds != 0 && seconds % 60 != 0)) {
            refuse(
                    parameter,
                    "CloudWatch has no period of " + seconds + " s.",
                    "Give 5, 10, 20, 30 or 60, or a multiple of 60.");
        }
    }

    /// Who fails an evaluation needs one.
    private void evaluation() {
        if (!EvaluationGate.of(settings).evaluates()) {
            for (var at : List.of(EventParameters.DEPLOYMENTS_AT, EventParameters.ROTATIONS_AT)) {
                if (settings.get(at).contains("fails")) {
                    refuse(
                            at,
                            "There is no evaluation that '" + settings.get(at) + "' could fail.",
                            "Give evaluation.minutes or evaluation.inputTokens, or write 'bad' for a version that never"
                                    + " gets healthy.");
                }
            }
        }
    }

    private void slowStart() {
        var seconds = settings.get(LoadBalancerParameters.SLOW_START_SECONDS);
        if (seconds > 0 && seconds < 30) {
            refuse(
                    LoadBalancerParameters.SLOW_START_SECONDS,
                    "The load balancer has no slow start of " + seconds + " s.",
                    "Give 0 for none, or 30 to 900.");
        }
    }

    private void graphics() {
        if (settings.get(TaskParameters.GPUS) > 0) {
            var problem = "Fargate has no GPU, and a task reserves " + settings.text(TaskParameters.GPUS) + ".";
            var advice = "Compare the options on EC2 (--options beanstalk,ecs-ec2), or set task.gpus to 0.";
            found.add(new Issue("fargate." + TaskParameters.GPUS.path(), problem, advice));
        }
    }

    private void memoryAtRest() {
        var rest = settings.get(ServiceParameters.MEMORY_MB_BASE);
        if (rest > settings.get(TaskParameters.MEMORY_GIB) * 1_024) {
            refuse(
                    TaskParameters.MEMORY_GIB,
                    "A task needs " + settings.text(ServiceParameters.MEMORY_MB_BASE) + " MB at rest and has "
                            + settings.text(TaskParameters.MEMORY_GIB) + " GiB.",
                    "Give the task more memory, or lower service.memoryMbBase.");
        }
    }

    private void instanceType(Parameter<String> parameter, InstanceChoice.Room room) {
        if (types.isEmpty()) {
            return;
        }
        var name = settings.get(parameter);
        var choice = ScenarioDefaults.choice(settings, room);
        var type = types.stream().filter(known -> known.name().equals(name)).findFirst();
        if (type.isEmpty()) {
            refuse(parameter, "The price snapshot has no instance type " + name + ".", suggestion(choice));
        } else if (type.get().architecture() != choice.architecture()) {
            var problem =
                    name + " is not " + settings.get(TaskParameters.ARCHITECTURE) + ", which the task is made for.";
            refuse(parameter, problem, suggestion(choice));
        } else if (choice.tasksOn(type.get()) == 0) {
            var gpus = settings.get(TaskParameters.GPUS) == 0 ? "" : ", " + settings.text(TaskParameters.GPUS) + " GPU";
            var problem = "Not one task of " + settings.text(TaskParameters.VCPU) + " vCPU and "
                    + settings.text(TaskParameters.MEMORY_GIB) + " GiB" + gpus + " fits on " + name + ".";
            refuse(parameter, problem, suggestion(choice));
        }
    }

    private String suggestion(InstanceChoice choice) {
        return choice.tuned(types, 1)
                .map(fits -> "Choose " + fits.name() + " or a larger type.")
                .orElse("No type of this region fits: make the task smaller.");
    }

    private void trigger() {
        var min = settings.get(BeanstalkParameters.MIN_INSTANCES);
        var max = settings.get(BeanstalkParameters.MAX_INSTANCES);
        if (max > 0 && min > max) {
            inOrder(BeanstalkParameters.MIN_INSTANCES, BeanstalkParameters.MAX_INSTANCES);
        }
        if (settings.get(BeanstalkParameters.TRIGGER_LOWER) >= settings.get(BeanstalkParameters.TRIGGER_UPPER)) {
            refuse(
                    BeanstalkParameters.TRIGGER_LOWER,
                    "The lower threshold is not below the upper one.",
                    "Lower it, or raise beanstalk.trigger.upper.");
        }
        var monitoring = settings.get(BeanstalkParameters.MONITORING_MINUTES);
        if (!List.of(1, 5).contains(monitoring)) {
            refuse(BeanstalkParameters.MONITORING_MINUTES, "EC2 has no such monitoring.", "Give 1 or 5 minutes.");
        }
        if (settings.get(BeanstalkParameters.TRIGGER_PERIOD_MINUTES) < monitoring) {
            refuse(
                    BeanstalkParameters.TRIGGER_PERIOD_MINUTES,
                    "The trigger's period is shorter than the monitoring's.",
                    "Give " + monitoring + " minutes or more, or set beanstalk.monitoringMinutes to 1.");
        }
        measure();
    }

    private void measure() {
        var measure = settings.get(BeanstalkParameters.TRIGGER_MEASURE);
        var trigger = BeanstalkMetric.of(settings);
        var metric = trigger.watched().id();
        if (trigger.isReplaced() && settings.isChanged(BeanstalkParameters.TARGET)) {
            refuse(
                    BeanstalkParameters.TARGET,
                    "A trigger has no " + trigger.wanted().id() + ", so it watches " + metric + " in other units.",
                    "Give beanstalk.trigger.upper in units of " + metric + ", or set beanstalk.scaling.metric to it.");
        }
        if (!BeanstalkDefaults.measures(metric).contains(measure)) {
            refuse(
                    BeanstalkParameters.TRIGGER_MEASURE,
                    measure + " and beanstalk.scaling.metric " + metric + " are different metrics.",
                    "Give only one of the two.");
        }
    }

    private void metric(Parameter<String> parameter) {
        var metric = settings.get(parameter);
        var queue = settings.get(ServiceParameters.KIND).equals("queue-worker");
        if (queue && OF_LOAD_BALANCER.contains(metric)) {
            refuse(parameter, "Workers have no load balancer that counts requests.", "Scale on queue-backlog or cpu.");
        }
        if (!queue && metric.equals("queue-backlog")) {
            refuse(parameter, "A web service has no central queue.", "Scale on in-flight, cpu or requests-per-target.");
        }
        var tokens = settings.get(ServiceParameters.INPUT_TOKENS) + settings.get(ServiceParameters.OUTPUT_TOKENS);
        if (metric.equals("tokens-per-minute") && !load.hasTokens() && tokens == 0) {
            refuse(parameter, "Neither the workload nor the service has tokens.", "Scale on another metric.");
        }
    }

    private void refuse(Parameter<?> parameter, String problem, String advice) {
        found.add(new Issue(parameter.path(), problem, advice));
    }
}
