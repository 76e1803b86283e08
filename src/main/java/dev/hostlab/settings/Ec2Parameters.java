package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.share;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// How EC2 instances start and end. Shared by both options with instances.
public final class Ec2Parameters {

    public static final Parameter<Double> REACT_SECONDS = parameter(
            "ec2.reactSeconds",
            10.0,
            seconds(5, 30),
            assumed("between a group's new desired capacity and the launch; not published"),
            "Time until an Auto Scaling group acts on a new desired capacity.");

    public static final Parameter<Double> PENDING_SECONDS = parameter(
            "ec2.pendingSeconds",
            17.0,
            seconds(5, 60),
            measured("brevdev/ec2-coldboot-research (2026-01): 16.4 to 17.8 s in every region and family tried"),
            "Part of the boot that is not charged: from the launch to the state running.");

    public static final Parameter<Double> BOOT_MEDIAN_SECONDS = parameter(
            "ec2.bootMedianSeconds",
            26.0,
            seconds(10, 120),
            measured("brevdev/ec2-coldboot-research (2026-01): mean 25.8 s with Amazon Linux"),
            "Launch to a booted system, pending included, median.");

    public static final Parameter<Double> BOOT_P95_SECONDS = parameter(
            "ec2.bootP95Seconds",
            45.0,
            seconds(10, 300),
            assumed("one author's measurements spread less; other families and encrypted volumes are slower"),
            "The same, 95th percentile; lognormal through both.");

    public static final Parameter<Double> BOOT_TAIL_SHARE = parameter(
            "ec2.bootTailShare",
            0.02,
            real(0, 0.5, "share"),
            assumed("practitioners report a second hump (hndistilled.com/story/40455208)"),
            "Share of the boots that take the tail's time instead.");

    public static final Parameter<Double> BOOT_TAIL_SECONDS = parameter(
            "ec2.bootTailSeconds",
            80.0,
            seconds(30, 600),
            assumed("practitioners report a second hump near 80 s (hndistilled.com/story/40455208)"),
            "How long those boots take.");

    public static final Parameter<Integer> ROOT_VOLUME_GIB = parameter(
            "ec2.rootVolumeGiB",
            30,
            whole(8, 1_000, "GiB"),
            documented(
                    "the ECS-optimised AMI's volume; recent Elastic Beanstalk environments have 8 GB, too little for "
                            + "container images of a few hundred MB"),
            "gp3 root volume of each instance.");

    public static final Parameter<Double> LAUNCH_HOOK_SECONDS = parameter(
            "ec2.launchHookSeconds",
            0.0,
            seconds(0, 172_800),
            documented("EC2 Auto Scaling user guide, lifecycle hooks: none unless made; 3,600 s until one gives up"),
            "How long a lifecycle hook holds a new instance after its boot, charged.");

    public static final Parameter<Double> TERMINATE_HOOK_SECONDS = parameter(
            "ec2.terminateHookSeconds",
            0.0,
            seconds(0, 172_800),
            documented("EC2 Auto Scaling user guide, lifecycle hooks: none unless made; 3,600 s until one gives up"),
            "How long a lifecycle hook holds an instance before it ends, charged.");

    public static final Parameter<Integer> METRICS_PER_INSTANCE = parameter(
            "ec2.metricsPerInstance",
            7,
            whole(1, 50, "metrics"),
            documented("CloudWatch pricing, detailed monitoring: 7 metrics an instance by default"),
            "Metrics that detailed monitoring charges for each instance.");

    public static final Parameter<String> WARM_POOL_STATE = parameter(
            "ec2.warmPoolState",
            "stopped",
            choice("stopped", "hibernated", "running"),
            documented("EC2 Auto Scaling user guide, warm pools: Stopped"),
            "How instances of a warm pool wait. Those that run are paid for in full, others for their volume.");

    public static final Parameter<Double> WARM_START_SECONDS = parameter(
            "ec2.warmStartSeconds",
            21.2,
            seconds(0, 120),
            measured("brevdev/ec2-coldboot-research (2026-01): stopped to running 21.2 s, hibernated 20.7 s"),
            "Until an instance of a warm pool runs; one that runs already needs no time.");

    public static final Parameter<String> CREDIT_MODE = parameter(
            "ec2.creditMode",
            "default",
            choice("default", "unlimited", "standard"),
            documented(
                    "EC2 user guide, burstable performance instances: T3, T3a and T4g are unlimited, T2 is standard"),
            "Whether instances of the T families may use CPU beyond their credits, for a charge.");

    public static final Parameter<Double> BOOT_CPU_SHARE = parameter(
            "ec2.bootCpuShare",
            0.5,
            share(),
            assumed("boot, hooks, pull and start of an application keep a small instance busy; nobody has measured it"),
            "CPU that an instance uses while it starts, which costs a burstable one credits.");

    public static final Parameter<Double> CREDITS_AT_START_SHARE = parameter(
            "ec2.creditsAtStartShare",
            0.0,
            share(),
            assumed("a balance would hide for a day what the month costs"),
            "CPU credits of the instances of the start, of the most that they can keep.");

    public static final List<Parameter<?>> ALL = List.of(
            REACT_SECONDS,
            PENDING_SECONDS,
            BOOT_MEDIAN_SECONDS,
            BOOT_P95_SECONDS,
            BOOT_TAIL_SHARE,
            BOOT_TAIL_SECONDS,
            ROOT_VOLUME_GIB,
            LAUNCH_HOOK_SECONDS,
            TERMINATE_HOOK_SECONDS,
            METRICS_PER_INSTANCE,
            WARM_POOL_STATE,
            WARM_START_SECONDS,
            CREDIT_MODE,
            BOOT_CPU_SHARE,
            CREDITS_AT_START_SHARE);

    private Ec2Parameters() {}
}
