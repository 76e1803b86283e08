package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.whole;

import java.util.List;

/// An ECS service and its target tracking, which is the same wherever its tasks run; each option has its own values.
public final class EcsParameters {

    public static final EcsParameters ECS_EC2 = new EcsParameters("ecs-ec2", EcsPolicyParameters.ECS_EC2);
    public static final EcsParameters FARGATE = new EcsParameters("fargate", EcsPolicyParameters.FARGATE);
    public static final EcsParameters MANAGED_INSTANCES =
            new EcsParameters("managed-instances", EcsPolicyParameters.MANAGED_INSTANCES);

    /// One for each option that is an ECS service.
    public static final List<EcsParameters> EACH = List.of(ECS_EC2, FARGATE, MANAGED_INSTANCES);

    /// Its other policies.
    public final EcsPolicyParameters more;

    public final Parameter<Boolean> scalingEnabled;
    public final Parameter<String> metric;
    public final Parameter<Double> target;
    public final Parameter<String> routing;
    public final Parameter<Boolean> highResolutionMetrics;
    public final Parameter<Integer> metricPeriodSeconds;
    public final Parameter<Double> publishDelaySeconds;
    public final Parameter<Integer> highPoints;
    public final Parameter<Integer> lowPoints;
    public final Parameter<Double> lowFactor;
    public final Parameter<Double> actionSeconds;
    public final Parameter<Integer> outCooldownSeconds;
    public final Parameter<Integer> inCooldownSeconds;
    public final Parameter<Double> scaleInMaxFraction;
    public final Parameter<Double> launchPerMinute;
    public final Parameter<Double> registrationSeconds;
    public final Parameter<Double> healthIntervalSeconds;
    public final Parameter<Double> deregistrationSeconds;
    public final Parameter<Double> stopSeconds;
    public final Parameter<Double> workerGraceSeconds;

    private EcsParameters(String id, EcsPolicyParameters more) {
        this.more = more;
        scalingEnabled = scalingEnabled(id);
        metric = metric(id);
        target = target(id);
        routing = routing(id);
        highResolutionMetrics = highResolutionMetrics(id);
        metricPeriodSeconds = metricPeriodSeconds(id);
        publishDelaySeconds = publishDelaySeconds(id);
        highPoints = highPoints(id);
        lowPoints = lowPoints(id);
        lowFactor = lowFactor(id);
        actionSeconds = actionSeconds(id);
        outCooldownSeconds = outCooldownSeconds(id);
        inCooldownSeconds = inCooldownSeconds(id);
        scaleInMaxFraction = scaleInMaxFraction(id);
        launchPerMinute = launchPerMinute(id);
        registrationSeconds = registrationSeconds(id);
        healthIntervalSeconds = healthIntervalSeconds(id);
        deregistrationSeconds = deregistrationSeconds(id);
        stopSeconds = stopSeconds(id);
        workerGraceSeconds = workerGraceSeconds(id);
    }

    /// All of them, in the order in which people should read them.
    public List<Parameter<?>> all() {
        return List.of(
                scalingEnabled,
                metric,
                target,
                routing,
                highResolutionMetrics,
                metricPeriodSeconds,
                publishDelaySeconds,
                highPoints,
                lowPoints,
                lowFactor,
                actionSeconds,
                outCooldownSeconds,
                inCooldownSeconds,
                scaleInMaxFraction,
                launchPerMinute,
                registrationSeconds,
                healthIntervalSeconds,
                deregistrationSeconds,
                stopSeconds,
                workerGraceSeconds);
    }

    private static Parameter<Boolean> scalingEnabled(String id) {
        return Parameter.parameter(
                id + ".scaling.enabled",
                true,
                flag(),
                assumed("services are made with a fixed count; the aws-defaults preset leaves it so"),
                "Whether the service scales at all; false keeps it at capacity.min.");
    }

    private static Parameter<String> metric(String id) {
        return Parameter.parameter(
                id + ".scaling.metric",
                "cpu",
                choice("cpu", "memory", "requests-per-target", "queue-backlog", "in-flight", "tokens-per-minute"),
                assumed("the metric in most of AWS's examples; the preset chooses by the kind of service"),
                "What target tracking keeps near its target. Queue backlog, in-flight and tokens are custom "
                        + "metrics that the service publishes.");
    }

    private static Parameter<Double> target(String id) {
        return Parameter.parameter(
                id + ".scaling.target",
                60.0,
                real(0.001, 1_000_000_000, "the metric's unit"),
                assumed("room for the minutes until new tasks serve"),
                "The target: percent for cpu, memory and in-flight; requests a target and minute; messages a "
                        + "task; tokens a minute and task. Setting the metric resets it.");
    }

    private static Parameter<String> routing(String id) {
        return Parameter.parameter(
                id + ".routing",
                "round-robin",
                choice("round-robin", "least-outstanding", "random"),
                documented("ALB user guide, routing algorithms: round robin unless changed"),
                "How the load balancer picks a task.");
    }

    private static Parameter<Boolean> highResolutionMetrics(String id) {
        return Parameter.parameter(
                id + ".highResolutionMetrics",
                false,
                flag(),
                documented("ECS developer guide, faster auto scaling (2026-06-18): opt-in, charged"),
                "Whether cpu and memory are measured every 20 s instead of every 60 s.");
    }

    private static Parameter<Integer> metricPeriodSeconds(String id) {
        return Parameter.parameter(
                id + ".scaling.metricPeriodSeconds",
                60,
                whole(1, 300, "s"),
                documented("CloudWatch metrics of ECS: 60 s, 20 s in high resolution"),
                "Length of one data point.");
    }

    private static Parameter<Double> publishDelaySeconds(String id) {
        return Parameter.parameter(
                id + ".scaling.publishDelaySeconds",
                158.0,
                seconds(0, 300),
                measured("splits AWS's benchmark of 363 s from load to scale-out (containers-roadmap issue 2113, "
                        + "2026-06); only the sum was measured"),
                "Time from the end of a period until an alarm can use its point. Setting the metric resets " + "it.");
    }

    private static Parameter<Integer> highPoints(String id) {
        return Parameter.parameter(
                id + ".scaling.highPoints",
                3,
                whole(1, 60, "points"),
                measured("alarm texts of target tracking in public configuration dumps: 3 of 3"),
                "Points in a row above the target before it scales out.");
    }

    private static Parameter<Integer> lowPoints(String id) {
        return Parameter.parameter(
                id + ".scaling.lowPoints",
                15,
                whole(1, 180, "points"),
                measured("alarm texts of target tracking in public configuration dumps: 15 of 15"),
                "Points in a row below the low threshold before it scales in.");
    }

    private static Parameter<Double> lowFactor(String id) {
        return Parameter.parameter(
                id + ".scaling.lowFactor",
                0.9,
                real(0.1, 1, ""),
                measured("alarm texts of target tracking in public configuration dumps: 30 and 27, 70 and 63, 1500 and "
                        + "1350"),
                "The low threshold, as a part of the target.");
    }

    private static Parameter<Double> actionSeconds(String id) {
        return Parameter.parameter(
                id + ".scaling.actionSeconds",
                13.0,
                seconds(0, 120),
                measured("splits AWS's benchmark of 363 s from load to scale-out (containers-roadmap issue 2113, "
                        + "2026-06); only the sum was measured"),
                "Time from the alarm to the new desired count.");
    }

    private static Parameter<Integer> outCooldownSeconds(String id) {
        return Parameter.parameter(
                id + ".scaling.outCooldownSeconds",
                300,
                whole(0, 3_600, "s"),
                documented("Application Auto Scaling API reference, target tracking: 300 s for ECS"),
                "Until it is over only a larger scale-out adds more.");
    }

    private static Parameter<Integer> inCooldownSeconds(String id) {
        return Parameter.parameter(
                id + ".scaling.inCooldownSeconds",
                300,
                whole(0, 3_600, "s"),
                documented("Application Auto Scaling API reference, target tracking: 300 s for ECS"),
                "Until it is over nothing scales in.");
    }

    private static Parameter<Double> scaleInMaxFraction(String id) {
        return Parameter.parameter(
                id + ".scaling.scaleInMaxFraction",
                1.0,
                real(0.05, 1, "share"),
                assumed("not published; AWS only says gradually"),
                "Most of the tasks that one scale-in takes away.");
    }

    private static Parameter<Double> launchPerMinute(String id) {
        return Parameter.parameter(
                id + ".launchPerMinute",
                500.0,
                real(1, 10_000, "tasks/min"),
                measured("public quota dumps: 500 tasks a minute and service, 125 in newer regions"),
                "Most tasks that the service starts a minute.");
    }

    private static Parameter<Double> registrationSeconds(String id) {
        return Parameter.parameter(
                id + ".registrationSeconds",
                2.0,
                seconds(2, 10),
                assumed("not published; 2 to 10 s"),
                "Time to register a started task with the load balancer.");
    }

    private static Parameter<Double> healthIntervalSeconds(String id) {
        return Parameter.parameter(
                id + ".healthIntervalSeconds",
                30.0,
                seconds(5, 300),
                documented("ALB user guide, health checks: 30 s"),
                "Time between two health checks; one passing check lets a new task take traffic.");
    }

    private static Parameter<Double> deregistrationSeconds(String id) {
        return Parameter.parameter(
                id + ".deregistrationSeconds",
                300.0,
                seconds(0, 3_600),
                documented("ALB user guide, target groups: 300 s"),
                "How long a task may finish its requests after it was taken from the load balancer. It is "
                        + "charged and holds its place.");
    }

    private static Parameter<Double> workerGraceSeconds(String id) {
        return Parameter.parameter(
                id + ".workerGraceSeconds",
                30.0,
                seconds(0, 120),
                documented("ECS task definition parameters: stopTimeout 30 s, at most 120 s"),
                "How long a worker may finish its messages after SIGTERM; what is left is lost.");
    }

    private static Parameter<Double> stopSeconds(String id) {
        return Parameter.parameter(
                id + ".stopSeconds",
                1.0,
                seconds(0, 120),
                assumed("an application that ends on SIGTERM; ECS kills it after 30 s"),
                "Time from SIGTERM until the task has stopped.");
    }
}
