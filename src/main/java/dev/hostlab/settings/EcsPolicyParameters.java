package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What else an ECS service's scaling may be: steps instead of a target, a second metric, fixed times, forecasts. The
/// same on EC2 and on Fargate; each option has its own values.
public final class EcsPolicyParameters {

    /// What a list of steps looks like: distances from the target and a change.
    public static final String STEPS_PATTERN =
            "(-?[0-9]{1,12}(\\.[0-9]{1,6})?)?\\.\\.(-?[0-9]{1,12}(\\.[0-9]{1,6})?)?=[+-]?[0-9]{1,6}"
                    + "(; ?(-?[0-9]{1,12}(\\.[0-9]{1,6})?)?\\.\\.(-?[0-9]{1,12}(\\.[0-9]{1,6})?)?=[+-]?[0-9]{1,6})*";

    public static final EcsPolicyParameters ECS_EC2 = new EcsPolicyParameters("ecs-ec2.scaling.");
    public static final EcsPolicyParameters FARGATE = new EcsPolicyParameters("fargate.scaling.");
    public static final EcsPolicyParameters MANAGED_INSTANCES = new EcsPolicyParameters("managed-instances.scaling.");

    public final Parameter<String> policy;
    public final Parameter<String> steps;
    public final Parameter<String> stepAdjustment;
    public final Parameter<Integer> stepMinMagnitude;
    public final Parameter<Integer> stepPoints;
    public final Parameter<Integer> stepPeriods;
    public final Parameter<String> missingData;
    public final Parameter<String> sample;
    public final Parameter<Boolean> scaleIn;
    public final Parameter<String> secondMetric;
    public final Parameter<Double> secondTarget;
    public final Parameter<Integer> secondPeriodSeconds;
    public final Parameter<Double> secondPublishDelaySeconds;
    public final Parameter<Integer> queueWakeSeconds;
    public final ScheduleParameters schedule;
    public final Parameter<String> predictiveMode;
    public final Parameter<Integer> predictiveHistoryDays;
    public final Parameter<Integer> predictiveAheadSeconds;

    private EcsPolicyParameters(String at) {
        policy = policy(at);
        steps = steps(at);
        stepAdjustment = stepAdjustment(at);
        stepMinMagnitude = stepMinMagnitude(at);
        stepPoints = stepPoints(at);
        stepPeriods = stepPeriods(at);
        missingData = missingData(at);
        sample = sample(at);
        scaleIn = scaleIn(at);
        secondMetric = secondMetric(at);
        secondTarget = secondTarget(at);
        secondPeriodSeconds = secondPeriodSeconds(at);
        secondPublishDelaySeconds = secondPublishDelaySeconds(at);
        queueWakeSeconds = queueWakeSeconds(at);
        schedule = new ScheduleParameters(at);
        predictiveMode = predictiveMode(at);
        predictiveHistoryDays = predictiveHistoryDays(at);
        predictiveAheadSeconds = predictiveAheadSeconds(at);
    }

    /// All of them, in the order in which people should read them.
    public List<Parameter<?>> all() {
        return List.of(
                policy,
                steps,
                stepAdjustment,
                stepMinMagnitude,
                stepPoints,
                stepPeriods,
                missingData,
                sample,
                scaleIn,
                secondMetric,
                secondTarget,
                secondPeriodSeconds,
                secondPublishDelaySeconds,
                queueWakeSeconds,
                schedule.actions,
                schedule.delaySeconds,
                predictiveMode,
                predictiveHistoryDays,
                predictiveAheadSeconds);
    }

    private static Parameter<String> policy(String at) {
        return parameter(
                at + "policy",
                "target-tracking",
                choice("target-tracking", "step"),
                documented("Application Auto Scaling user guide: target tracking is what AWS recommends"),
                "Whether the service keeps a metric near its target or changes by steps; the target is then the"
                        + " threshold of the steps.");
    }

    private static Parameter<String> steps(String at) {
        return parameter(
                at + "steps",
                "..-20=-1; -20..0=0; 0..20=+1; 20..=+3",
                text(STEPS_PATTERN, "steps like ..-20=-1; -20..0=0; 0..20=+1; 20..=+3"),
                assumed("a usual shape of the examples in AWS's guides; the numbers are nobody's"),
                "Steps of a step policy: distance of the metric from the target, and how much to change.");
    }

    private static Parameter<String> stepAdjustment(String at) {
        return parameter(
                at + "stepAdjustment",
                "ChangeInCapacity",
                choice("ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity"),
                documented("Application Auto Scaling API reference, step scaling: AdjustmentType"),
                "What the numbers of the steps mean.");
    }

    private static Parameter<Integer> stepMinMagnitude(String at) {
        return parameter(
                at + "stepMinMagnitude",
                0,
                whole(0, 1_000, "tasks"),
                documented("Application Auto Scaling API reference, step scaling: MinAdjustmentMagnitude, none"),
                "Least tasks that a step in percent adds or takes away.");
    }

    private static Parameter<Integer> stepPoints(String at) {
        return parameter(
                at + "stepPoints",
                2,
                whole(1, 60, "points"),
                assumed("two periods, as in most of AWS's examples"),
                "Points that must breach before a step policy acts.");
    }

    private static Parameter<Integer> stepPeriods(String at) {
        return parameter(
                at + "stepPeriods",
                2,
                whole(1, 60, "points"),
                assumed("two periods, as in most of AWS's examples"),
                "Newest points among which a step policy's alarms look for breaching ones.");
    }

    private static Parameter<String> missingData(String at) {
        return parameter(
                at + "missingData",
                "missing",
                choice("missing", "ignore", "breaching", "notBreaching"),
                documented("CloudWatch user guide, missing data: missing unless chosen otherwise"),
                "What the alarms take a period without a point for.");
    }

    private static Parameter<String> sample(String at) {
        return parameter(
                at + "sample",
                "latest",
                choice("latest", "mean-of-breaching"),
                assumed("documented for step scaling, not for target tracking"),
                "Which value target tracking compares with its target: the newest, or the mean of those that breached.");
    }

    private static Parameter<Boolean> scaleIn(String at) {
        return parameter(
                at + "scaleIn",
                true,
                flag(),
                documented("Application Auto Scaling API reference, target tracking: DisableScaleIn false"),
                "Whether target tracking may take tasks away.");
    }

    private static Parameter<String> secondMetric(String at) {
        return parameter(
                at + "second.metric",
                "none",
                choice(
                        "none",
                        "cpu",
                        "memory",
                        "requests-per-target",
                        "queue-backlog",
                        "in-flight",
                        "tokens-per-minute"),
                assumed("one policy, as most services have"),
                "The metric of a second target-tracking policy; the service grows if either wants it to, and shrinks if"
                        + " both do.");
    }

    private static Parameter<Double> secondTarget(String at) {
        return parameter(
                at + "second.target",
                60.0,
                real(0.001, 1_000_000_000, "the metric's unit"),
                assumed("room for the minutes until new tasks serve"),
                "The second policy's target, in its metric's unit. Setting the metric resets it.");
    }

    private static Parameter<Integer> secondPeriodSeconds(String at) {
        return parameter(
                at + "second.metricPeriodSeconds",
                60,
                whole(1, 300, "s"),
                documented("CloudWatch metrics of ECS: 60 s, 20 s in high resolution"),
                "Length of one data point of the second metric.");
    }

    private static Parameter<Double> secondPublishDelaySeconds(String at) {
        return parameter(
                at + "second.publishDelaySeconds",
                158.0,
                seconds(0, 300),
                assumed("as for the first metric"),
                "Time until an alarm can use a point of the second metric. Setting the metric resets it.");
    }

    private static Parameter<Integer> queueWakeSeconds(String at) {
        return parameter(
                at + "queueWakeSeconds",
                900,
                whole(0, 900, "s"),
                documented("SQS developer guide, monitoring: up to 15 minutes after six hours without a message"),
                "Time from a message in a queue that has slept until its metrics are published again.");
    }

    private static Parameter<String> predictiveMode(String at) {
        return parameter(
                at + "predictive.mode",
                "off",
                choice("off", "forecast-only", "forecast-and-scale"),
                documented("predictive scaling is off unless a policy turns it on"),
                "Whether the demand of past days is forecast each hour, and whether the forecast raises the least"
                        + " capacity of the hour.");
    }

    private static Parameter<Integer> predictiveHistoryDays(String at) {
        return parameter(
                at + "predictive.historyDays",
                14,
                whole(1, 14, "days"),
                documented("EC2 Auto Scaling user guide, predictive scaling: 14 days of history, 24 hours at least"),
                "Days that a forecast looks back. The forecast itself, the mean of the same hour, stands in for AWS's.");
    }

    private static Parameter<Integer> predictiveAheadSeconds(String at) {
        return parameter(
                at + "predictive.aheadSeconds",
                300,
                whole(0, 3_600, "s"),
                documented("EC2 Auto Scaling API reference, predictive scaling: SchedulingBufferTime 300 s"),
                "How long before the hour a forecast takes effect.");
    }
}
