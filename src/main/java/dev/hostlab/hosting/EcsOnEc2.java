package dev.hostlab.hosting;

import dev.hostlab.cost.Charge;
import dev.hostlab.effort.EffortCoefficients;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ManagedScaling;
import dev.hostlab.settings.Ec2Parameters;
import dev.hostlab.settings.EcsDeploymentParameters;
import dev.hostlab.settings.EcsOnEc2Parameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.LoadBalancerParameters;
import dev.hostlab.settings.OptionEffort;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.SpotParameters;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.usage.BillingClock;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ECS service on EC2 instances of a capacity provider: two loops, tasks and instances.
///
/// A task goes onto an instance with room, or waits in PROVISIONING until cluster auto scaling has brought one.
/// Whole instances are billed, whatever runs on them. Source: ECS developer guide, cluster auto scaling and task
/// placement, read 2026-11-23; times measured, see the settings. Left out: several instance types, tasks
/// borrowing CPU that their neighbours leave idle.
///
/// @param settings resolved settings
/// @param type     the instance type
public record EcsOnEc2(Settings settings, InstanceType type) implements HostingOption {

    private static final double MIB_PER_GIB = 1_024;

    @Override
    public OptionId id() {
        return OptionId.ECS_EC2;
    }

    @Override
    public String setup() {
        return loop().inWords() + ", " + tasksPerInstance() + " on each " + type.name();
    }

    @Override
    public FleetPlan fleetPlan(int initialTasks) {
        var stages = new Stages(settings);
        var loop = loop();
        var registration = stages.registration(
                settings.get(loop.ecs().registrationSeconds), settings.get(loop.ecs().healthIntervalSeconds));
        var pull = stages.application(settings.get(EcsOnEc2Parameters.PULL_MB_PER_SECOND));
        var cached = stages.cachedApplication(settings.get(EcsOnEc2Parameters.CACHED_PULL_SECONDS));
        return new FleetPlan(
                unit(),
                loop.range(),
                loop.initialTasks(initialTasks),
                loop.routing(stages.isWeb()),
                Stages.startUp(List.of(pull), registration),
                loop.drain(stages.isWeb()),
                List.of(loop.launches()),
                loop.scaling(),
                instances(Stages.startUp(List.of(cached), registration)),
                new SharedCharges(settings).front(),
                loop.health())
                .on(CreditPlan.of(type, settings))
                .meeting(rollouts().plan(rollouts().rolling("tasks moved to new instances"), 0));
    }

    @Override
    public Usage bought(Usage usage) {
        return SpotMix.of(settings, SpotParameters.ECS_EC2).map(mix -> mix.applyTo(usage)).orElse(usage);
    }

    @Override
    public List<Charge> charges() {
        var loop = loop();
        var cluster = isScaled() ? 2 : 0;
        var watching = loop.highResolution()
                ? new SharedCharges.Watching(cluster, loop.alarms(), loop.customMetrics())
                : new SharedCharges.Watching(cluster + loop.alarms(), 0, loop.customMetrics());
        var charges = new ArrayList<>(new SharedCharges(settings).all(watching, true));
        charges.add(new Charge.RootVolumes());
        charges.add(new Charge.DetailedMonitoring(settings.get(Ec2Parameters.METRICS_PER_INSTANCE)));
        return charges;
    }

    @Override
    public EffortCoefficients effort() {
        return new EffortTable(settings, OptionEffort.ECS_EC2).coefficients();
    }

    /// Tasks that fit on one instance.
    int tasksPerInstance() {
        return InstanceChoice.of(settings, room(settings)).tasksOn(type);
    }

    /// What of an instance tasks can use.
    public static InstanceChoice.Room room(Settings settings) {
        return new InstanceChoice.Room(
                settings.get(EcsOnEc2Parameters.USABLE_MEMORY_SHARE),
                settings.get(EcsOnEc2Parameters.RESERVED_MEMORY_MIB),
                TaskNetworking.of(settings.get(EcsOnEc2Parameters.NETWORK_MODE)));
    }

    private Rented.OnInstances instances(StartUp cachedTaskStart) {
        var stages = new Stages(settings);
        var agent = stages.stage(
                "agent registers", new Latency.Fixed(settings.get(EcsOnEc2Parameters.AGENT_SECONDS)), true);
        var capacity = new Capacity.Instances(
                type.name(),
                settings.get(Ec2Parameters.ROOT_VOLUME_GIB),
                settings.get(EcsOnEc2Parameters.DETAILED_MONITORING));
        return new Rented.OnInstances(
                capacity,
                BillingClock.EC2_LINUX,
                tasksPerInstance(),
                Rented.Placement.of(settings.get(EcsOnEc2Parameters.PLACEMENT)),
                Stages.startUp(List.of(stages.instance(), List.of(agent)), List.of()),
                cachedTaskStart,
                settings.get(EcsOnEc2Parameters.TERMINATE_SECONDS) + settings.get(Ec2Parameters.TERMINATE_HOOK_SECONDS),
                settings.get(EcsOnEc2Parameters.RESERVATION_PUBLISH_SECONDS),
                range(),
                isScaled() ? scaling() : null,
                rules(),
                warmPool(stages, agent, capacity));
    }

    private @Nullable WarmPool warmPool(Stages stages, StartUp.Stage agent, Capacity.Instances capacity) {
        var size = settings.get(EcsOnEc2Parameters.WARM_POOL_INSTANCES);
        return size == 0
                ? null
                : new WarmPool(
                        size,
                        Stages.startUp(List.of(stages.warmInstance(), List.of(agent)), List.of()),
                        Stages.startUp(List.of(stages.instance()), List.of()),
                        stages.waiting(capacity));
    }

    private ClusterRules rules() {
        return new ClusterRules(
                settings.get(LoadBalancerParameters.AVAILABILITY_ZONES),
                settings.get(EcsOnEc2Parameters.TERMINATION_PROTECTION),
                settings.get(EcsOnEc2Parameters.MANAGED_DRAINING),
                settings.get(EcsOnEc2Parameters.PROVISIONING_LIMIT),
                settings.get(EcsOnEc2Parameters.PROVISIONING_TIMEOUT_SECONDS),
                settings.get(EcsOnEc2Parameters.RETRY_SECONDS));
    }

    private ManagedScaling scaling() {
        return new ManagedScaling(
                settings.get(EcsOnEc2Parameters.TARGET_CAPACITY),
                range(),
                settings.get(EcsOnEc2Parameters.INSTANCE_WARMUP_SECONDS).intValue(),
                settings.get(EcsOnEc2Parameters.RESERVATION_LOW_POINTS),
                settings.get(EcsOnEc2Parameters.SCALE_IN_MAX_FRACTION),
                settings.get(EcsOnEc2Parameters.SCALE_IN_QUIET_SECONDS),
                new CapacityRange(
                        settings.get(EcsOnEc2Parameters.MIN_STEP), settings.get(EcsOnEc2Parameters.MAX_STEP)));
    }

    /// Instances that the tasks' range takes, with the spare that the target capacity asks for.
    private CapacityRange range() {
        var tasks = loop().range();
        var least = Math.ceilDiv(tasks.minimum(), tasksPerInstance());
        var most = Math.ceilDiv(loop().mostTasks(), tasksPerInstance());
        var spare = 100 / settings.get(EcsOnEc2Parameters.TARGET_CAPACITY);
        return new CapacityRange(least, isScaled() ? (int) Math.ceil(most * spare) + 1 : Math.max(least, most));
    }

    private boolean isScaled() {
        return settings.get(loop().ecs().scalingEnabled);
    }

    private ServiceRollouts rollouts() {
        return new ServiceRollouts(settings, EcsParameters.ECS_EC2, EcsDeploymentParameters.ECS_EC2);
    }

    private ServiceLoop loop() {
        return new ServiceLoop(settings, EcsParameters.ECS_EC2);
    }

    private UnitPlan unit() {
        return new UnitPlan(
                "task",
                settings.get(ServiceParameters.CONCURRENCY),
                settings.get(TaskParameters.VCPU),
                settings.get(TaskParameters.MEMORY_GIB) * MIB_PER_GIB,
                1,
                settings.get(ServiceParameters.QUEUE_LIMIT));
    }
}
