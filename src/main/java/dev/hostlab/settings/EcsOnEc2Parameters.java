package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// The instances under ECS on EC2: their type, their capacity provider, and how tasks find room on them.
public final class EcsOnEc2Parameters {

    public static final Parameter<String> INSTANCE_TYPE = parameter(
            "ecs-ec2.instanceType",
            "m7i.large",
            text("[a-z][a-z0-9-]*\\.[a-z0-9-]+", "an EC2 instance type, like m7g.large"),
            assumed("replaced by a current type that fits the task"),
            "EC2 instance type of the cluster.");

    public static final Parameter<Double> TARGET_CAPACITY = parameter(
            "ecs-ec2.targetCapacity",
            100.0,
            real(1, 100, "%"),
            documented("ECS API reference, ManagedScaling: 100, 1 to 100"),
            "How full the capacity provider keeps the cluster; below 100 keeps spare instances.");

    public static final Parameter<Integer> INSTANCE_WARMUP_SECONDS = parameter(
            "ecs-ec2.instanceWarmupSeconds",
            300,
            whole(0, 10_000, "s"),
            documented("ECS API reference, ManagedScaling: 300"),
            "The capacity provider's next scale-out waits this long.");

    public static final Parameter<Double> RESERVATION_PUBLISH_SECONDS = parameter(
            "ecs-ec2.reservationPublishSeconds",
            20.0,
            seconds(5, 60),
            assumed("not published; the metric itself is computed every 60 s"),
            "Time from computing CapacityProviderReservation until its alarm can use it.");

    public static final Parameter<Integer> RESERVATION_LOW_POINTS = parameter(
            "ecs-ec2.reservationLowPoints",
            15,
            whole(1, 60, "points"),
            documented("ECS developer guide, managed scaling behavior: 15 minutes"),
            "One-minute points below the target before instances are taken away.");

    public static final Parameter<Integer> SCALE_IN_QUIET_SECONDS = parameter(
            "ecs-ec2.scaleInQuietSeconds",
            900,
            whole(0, 3_600, "s"),
            documented("ECS developer guide, managed scaling behavior: never within 15 minutes of a scale-out"),
            "After a scale-out of instances none are taken away for this long.");

    public static final Parameter<Double> SCALE_IN_MAX_FRACTION = parameter(
            "ecs-ec2.scaleInMaxFraction",
            0.5,
            real(0.01, 1, "share"),
            documented("AWS containers blog, faster scaling in for cluster auto scaling: 50 %, 5 % before"),
            "Most of the group that is taken away in a minute.");

    public static final Parameter<Integer> MIN_STEP = parameter(
            "ecs-ec2.minimumScalingStep",
            1,
            whole(1, 10_000, "instances"),
            documented("ECS API reference, ManagedScaling: minimumScalingStepSize 1"),
            "Least instances that one scale-out of the capacity provider adds.");

    public static final Parameter<Integer> MAX_STEP = parameter(
            "ecs-ec2.maximumScalingStep",
            10_000,
            whole(1, 10_000, "instances"),
            documented("ECS API reference, ManagedScaling: maximumScalingStepSize 10,000"),
            "Most instances that one scale-out of the capacity provider adds.");

    public static final Parameter<String> PLACEMENT = parameter(
            "ecs-ec2.placement",
            "binpack",
            choice("binpack", "spread", "zones", "zones-binpack", "random"),
            assumed("recommended with a capacity provider; a service's own default spreads over zones"),
            "How tasks find an instance: the fullest that fits, the emptiest, the zone with fewest tasks and there the"
                    + " emptiest or the fullest, or any.");

    public static final Parameter<Double> USABLE_MEMORY_SHARE = parameter(
            "ecs-ec2.usableMemoryShare",
            0.96,
            real(0.94, 0.985, "share"),
            assumed("ECS developer guide shows 0.981 and 0.982 for c4.large and c4.4xlarge; newer types keep a little "
                    + "more"),
            "Part of an instance's memory that registers with ECS.");

    public static final Parameter<Integer> RESERVED_MEMORY_MIB = parameter(
            "ecs-ec2.reservedMemoryMiB",
            0,
            whole(0, 16_384, "MiB"),
            documented("ECS developer guide, container instance memory: ECS_RESERVED_MEMORY 0"),
            "Memory held back from tasks on each instance.");

    public static final Parameter<Double> AGENT_SECONDS = parameter(
            "ecs-ec2.agentSeconds",
            20.0,
            seconds(10, 40),
            assumed("a benchmark of 2022 saw the first containers 150 s after the request (vladionescu.me)"),
            "Agent start and registration after an instance has booted.");

    public static final Parameter<Double> PULL_MB_PER_SECOND = parameter(
            "ecs-ec2.pullMbPerSecond",
            40.0,
            real(15, 100, "MB/s"),
            assumed("pull and unpack on an instance with a gp3 volume; no measurement found"),
            "Speed at which an instance pulls and unpacks an image that it does not have.");

    public static final Parameter<Double> CACHED_PULL_SECONDS = parameter(
            "ecs-ec2.cachedPullSeconds",
            2.0,
            seconds(0.1, 30),
            measured("containers-roadmap issue 696: 1 to 3 s"),
            "Start of a task on an instance that has the image already.");

    public static final Parameter<Double> TERMINATE_SECONDS = parameter(
            "ecs-ec2.terminateSeconds",
            30.0,
            seconds(10, 90),
            assumed("not published"),
            "From the decision to release an empty instance until it is no longer charged.");

    public static final Parameter<Boolean> DETAILED_MONITORING = parameter(
            "ecs-ec2.detailedMonitoring",
            false,
            flag(),
            documented("EC2 user guide, monitoring: basic unless enabled"),
            "Whether one-minute EC2 metrics are bought; scaling does not use them.");

    public static final Parameter<String> NETWORK_MODE = parameter(
            "ecs-ec2.networkMode",
            "awsvpc",
            choice("bridge", "awsvpc", "awsvpc-trunking"),
            documented("ECS developer guide, task networking: awsvpc is recommended; trunking is opt-in per account"),
            "How tasks reach the network. With awsvpc each takes a network interface of its instance, of which small"
                    + " types have few; trunking gives more on types outside the T family; bridge needs none.");

    public static final Parameter<Boolean> TERMINATION_PROTECTION = parameter(
            "ecs-ec2.managedTerminationProtection",
            true,
            flag(),
            documented("ECS developer guide, cluster auto scaling: needs the group's scale-in protection"),
            "Whether only empty instances are released. Without it the group's own policy may end busy ones.");

    public static final Parameter<Boolean> MANAGED_DRAINING = parameter(
            "ecs-ec2.managedDraining",
            true,
            flag(),
            assumed("deduced: on by default for capacity providers made since 2024"),
            "Whether tasks of an instance that ends are stopped gracefully. Without it their requests are lost (502).");

    public static final Parameter<Integer> PROVISIONING_LIMIT = parameter(
            "ecs-ec2.provisioningLimit",
            500,
            whole(1, 10_000, "tasks"),
            measured("public quota dumps: 500 tasks in PROVISIONING a cluster, 300 and 100 in older ones"),
            "Most tasks that wait for an instance at a time; ECS tries further ones again later.");

    public static final Parameter<Double> PROVISIONING_TIMEOUT_SECONDS = parameter(
            "ecs-ec2.provisioningTimeoutSeconds",
            900.0,
            seconds(60, 86_400),
            assumed("not found on the pages of ECS"),
            "A task that has waited so long for an instance is given up, and asked for anew.");

    public static final Parameter<Double> RETRY_SECONDS = parameter(
            "ecs-ec2.retrySeconds",
            60.0,
            seconds(1, 900),
            assumed(
                    "ECS developer guide, service throttle logic: intervals grow up to 15 minutes; the first ones are not"
                            + " published"),
            "Until the service asks anew for a task that could not be provisioned.");

    public static final Parameter<Integer> WARM_POOL_INSTANCES = parameter(
            "ecs-ec2.warmPoolInstances",
            0,
            whole(0, 10_000, "instances"),
            documented("EC2 Auto Scaling user guide, warm pools: none unless made"),
            "Instances that are started beforehand and wait, so that a scale-out starts from them.");

    public static final List<Parameter<?>> ALL = List.of(
            INSTANCE_TYPE,
            TARGET_CAPACITY,
            INSTANCE_WARMUP_SECONDS,
            RESERVATION_PUBLISH_SECONDS,
            RESERVATION_LOW_POINTS,
            SCALE_IN_QUIET_SECONDS,
            SCALE_IN_MAX_FRACTION,
            MIN_STEP,
            MAX_STEP,
            PLACEMENT,
            USABLE_MEMORY_SHARE,
            RESERVED_MEMORY_MIB,
            AGENT_SECONDS,
            PULL_MB_PER_SECOND,
            CACHED_PULL_SECONDS,
            TERMINATE_SECONDS,
            DETAILED_MONITORING,
            NETWORK_MODE,
            TERMINATION_PROTECTION,
            MANAGED_DRAINING,
            PROVISIONING_LIMIT,
            PROVISIONING_TIMEOUT_SECONDS,
            RETRY_SECONDS,
            WARM_POOL_INSTANCES);

    private EcsOnEc2Parameters() {}
}
