package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What else decides on the size of an Elastic Beanstalk environment: a timetable, or target tracking of its Auto
/// Scaling group, which Beanstalk has no option for and .ebextensions can add.
public final class BeanstalkTriggerParameters {

    public static final Parameter<String> POLICY = parameter(
            "beanstalk.scaling.policy",
            "trigger",
            choice("trigger", "target-tracking"),
            documented("Elastic Beanstalk developer guide, general options: a trigger is all there is"),
            "The trigger, or a target-tracking policy that .ebextensions put on the environment's group instead.");

    public static final Parameter<Integer> HIGH_POINTS = parameter(
            "beanstalk.tracking.highPoints",
            3,
            whole(1, 60, "points"),
            measured("alarm texts of target tracking in public configuration dumps: 3 of 3"),
            "Points above the target before the group scales out; with basic monitoring a point is five minutes.");

    public static final Parameter<Integer> LOW_POINTS = parameter(
            "beanstalk.tracking.lowPoints",
            15,
            whole(1, 180, "points"),
            measured("alarm texts of target tracking in public configuration dumps: 15 of 15"),
            "Minutes below the low threshold before the group scales in.");

    public static final Parameter<Double> LOW_FACTOR = parameter(
            "beanstalk.tracking.lowFactor",
            0.7,
            real(0.1, 1, ""),
            measured(
                    "alarm texts in public configuration dumps of CPU: 40 and 28, 50 and 35, 75 and 52.5; older ones 0.9"),
            "The low threshold of a group's target tracking, as a part of the target.");

    public static final Parameter<Double> SCALE_IN_MAX_FRACTION = parameter(
            "beanstalk.tracking.scaleInMaxFraction",
            0.05,
            real(0.05, 1, "share"),
            assumed("not published; AWS says gradually, and users saw one instance a minute leave"),
            "Most of the group that one alarm action takes away, one instance at least.");

    public static final Parameter<Integer> WARMUP_SECONDS = parameter(
            "beanstalk.tracking.warmupSeconds",
            300,
            whole(0, 3_600, "s"),
            documented("EC2 Auto Scaling user guide, warm-up and cooldown settings: the default cooldown, 300 s"),
            "Time in service until a new instance counts; nothing is scaled in before.");

    public static final ScheduleParameters SCHEDULE = new ScheduleParameters("beanstalk.scaling.");

    public static final List<Parameter<?>> ALL = List.of(
            POLICY,
            HIGH_POINTS,
            LOW_POINTS,
            LOW_FACTOR,
            SCALE_IN_MAX_FRACTION,
            WARMUP_SECONDS,
            SCHEDULE.actions,
            SCHEDULE.delaySeconds);

    private BeanstalkTriggerParameters() {}
}
