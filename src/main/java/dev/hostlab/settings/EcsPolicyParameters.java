package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What else an ECS service's scaling may be: steps instead of a target, a second metric, fixed times, forecasts. The
/// same on EC2 and on Fargate; each option has its own values.
public final class EcsPolicyParameters {

    public static final EcsPolicyParameters ECS_EC2 = new EcsPolicyParameters("ecs-ec2.scaling.");
    public static final EcsPolicyParameters FARGATE = new EcsPolicyParameters("fargate.scaling.");
    public static final EcsPolicyParameters MANAGED_INSTANCES = new EcsPolicyParameters("managed-instances.scaling.");

    public final Parameter<String> policy;
    public final StepParameters step;
    public final Parameter<String> missingData;
    public final Parameter<String> sample;
    public final Parameter<Boolean> scaleIn;
    public final Parameter<String> secondMetric;
    public final Parameter<Double> secondTarget;
    public final Parameter<Integer> secondPeriodSeconds;
    public final Parameter<Double> secondPublishDelaySeconds;
    public final Parameter<Integer> queueWakeSeconds;
    public final ScheduleParameters schedule;
    public final PredictiveParameters predictive;

    private EcsPolicyParameters(String at) {
        policy = policy(at);
        step = new StepParameters(at, "tasks");
        missingData = missingData(at);
        sample = sample(at);
        scaleIn = scaleIn(at);
        secondMetric = secondMetric(at);
        secondTarget = secondTarget(at);
        secondPeriodSeconds = secondPeriodSeconds(at);
        secondPublishDelaySeconds = secondPublishDelaySeconds(at);
        queueWakeSeconds = queueWakeSeconds(at);
        schedule = new ScheduleParameters(at);
        predictive = new PredictiveParameters(at);
    }

    /// All of them, in the order in which people should read them.
    public List<Parameter<?>> all() {
        return List.of(
                policy,
                step.steps,
                step.stepAdjustment,
                step.stepMinMagnitude,
                step.stepPoints,
                step.stepPeriods,
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
                predictive.mode,
                predictive.historyDays,
                predictive.aheadSeconds);
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
}
