package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.share;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// How Fargate starts tasks, and what it can do that ECS on EC2 cannot.
public final class FargateParameters {

    public static final Parameter<Double> BASE_MEDIAN_SECONDS = parameter(
            "fargate.baseMedianSeconds",
            20.0,
            seconds(5, 120),
            measured("AWS's faster auto scaling benchmark (containers-roadmap issue 2113, 2026-06): 23 s from trigger "
                    + "to provisioned; vladionescu.me (2022): 30 s to the first of 3,500"),
            "Placement, network interface and micro-VM of a task, median, before the image is pulled.");

    public static final Parameter<Double> BASE_P95_SECONDS = parameter(
            "fargate.baseP95Seconds",
            30.0,
            seconds(5, 300),
            assumed("an AWS engineer calls 30 to 45 s or longer end to end normal (re:Post)"),
            "The same, 95th percentile; lognormal through both.");

    public static final Parameter<Double> PULL_MB_PER_SECOND = parameter(
            "fargate.pullMbPerSecond",
            15.0,
            real(8, 40, "MB/s"),
            measured("413 MB image in 53 to 62 s in all (elasticscale.com, 2024); just under 900 MB in about 70 s "
                    + "(containers-roadmap issue 696, 2020)"),
            "Speed at which an image is pulled and unpacked with one vCPU; it grows with the square root of "
                    + "vCPUs, within 0.6 and 2 times. Nothing is cached.");

    public static final Parameter<Integer> LAUNCH_BURST = parameter(
            "fargate.launchBurst",
            100,
            whole(1, 10_000, "tasks"),
            documented("ECS developer guide, Fargate throttling quotas: burst 100 (25 in newer regions)"),
            "Tasks that may start at once.");

    public static final Parameter<Double> LAUNCH_PER_SECOND = parameter(
            "fargate.launchPerSecond",
            20.0,
            real(0.1, 1_000, "tasks/s"),
            documented("ECS developer guide, Fargate throttling quotas: 20 a second (5 in newer regions)"),
            "Tasks that may start a second after the burst.");

    public static final Parameter<Double> SPOT_SHARE = parameter(
            "fargate.spotShare",
            0.0,
            share(),
            assumed("on-demand only; Spot is a choice"),
            "Share of the tasks that run on Fargate Spot.");

    public static final Parameter<Integer> EPHEMERAL_GIB = parameter(
            "fargate.ephemeralGiB",
            20,
            whole(20, 200, "GiB"),
            documented("ECS developer guide, Fargate task storage: 20 GiB free, up to 200"),
            "Ephemeral storage of a task; what is above 20 GiB is charged.");

    public static final List<Parameter<?>> ALL = List.of(
            BASE_MEDIAN_SECONDS,
            BASE_P95_SECONDS,
            PULL_MB_PER_SECOND,
            LAUNCH_BURST,
            LAUNCH_PER_SECOND,
            SPOT_SHARE,
            EPHEMERAL_GIB);

    private FargateParameters() {}
}
