package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;
import java.util.stream.Stream;

/// What else decides on the size of an Elastic Beanstalk environment: the rest of its trigger, a timetable, a
/// forecast, or a policy of its Auto Scaling group, which Beanstalk has no option for and .ebextensions can add.
public final class BeanstalkTriggerParameters {

    public static final Parameter<String> POLICY = parameter(
            "beanstalk.scaling.policy",
            "trigger",
            choice("trigger", "target-tracking", "step"),
            documented("Elastic Beanstalk developer guide, general options: a trigger is all there is"),
            "The trigger, or a target-tracking or step policy that .ebextensions put on the environment's group instead;"
                    + " its target or threshold is beanstalk.trigger.upper.");

    public static final Parameter<String> STATISTIC = parameter(
            "beanstalk.trigger.statistic",
            "Average",
            choice("Average", "Sum", "Minimum", "Maximum"),
            documented("Elastic Beanstalk developer guide, general options, trigger: Statistic Average"),
            "What the alarms make of the samples of a period: one an instance and minute, or one a request. Requests"
                    + " are counted by their Sum, the only one that says anything.");

    public static final Parameter<String> UNIT = parameter(
            "beanstalk.trigger.unit",
            "Bytes",
            choice(
                    "Seconds",
                    "Percent",
                    "Bytes",
                    "Bits",
                    "Count",
                    "Bytes/Second",
                    "Bits/Second",
                    "Count/Second",
                    "None"),
            documented("Elastic Beanstalk developer guide, general options, trigger: Unit Bytes"),
            "Unit of the metric; that of the chosen one unless set. In another unit alarms find no points.");

    public static final Parameter<Integer> BREACH_DURATION_MINUTES = parameter(
            "beanstalk.trigger.breachDurationMinutes",
            5,
            whole(1, 3_600, "min"),
            documented("Elastic Beanstalk developer guide, general options, trigger: BreachDuration 5 minutes"),
            "How long a threshold must be passed: the period times the evaluation periods, which follow from it unless"
                    + " they are given.");

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

    public static final Parameter<String> SAMPLE = parameter(
            "beanstalk.tracking.sample",
            "latest",
            choice("latest", "mean-of-breaching"),
            assumed("documented for step scaling, not for target tracking"),
            "Which value target tracking compares with its target: the newest, or the mean of those that breached.");

    public static final Parameter<Boolean> SCALE_IN = parameter(
            "beanstalk.tracking.scaleIn",
            true,
            flag(),
            documented("EC2 Auto Scaling API reference, target tracking: DisableScaleIn false"),
            "Whether target tracking may take instances away.");

    public static final StepParameters STEP = new StepParameters("beanstalk.scaling.", "instances");

    public static final PredictiveParameters PREDICTIVE = new PredictiveParameters("beanstalk.scaling.");

    public static final ScheduleParameters SCHEDULE = new ScheduleParameters("beanstalk.scaling.");

    public static final List<Parameter<?>> ALL =
            Stream.of(own(), STEP.all()).<Parameter<?>>flatMap(List::stream).toList();

    private BeanstalkTriggerParameters() {}

    private static List<Parameter<?>> own() {
        return List.of(
                POLICY,
                STATISTIC,
                UNIT,
                BREACH_DURATION_MINUTES,
                HIGH_POINTS,
                LOW_POINTS,
                LOW_FACTOR,
                SCALE_IN_MAX_FRACTION,
                WARMUP_SECONDS,
                SAMPLE,
                SCALE_IN,
                SCHEDULE.actions,
                SCHEDULE.delaySeconds,
                PREDICTIVE.mode,
                PREDICTIVE.historyDays,
                PREDICTIVE.aheadSeconds);
    }
}
