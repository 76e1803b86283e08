package dev.hostlab.hosting;

import dev.hostlab.cost.Charge;
import dev.hostlab.effort.EffortCoefficients;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.DirectScaling;
import dev.hostlab.settings.EcsDeploymentParameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.LoadBalancerParameters;
import dev.hostlab.settings.ManagedInstancesParameters;
import dev.hostlab.settings.OptionEffort;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.usage.BillingClock;
import dev.hostlab.usage.Capacity;
import java.util.ArrayList;
import java.util.List;

/// An ECS service on instances that AWS picks, starts, patches and ends: ECS Managed Instances.
///
/// A task that finds no room gets an instance at once, without a group or an alarm; an idle instance ends after a
/// while. The bill is EC2's and a fee for each instance-hour. Source: ECS developer guide, "Amazon ECS Managed
/// Instances", and API reference, InfrastructureOptimization, read 2026-11-23; times as on EC2, see the settings.
/// Left out: several instance types at a time, moving tasks together from instances that are used little, Spot.
///
/// @param settings resolved settings
/// @param type     the instance type that AWS is taken to pick
public record EcsManagedInstances(Settings settings, InstanceType type) implements HostingOption {

    private static final double MIB_PER_GIB = 1_024;

    @Override
    public OptionId id() {
        return OptionId.MANAGED_INSTANCES;
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
        var pull = stages.application(settings.get(ManagedInstancesParameters.PULL_MB_PER_SECOND));
        var cached = stages.cachedApplication(settings.get(ManagedInstancesParameters.CACHED_PULL_SECONDS));
        return new FleetPlan(
                unit(),
                loop.range(),
                loop.initialTasks(initialTasks),
                loop.routing(stages.isWeb()),
                Stages.startUp(List.of(pull), registration),
                loop.drain(stages.isWeb()),
                List.of(loop.launches()),
                loop.scaling(),
                instances(stages, Stages.startUp(List.of(cached), registration)),
                new SharedCharges(settings).front(),
                loop.health())
                .on(CreditPlan.of(type, settings))
                .meeting(events());
    }

    private EventPlan events() {
        var rollouts = new ServiceRollouts(
                settings, EcsParameters.MANAGED_INSTANCES, EcsDeploymentParameters.MANAGED_INSTANCES);
        return rollouts.plan(rollouts.rolling("tasks moved to new instances"), 0);
    }

    @Override
    public List<Charge> charges() {
        var loop = loop();
        var watching = loop.highResolution()
                ? new SharedCharges.Watching(0, loop.alarms(), loop.customMetrics())
                : new SharedCharges.Watching(loop.alarms(), 0, loop.customMetrics());
        var charges = new ArrayList<>(new SharedCharges(settings).all(watching, true));
        charges.add(1, new Charge.ManagementFee());
        charges.add(new Charge.RootVolumes());
        return charges;
    }

    @Override
    public EffortCoefficients effort() {
        return new EffortTable(settings, OptionEffort.MANAGED_INSTANCES).coefficients();
    }

    /// Tasks that fit on one instance.
    int tasksPerInstance() {
        return InstanceChoice.of(settings, room(settings)).tasksOn(type);
    }

    /// What of an instance tasks can use.
    public static InstanceChoice.Room room(Settings settings) {
        return new InstanceChoice.Room(
                settings.get(ManagedInstancesParameters.USABLE_MEMORY_SHARE),
                0,
                TaskNetworking.of(settings.get(ManagedInstancesParameters.NETWORK_MODE)));
    }

    private Rented.OnInstances instances(Stages stages, StartUp cachedTaskStart) {
        var agent = stages.stage(
                "agent registers", new Latency.Fixed(settings.get(ManagedInstancesParameters.AGENT_SECONDS)), true);
        return new Rented.OnInstances(
                new Capacity.Instances(type.name(), settings.get(ManagedInstancesParameters.STORAGE_GIB), false),
                BillingClock.EC2_LINUX,
                tasksPerInstance(),
                Rented.Placement.BINPACK,
                Stages.startUp(List.of(stages.managedInstance(), List.of(agent)), List.of()),
                cachedTaskStart,
                settings.get(ManagedInstancesParameters.TERMINATE_SECONDS),
                0,
                range(),
                scaling(),
                rules());
    }

    /// A task waits as long as it takes.
    private ClusterRules rules() {
        return new ClusterRules(
                settings.get(LoadBalancerParameters.AVAILABILITY_ZONES),
                true,
                true,
                Integer.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                1);
    }

    private DirectScaling scaling() {
        return new DirectScaling(
                range(),
                settings.get(ManagedInstancesParameters.REACT_SECONDS),
                settings.get(ManagedInstancesParameters.SCALE_IN_AFTER_SECONDS));
    }

    /// As few as none, and at most one for each task.
    private CapacityRange range() {
        return new CapacityRange(0, Math.max(1, loop().mostTasks()));
    }

    private ServiceLoop loop() {
        return new ServiceLoop(settings, EcsParameters.MANAGED_INSTANCES);
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
