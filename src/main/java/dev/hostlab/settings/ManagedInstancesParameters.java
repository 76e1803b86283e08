package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// The instances under ECS Managed Instances, which AWS picks, starts, patches and ends.
public final class ManagedInstancesParameters {

    private static final String AS_ON_EC2 = "as for ECS on EC2; nothing published for managed instances";

    public static final Parameter<String> INSTANCE_TYPE = parameter(
            "managed-instances.instanceType",
            "m7i.large",
            text("[a-z][a-z0-9-]*\\.[a-z0-9-]+", "an EC2 instance type, like m7g.large"),
            assumed("AWS picks it; replaced by a current general-purpose type that fits the task"),
            "EC2 instance type that AWS is taken to pick; one type for the whole cluster.");

    public static final Parameter<Double> REACT_SECONDS = parameter(
            "managed-instances.reactSeconds",
            10.0,
            real(1, 60, "s"),
            assumed("not published; there is no alarm in between, so seconds and not minutes"),
            "How often AWS looks for tasks that wait for an instance.");

    public static final Parameter<Double> AGENT_SECONDS = parameter(
            "managed-instances.agentSeconds",
            20.0,
            seconds(1, 60),
            assumed(AS_ON_EC2),
            "Start of Bottlerocket's agent and registration after an instance has booted.");

    public static final Parameter<Integer> SCALE_IN_AFTER_SECONDS = parameter(
            "managed-instances.scaleInAfterSeconds",
            300,
            whole(-1, 3_600, "s"),
            assumed("ECS API reference, InfrastructureOptimization: unset, -1 for never, or 0 to 3600; what AWS does"
                    + " when it is unset is not published"),
            "An instance ends once it has been idle for so long; -1 for never.");

    public static final Parameter<Double> TERMINATE_SECONDS = parameter(
            "managed-instances.terminateSeconds",
            30.0,
            seconds(10, 90),
            assumed("not published"),
            "From the decision to end an idle instance until it is no longer charged.");

    public static final Parameter<Double> PULL_MB_PER_SECOND = parameter(
            "managed-instances.pullMbPerSecond",
            40.0,
            real(15, 100, "MB/s"),
            assumed(AS_ON_EC2),
            "Speed at which an instance pulls and unpacks an image that it does not have.");

    public static final Parameter<Double> CACHED_PULL_SECONDS = parameter(
            "managed-instances.cachedPullSeconds",
            2.0,
            seconds(0.1, 30),
            measured("containers-roadmap issue 696: 1 to 3 s on EC2; images are cached here too"),
            "Start of a task on an instance that has the image already.");

    public static final Parameter<Double> USABLE_MEMORY_SHARE = parameter(
            "managed-instances.usableMemoryShare",
            0.96,
            real(0.9, 0.985, "share"),
            assumed(AS_ON_EC2),
            "Part of an instance's memory that tasks can have.");

    public static final Parameter<String> NETWORK_MODE = parameter(
            "managed-instances.networkMode",
            "awsvpc-trunking",
            choice("bridge", "awsvpc", "awsvpc-trunking"),
            assumed("AWS owns the network interfaces and packs several tasks on an instance"),
            "How tasks reach the network; awsvpc without trunking bounds the tasks of small types.");

    public static final Parameter<Integer> STORAGE_GIB = parameter(
            "managed-instances.storageGiB",
            80,
            whole(20, 16_384, "GiB"),
            assumed("ECS API reference, ManagedInstancesStorageConfiguration: a choice; 80 is taken for its default"),
            "Size of an instance's gp3 volume.");

    public static final List<Parameter<?>> ALL = List.of(
            INSTANCE_TYPE,
            REACT_SECONDS,
            AGENT_SECONDS,
            SCALE_IN_AFTER_SECONDS,
            TERMINATE_SECONDS,
            PULL_MB_PER_SECOND,
            CACHED_PULL_SECONDS,
            USABLE_MEMORY_SHARE,
            NETWORK_MODE,
            STORAGE_GIB);

    private ManagedInstancesParameters() {}
}
