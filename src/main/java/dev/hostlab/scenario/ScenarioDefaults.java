package dev.hostlab.scenario;

import static dev.hostlab.settings.Evidence.assumed;

import dev.hostlab.hosting.EcsManagedInstances;
import dev.hostlab.hosting.EcsOnEc2;
import dev.hostlab.hosting.InstanceChoice;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.TaskSize;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.EcsOnEc2Parameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.EffortPresets;
import dev.hostlab.settings.FargateParameters;
import dev.hostlab.settings.ManagedInstancesParameters;
import dev.hostlab.settings.OptionEffort;
import dev.hostlab.settings.OptionPresets;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.ProviderParameters;
import dev.hostlab.settings.QueueParameters;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.ServicePresets;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.workload.Workload;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Fills in what the user did not say: from the workload's columns the kind of service, from that its usual
/// values, from those how each option is set up, and from the hardest minute how large it may grow.
///
/// Nothing here hides a value of the user's. Later steps read what earlier ones implied, so the order matters.
public final class ScenarioDefaults {

    private final LoadShape load;
    private final List<InstanceType> types;
    private Settings settings;

    private ScenarioDefaults(Settings user, LoadShape load, Collection<InstanceType> types) {
        this.settings = user.choices();
        this.load = load;
        this.types = List.copyOf(types);
    }

    /// What follows from the user's choices, from a workload, and from the instance types of the region.
    public static Resolution resolve(Settings user, Workload workload, Collection<InstanceType> types) {
        return resolve(user, LoadShape.of(workload, user.get(RunParameters.HORIZON_HOURS)), types);
    }

    /// The same while there is no workload yet; what would follow from it stays at its standard value.
    public static Resolution resolve(Settings user, Collection<InstanceType> types) {
        return resolve(user, LoadShape.unknown(), types);
    }

    private static Resolution resolve(Settings user, LoadShape load, Collection<InstanceType> types) {
        var defaults = new ScenarioDefaults(user, load, types);
        defaults.service();
        defaults.capacity();
        defaults.options();
        var checks = new ScenarioChecks(defaults.settings, load, defaults.types);
        return new Resolution(defaults.settings, checks.issues(), checks.notes());
    }

    private void service() {
        if (load.isKnown()) {
            imply(ServiceParameters.PRESET, presetByColumns(), "the workload's columns");
        }
        settings = ServicePresets.TABLE.imply(settings.get(ServiceParameters.PRESET), settings);
        if (load.firstDepth() > 0 && settings.get(ServiceParameters.KIND).equals("queue-worker")) {
            var waiting = (int) Math.min(load.firstDepth(), 1e9);
            imply(QueueParameters.START_MESSAGES, waiting, "the workload's first queue depth");
        }
        TraceTenants.words(load.tenants())
                .ifPresent(words -> imply(ProviderParameters.TENANTS, words, "the workload's tenants"));
        imply(QueueParameters.AGE_TARGET_SECONDS, sloSeconds(), "slo.p95Ms");
    }

    private String presetByColumns() {
        if (load.hasQueueDepth()) {
            return load.hasTokens() ? "retrieval-worker" : "queue-worker";
        }
        return load.hasTokens() ? "llm-proxy-python" : "json-api";
    }

    /// A bound that the user gives pulls the other one along.
    private void capacity() {
        var max = load.isKnown() ? sizing().maxTasks(load) : TaskParameters.MAX_TASKS.standard();
        var least = Math.max(max, settings.get(TaskParameters.MIN_TASKS));
        imply(TaskParameters.MAX_TASKS, least, "1.5 × the workload's hardest minute at 60 % use, at least 4");
        if (settings.isChanged(TaskParameters.MAX_TASKS)) {
            var min = Math.min(TaskParameters.MIN_TASKS.standard(), settings.get(TaskParameters.MAX_TASKS));
            imply(TaskParameters.MIN_TASKS, min, "one in each of two zones, within capacity.max");
        }
    }

    private void options() {
        settings = OptionPresets.TABLE.imply(situation(), settings);
        quota();
        new BeanstalkDefaults(settings, sizing()).metric().ifPresent(changed -> settings = changed);
        EcsParameters.EACH.forEach(this::service);
        instances();
        effort();
        settings = new BeanstalkDefaults(settings, sizing()).trigger(types);
    }

    /// A quota rises with use: an account that keeps its least capacity running has at least that.
    private void quota() {
        var kept = settings.get(TaskParameters.MIN_TASKS) * settings.get(TaskParameters.VCPU);
        if (kept > settings.get(FargateParameters.VCPU_QUOTA)) {
            imply(FargateParameters.VCPU_QUOTA, kept, "what capacity.min tasks reserve; the quota rises with use");
        }
    }

    private String situation() {
        if (!isTuned()) {
            return OptionPresets.AWS_DEFAULTS;
        }
        if (settings.get(ServiceParameters.KIND).equals("queue-worker")) {
            return OptionPresets.TUNED_QUEUE;
        }
        return sizing().isSlotBound() ? OptionPresets.TUNED_SLOT_BOUND : OptionPresets.TUNED_CPU_BOUND;
    }

    /// Target and clocks of the metric that was chosen, by whomever.
    private void service(EcsParameters ecs) {
        if (settings.isChanged(ecs.metric) || settings.isChanged(ecs.target)) {
            imply(ecs.scalingEnabled, true, "you gave it a metric or a target");
        }
        var metric = settings.get(ecs.metric);
        imply(ecs.target, sizing().target(metric, ageSeconds()), "60 % use of a task, as " + metric);
        settings =
                MetricDelays.of(metric, settings.get(ecs.highResolutionMetrics)).imply(ecs, settings);
        second(ecs);
    }

    /// The same for the second metric, where there is one.
    private void second(EcsParameters ecs) {
        var metric = settings.get(ecs.more.secondMetric);
        if (metric.equals("none")) {
            return;
        }
        imply(ecs.scalingEnabled, true, "you gave it a second metric");
        imply(ecs.more.secondTarget, sizing().target(metric, ageSeconds()), "60 % use of a task, as " + metric);
        settings =
                MetricDelays.of(metric, settings.get(ecs.highResolutionMetrics)).imply(ecs.more, settings);
    }

    private void effort() {
        settings = EffortPresets.imply(settings.get(EffortParameters.PRESET), settings);
        if (!settings.get(BeanstalkParameters.MANAGED_UPDATES)) {
            imply(OptionEffort.BEANSTALK.parameter("patchMinutes"), 60.0, "a person starts each platform update");
        }
        var hunted = OptionEffort.BEANSTALK.parameter("logHuntMinutes");
        if (!settings.get(BeanstalkParameters.STREAM_LOGS) && settings.get(hunted) > 0) {
            var minutes = settings.get(EffortParameters.ARCHIVE_LOG_HUNT_MINUTES);
            imply(hunted, minutes, "beanstalk.streamLogs is off: logs are fetched from each instance");
        }
    }

    private double sloSeconds() {
        return settings.get(TaskParameters.P95_MS) / 1_000;
    }

    /// The wait that scaling on the backlog aims at.
    private double ageSeconds() {
        return settings.get(QueueParameters.AGE_TARGET_SECONDS) * settings.get(QueueParameters.BACKLOG_SHARE);
    }

    private void instances() {
        var hasGpus = settings.get(TaskParameters.GPUS) > 0;
        instances(
                BeanstalkParameters.INSTANCE_TYPE,
                choice(settings, beanstalkRoom(settings)),
                1,
                "smallest type on which a task fits");
        instances(
                EcsOnEc2Parameters.INSTANCE_TYPE,
                choice(settings, ecsRoom(settings)),
                hasGpus ? 1 : 2,
                hasGpus ? "smallest type with the GPUs of a task" : "smallest type on which two tasks fit");
        choice(settings, EcsManagedInstances.room(settings))
                .tuned(types, hasGpus ? 1 : 2)
                .ifPresent(type -> imply(
                        ManagedInstancesParameters.INSTANCE_TYPE,
                        type.name(),
                        "AWS picks it; smallest current general-purpose type on which two tasks fit"));
    }

    private void instances(Parameter<String> parameter, InstanceChoice choice, int tasks, String why) {
        Optional<InstanceType> type = isTuned() ? choice.tuned(types, tasks) : choice.cheapest(types, tasks);
        var kind = isTuned() ? ", current general-purpose family" : ", T family if it can";
        type.ifPresent(found -> imply(parameter, found.name(), why + kind));
    }

    static InstanceChoice choice(Settings settings, InstanceChoice.Room room) {
        var arm = settings.get(TaskParameters.ARCHITECTURE).equals(Architecture.ARM64.id());
        var size = new TaskSize(settings.get(TaskParameters.VCPU), settings.get(TaskParameters.MEMORY_GIB));
        var gpus = settings.get(TaskParameters.GPUS);
        return new InstanceChoice(arm ? Architecture.ARM64 : Architecture.X86_64, size, room, gpus);
    }

    static InstanceChoice.Room beanstalkRoom(Settings settings) {
        return new InstanceChoice.Room(settings.get(BeanstalkParameters.USABLE_MEMORY_SHARE), 0);
    }

    static InstanceChoice.Room ecsRoom(Settings settings) {
        return EcsOnEc2.room(settings);
    }

    private boolean isTuned() {
        return settings.get(RunParameters.PRESET).equals("tuned");
    }

    private Sizing sizing() {
        return Sizing.of(settings, load);
    }

    private <T> void imply(Parameter<T> parameter, T value, String why) {
        settings = settings.implying(parameter, value, assumed(why));
    }
}
