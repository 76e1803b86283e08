package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.flag;
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
            "Speed at which an image is pulled and unpacked with one vCPU. Nothing is cached.");

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
            "Share of the tasks above the base that run on Fargate Spot: its weight over the sum of weights.");

    public static final Parameter<Integer> ON_DEMAND_BASE = parameter(
            "fargate.onDemandBase",
            0,
            whole(0, 10_000, "tasks"),
            documented("ECS developer guide, capacity provider strategies: base 0"),
            "Tasks that run on demand before the Spot share applies: the base of the FARGATE capacity provider.");

    public static final Parameter<Integer> EPHEMERAL_GIB = parameter(
            "fargate.ephemeralGiB",
            20,
            whole(20, 200, "GiB"),
            documented("ECS developer guide, Fargate task storage: 20 GiB free, up to 200"),
            "Ephemeral storage of a task; what is above 20 GiB is charged.");

    public static final Parameter<Double> PULL_VCPU_EXPONENT = parameter(
            "fargate.pullVcpuExponent",
            0.5,
            real(0, 1, ""),
            assumed("AWS says that vCPUs set the speed of unpacking; the square root is a guess between none and in"
                    + " proportion"),
            "How the pull speeds up with the task's vCPUs: vCPUs to this power.");

    public static final Parameter<Double> PULL_FACTOR_MIN = parameter(
            "fargate.pullFactorMin",
            0.6,
            real(0.1, 1, "times"),
            assumed("no measurement of tasks below 0.5 vCPU found"),
            "The slowest that a small task pulls, against one of one vCPU.");

    public static final Parameter<Double> PULL_FACTOR_MAX = parameter(
            "fargate.pullFactorMax",
            2.0,
            real(1, 16, "times"),
            assumed("the network bounds large tasks; no measurement found"),
            "The fastest that a large task pulls, against one of one vCPU.");

    public static final Parameter<Boolean> SOCI = parameter(
            "fargate.soci",
            false,
            flag(),
            documented("ECS developer guide, lazy loading with Seekable OCI: needs an index beside the image"),
            "Whether large images start before they are wholly there.");

    public static final Parameter<Double> SOCI_PULL_FACTOR = parameter(
            "fargate.sociPullFactor",
            0.45,
            real(0.26, 0.9, "times"),
            measured("AWS: starts 50 to 60 % faster, 74 % in a demonstration (re:Invent CON307; technology.amis.nl)"),
            "What lazy loading leaves of the pull.");

    public static final Parameter<Double> SOCI_FROM_MB = parameter(
            "fargate.sociFromMb",
            250.0,
            real(0, 10_000, "MB"),
            assumed("ECS developer guide advises lazy loading for images above 250 MiB compressed"),
            "Smaller images gain nothing from lazy loading.");

    public static final Parameter<Boolean> ZSTD = parameter(
            "fargate.zstd",
            false,
            flag(),
            documented("AWS containers blog, zstd-compressed images on Fargate: a choice when the image is built"),
            "Whether the image is compressed with zstd instead of gzip.");

    public static final Parameter<Double> ZSTD_PULL_FACTOR = parameter(
            "fargate.zstdPullFactor",
            0.73,
            real(0.6, 1, "times"),
            measured("AWS: up to 27 % off the whole start (element7.io, 2022); taken off the pull alone here"),
            "What zstd leaves of the pull.");

    public static final Parameter<Double> PULL_CONCURRENCY_PENALTY = parameter(
            "fargate.pullConcurrencyPenalty",
            0.0,
            real(0, 10, "times"),
            assumed("one account stalled with about 600 pulls of 600 MB at a time (cloudkeeper.com); off, since nobody"
                    + " has measured it"),
            "How much longer a pull takes while 600 tasks start at a time, in parts of itself; in proportion below.");

    public static final Parameter<Double> VCPU_QUOTA = parameter(
            "fargate.vcpuQuota",
            6.0,
            real(0, 1_000_000, "vCPU"),
            documented("Fargate service quotas: 6 on-demand vCPUs in a new account; it rises with use, established"
                    + " accounts have thousands"),
            "vCPUs that the account's tasks may reserve at a time, draining ones included; further tasks wait, and the"
                    + " result says so.");

    public static final List<Parameter<?>> ALL = List.of(
            BASE_MEDIAN_SECONDS,
            BASE_P95_SECONDS,
            PULL_MB_PER_SECOND,
            LAUNCH_BURST,
            LAUNCH_PER_SECOND,
            SPOT_SHARE,
            ON_DEMAND_BASE,
            EPHEMERAL_GIB,
            PULL_VCPU_EXPONENT,
            PULL_FACTOR_MIN,
            PULL_FACTOR_MAX,
            SOCI,
            SOCI_PULL_FACTOR,
            SOCI_FROM_MB,
            ZSTD,
            ZSTD_PULL_FACTOR,
            PULL_CONCURRENCY_PENALTY,
            VCPU_QUOTA);

    private FargateParameters() {}
}
