package dev.hostlab.cli;

import dev.hostlab.settings.Domain;
import java.util.EnumSet;
import java.util.Set;

/// The numbers that a replay can be given, and whose policies use them.
enum ReplayFlag {
    TARGET("--target", positive(), "Target, in the metric's unit; of a capacity provider in percent.", Use.TRACKING),
    THRESHOLD("--threshold", anyNumber(), "Threshold of a step policy's alarms, which its JSON lacks.", Use.ALARMS),
    MIN("--min", count(0), "Least capacity (1; of a capacity provider 0).", Use.ALL),
    MAX("--max", count(0), "Most capacity (10000; on Beanstalk 4).", Use.ALL),
    START("--start", count(0), "Desired capacity at the beginning (--min).", Use.ALL),
    OUT_COOLDOWN("--scale-out-cooldown", seconds(), "Seconds, instead of the policy's (300).", Use.ECS),
    IN_COOLDOWN("--scale-in-cooldown", seconds(), "Seconds, instead of the policy's (300).", Use.ECS),
    WARMUP("--warmup", seconds(), "Seconds until a new instance counts, instead of the policy's (300).", Use.WARMING),
    UPPER("--upper", positive(), "Beanstalk's upper threshold (6000000).", Use.BEANSTALK),
    LOWER("--lower", anyNumber(), "Beanstalk's lower threshold (2000000).", Use.BEANSTALK),
    COOLDOWN(
            "--cooldown", seconds(), "Seconds after an activity in which triggers are not heard (360).", Use.BEANSTALK),
    LAUNCH("--launch-seconds", seconds(), "From a scale-out to its end (36; of a group 0).", Use.INSTANCES),
    TERMINATE("--terminate-seconds", seconds(), "From a scale-in to its end (30).", Use.INSTANCES),
    UPPER_INCREMENT("--upper-increment", count(1), "Instances that Beanstalk adds at a time (1).", Use.BEANSTALK),
    LOWER_INCREMENT("--lower-increment", count(1), "Instances that Beanstalk takes away (1).", Use.BEANSTALK),
    PUBLISH_DELAY(
            "--publish-delay",
            seconds(),
            "Seconds from a point's end until alarms see it (0).",
            Use.ALARMS_AND_BEANSTALK),
    PERIOD(
            "--period",
            new Domain.Whole(1, 86_400),
            "Seconds of a point (the shortest distance of two rows).",
            Use.ALARMS_AND_BEANSTALK),
    HIGH_POINTS("--high-points", points(), "Points above the target before scaling out (3).", Use.ALARMS),
    LOW_POINTS(
            "--low-points",
            points(),
            "Points below the low threshold before scaling in (15 minutes).",
            Use.ALL_TRACKING),
    LOW_FACTOR(
            "--low-factor",
            new Domain.Real(0.01, 1),
            "Low threshold over target (0.9; CPU of a group 0.7).",
            Use.ALARMS),
    IN_FRACTION(
            "--scale-in-max-fraction",
            new Domain.Real(0.001, 1),
            "Most that one scale-in takes (1; of a group 0.05; of a provider 0.5).",
            Use.ALL_TRACKING),
    DATAPOINTS("--datapoints", points(), "Points that must breach a step policy's threshold (all).", Use.ALARMS),
    EVALUATION_PERIODS(
            "--evaluation-periods",
            points(),
            "Points that a step policy's or Beanstalk's alarms evaluate (1).",
            Use.ALARMS_AND_BEANSTALK),
    MIN_STEP("--min-step", count(1), "A capacity provider's minimumScalingStepSize (1).", Use.PROVIDER),
    MAX_STEP("--max-step", count(1), "A capacity provider's maximumScalingStepSize (10000).", Use.PROVIDER);

    /// Which services use a flag.
    private enum Use {
        ALL(ReplayService.values()),
        ECS(ReplayService.ECS),
        ALARMS(ReplayService.ECS, ReplayService.ASG),
        TRACKING(ReplayService.ECS, ReplayService.ASG, ReplayService.CAPACITY_PROVIDER),
        ALL_TRACKING(ReplayService.ECS, ReplayService.ASG, ReplayService.CAPACITY_PROVIDER),
        WARMING(ReplayService.ASG, ReplayService.CAPACITY_PROVIDER),
        INSTANCES(ReplayService.ASG, ReplayService.BEANSTALK),
        BEANSTALK(ReplayService.BEANSTALK),
        ALARMS_AND_BEANSTALK(ReplayService.ECS, ReplayService.ASG, ReplayService.BEANSTALK),
        PROVIDER(ReplayService.CAPACITY_PROVIDER);

        @SuppressWarnings("ImmutableEnumChecker") // filled here and never changed
        private final Set<ReplayService> services = EnumSet.noneOf(ReplayService.class);

        Use(ReplayService... services) {
            this.services.addAll(java.util.List.of(services));
        }
    }

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // domains are records
    private final Domain<?> domain;

    private final String description;
    private final Use use;

    ReplayFlag(String id, Domain<?> domain, String description, Use use) {
        this.id = id;
        this.domain = domain;
        this.description = description;
        this.use = use;
    }

    /// As written on the command line.
    String id() {
        return id;
    }

    Domain<?> domain() {
        return domain;
    }

    String description() {
        return description;
    }

    boolean isUsedBy(ReplayService service) {
        return use.services.contains(service);
    }

    private static Domain<?> seconds() {
        return new Domain.Whole(0, 86_400);
    }

    private static Domain<?> points() {
        return new Domain.Whole(1, 10_000);
    }

    private static Domain<?> count(int least) {
        return new Domain.Whole(least, 1_000_000);
    }

    private static Domain<?> positive() {
        return new Domain.Real(1e-9, 1e15);
    }

    private static Domain<?> anyNumber() {
        return new Domain.Real(-1e15, 1e15);
    }
}
