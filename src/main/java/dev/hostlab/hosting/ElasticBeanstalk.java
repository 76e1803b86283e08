package dev.hostlab.hosting;

import dev.hostlab.cost.Charge;
import dev.hostlab.effort.EffortCoefficients;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.settings.BeanstalkLifeParameters;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.CrashParameters;
import dev.hostlab.settings.Ec2Parameters;
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

/// AWS Elastic Beanstalk, load-balanced on EC2: whole instances, each with as many copies of the task as fit; one
/// trigger of two alarms with simple scaling and a cooldown.
///
/// A new instance passes the group's reaction, the boot, Beanstalk's own hooks, the image pull, the application's
/// start and its first health check. Source: Elastic Beanstalk developer guide, general options, read 2026-11-23;
/// times measured from public logs, see the settings. Left out: enhanced health, standard instances that run out of CPU
/// dry.
///
/// @param settings resolved settings
/// @param type     the instance type
public record ElasticBeanstalk(Settings settings, InstanceType type) implements HostingOption {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MIB_PER_GIB = 1_024;

    @Override
    public OptionId id() {
        return OptionId.BEANSTALK;
    }

    @Override
    public String setup() {
        if (isSingle()) {
            return "one " + type.name() + " without load balancer";
        }
        var metric = BeanstalkMetric.of(settings);
        return range().minimum() + "–" + range().maximum() + " × " + type.name() + ", "
                + scaling().inWords()
                + (metric.isReplaced() ? " for want of " + metric.wanted().id() : "");
    }

    @Override
    public FleetPlan fleetPlan(int initialTasks) {
        var stages = new Stages(settings);
        var start = start(stages);
        var healthyPerMinute = settings.get(BeanstalkParameters.MAX_HEALTHY_PER_MINUTE);
        return new FleetPlan(
                unit(),
                range(),
                range().clamp(Math.ceilDiv(initialTasks, copies())),
                isWeb() ? Routing.of(settings.get(BeanstalkParameters.ROUTING)) : Routing.CENTRAL,
                start,
                new DrainPlan(
                        settings.get(BeanstalkParameters.DEREGISTRATION_SECONDS),
                        settings.get(BeanstalkParameters.TERMINATE_SECONDS)
                                + settings.get(Ec2Parameters.TERMINATE_HOOK_SECONDS)),
                List.of(new LaunchLimit(
                        "Beanstalk's own pace", healthyPerMinute, healthyPerMinute / SECONDS_PER_MINUTE)),
                isSingle() ? new ScalingPlan.Fixed() : scaling().plan(activityStages(start)),
                rented(stages),
                shared().front(),
                health())
                .on(CreditPlan.of(type, settings))
                .meeting(new BeanstalkRollouts(settings, range(), registration(stages)).plan(spotShare()));
    }

    private StartUp start(Stages stages) {
        return Stages.startUp(
                List.of(
                        stages.instance(),
                        List.of(hooks(stages)),
                        stages.application(settings.get(BeanstalkParameters.PULL_MB_PER_SECOND))),
                registration(stages));
    }

    private StartUp.Stage hooks(Stages stages) {
        return stages.stage(
                "platform hooks",
                new Latency.LogNormal(
                        settings.get(BeanstalkParameters.HOOKS_MEDIAN_SECONDS),
                        settings.get(BeanstalkParameters.HOOKS_P95_SECONDS)),
                true);
    }

    private List<StartUp.Stage> registration(Stages stages) {
        return isSingle()
                ? List.of()
                : stages.registration(
                        settings.get(BeanstalkLifeParameters.REGISTRATION_SECONDS),
                        settings.get(BeanstalkParameters.HEALTH_INTERVAL_SECONDS));
    }

    /// An instance of a warm pool has its hooks and its image behind it.
    private Rented rented(Stages stages) {
        var size = settings.get(BeanstalkLifeParameters.WARM_POOL_INSTANCES);
        var pool = new WarmPool(
                size,
                Stages.startUp(
                        List.of(stages.warmInstance(), List.of(stages.applicationStart())), registration(stages)),
                Stages.startUp(
                        List.of(
                                stages.instance(),
                                List.of(hooks(stages)),
                                stages.application(settings.get(BeanstalkParameters.PULL_MB_PER_SECOND))),
                        List.of()),
                stages.waiting(capacity()));
        return new Rented.PerUnit(
                capacity(), BillingClock.EC2_LINUX, Integer.MAX_VALUE, size == 0 || isSingle() ? null : pool);
    }

    @Override
    public Usage bought(Usage usage) {
        return SpotMix.of(settings, SpotParameters.BEANSTALK).map(mix -> mix.applyTo(usage)).orElse(usage);
    }

    @Override
    public List<Charge> charges() {
        var watching = new SharedCharges.Watching(isSingle() ? 0 : 2, 0, 0);
        var charges = new ArrayList<>(shared().all(watching, settings.get(BeanstalkParameters.STREAM_LOGS)));
        charges.add(new Charge.RootVolumes());
        charges.add(new Charge.DetailedMonitoring(settings.get(Ec2Parameters.METRICS_PER_INSTANCE)));
        return charges;
    }

    @Override
    public EffortCoefficients effort() {
        return new EffortTable(settings, OptionEffort.BEANSTALK).coefficients();
    }

    /// Copies of the task on one instance.
    int copies() {
        return InstanceChoice.of(settings, new InstanceChoice.Room(memoryShare(), 0))
                .tasksOn(type);
    }

    private double memoryShare() {
        return settings.get(BeanstalkParameters.USABLE_MEMORY_SHARE);
    }

    private UnitPlan unit() {
        return new UnitPlan(
                "instance",
                copies() * settings.get(ServiceParameters.CONCURRENCY),
                type.vcpus(),
                type.memoryGib() * memoryShare() * MIB_PER_GIB,
                copies(),
                settings.get(ServiceParameters.QUEUE_LIMIT));
    }

    private CapacityRange range() {
        if (isSingle()) {
            return new CapacityRange(1, 1);
        }
        var least = settings.get(BeanstalkParameters.MIN_INSTANCES);
        var most = settings.get(BeanstalkParameters.MAX_INSTANCES);
        var minimum = least > 0 ? least : Math.ceilDiv(settings.get(TaskParameters.MIN_TASKS), copies());
        var maximum = most > 0 ? most : Math.ceilDiv(settings.get(TaskParameters.MAX_TASKS), copies());
        return new CapacityRange(minimum, Math.max(minimum, maximum));
    }

    private BeanstalkScaling scaling() {
        return new BeanstalkScaling(settings, range());
    }

    private int activityStages(StartUp start) {
        return settings.get(BeanstalkParameters.ACTIVITY_ENDS_AT).equals("group")
                ? new Stages(settings).instance().size()
                : start.stages().size();
    }

    private Capacity.Instances capacity() {
        return new Capacity.Instances(
                type.name(),
                settings.get(Ec2Parameters.ROOT_VOLUME_GIB),
                settings.get(BeanstalkParameters.MONITORING_MINUTES) == 1);
    }

    /// Failing health checks take an instance from the load balancer; only the ELB health type replaces it.
    private HealthPlan health() {
        var interval = settings.get(BeanstalkParameters.HEALTH_INTERVAL_SECONDS);
        var checks = settings.get(BeanstalkLifeParameters.UNHEALTHY_THRESHOLD);
        return new HealthPlan(
                settings.get(CrashParameters.CRASHES_PER_MONTH),
                (checks - 1) * interval,
                checks * interval,
                !isSingle() && settings.get(BeanstalkLifeParameters.HEALTH_TYPE).equals("elb"),
                settings.get(BeanstalkLifeParameters.HEALTH_GRACE_SECONDS),
                SECONDS_PER_MINUTE * settings.get(BeanstalkLifeParameters.REPAIR_MINUTES));
    }

    /// Of the least number of instances.
    private double spotShare() {
        var units = range().minimum();
        return SpotMix.of(settings, SpotParameters.BEANSTALK)
                .map(mix -> (double) (units - mix.onDemand(units)) / Math.max(1, units))
                .orElse(0.0);
    }

    private SharedCharges shared() {
        return isSingle() ? new SharedCharges(settings, false) : new SharedCharges(settings);
    }

    private boolean isSingle() {
        return settings.get(BeanstalkLifeParameters.ENVIRONMENT_TYPE).equals("single-instance");
    }

    private boolean isWeb() {
        return new Stages(settings).isWeb();
    }
}
