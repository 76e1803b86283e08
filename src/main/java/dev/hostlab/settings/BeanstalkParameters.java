package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// An Elastic Beanstalk environment: its instances, its one pair of triggers, and how long its bootstrap takes.
public final class BeanstalkParameters {

    public static final Parameter<String> INSTANCE_TYPE = parameter(
            "beanstalk.instanceType",
            "t3.micro",
            text("[a-z][a-z0-9-]*\\.[a-z0-9-]+", "an EC2 instance type, like m7g.large"),
            measured("recent environments in public eb logs show t3.micro; replaced by a type that fits the task"),
            "EC2 instance type of the environment; an instance runs as many copies of the task as fit.");

    public static final Parameter<Integer> MIN_INSTANCES = parameter(
            "beanstalk.minInstances",
            0,
            whole(0, 10_000, "instances"),
            assumed("0 follows capacity.min; the aws-defaults preset sets 1 (general options, MinSize)"),
            "Least instances; 0 takes as many as hold capacity.min tasks.");

    public static final Parameter<Integer> MAX_INSTANCES = parameter(
            "beanstalk.maxInstances",
            0,
            whole(0, 10_000, "instances"),
            assumed("0 follows capacity.max; the aws-defaults preset sets 4 (general options, MaxSize)"),
            "Most instances; 0 takes as many as hold capacity.max tasks.");

    public static final Parameter<Double> USABLE_MEMORY_SHARE = parameter(
            "beanstalk.usableMemoryShare",
            0.96,
            real(0.8, 0.985, "share"),
            assumed("taken from what ECS registers on instances (0.98 of nameplate on two types)"),
            "Part of an instance's memory that the copies of the task can use.");

    public static final Parameter<String> METRIC = parameter(
            "beanstalk.scaling.metric",
            "network-out",
            choice(
                    "cpu",
                    "requests-per-target",
                    "network-out",
                    "network-in",
                    "request-count",
                    "response-time",
                    "healthy-hosts",
                    "unhealthy-hosts",
                    "disk",
                    "memory",
                    "queue-backlog",
                    "in-flight",
                    "tokens-per-minute"),
            documented("Elastic Beanstalk developer guide, general options, trigger: NetworkOut"),
            "What the trigger watches. Beanstalk has no memory, queue, in-flight or token metric: of the last four"
                    + " the nearest that it allows is watched, and the result says so. requests-per-target needs an alarm of one's own in .ebextensions. disk counts instance store"
                    + " volumes only and never has a point.");

    public static final Parameter<Double> TARGET = parameter(
            "beanstalk.scaling.target",
            6_000_000.0,
            real(0.001, 1e12, "the metric's unit"),
            documented("Elastic Beanstalk developer guide, general options, trigger: upper threshold 6,000,000 bytes"),
            "Where the trigger scales out: percent for cpu, requests a target and minute or a minute in all, bytes an"
                    + " instance and minute, seconds, or instances. Setting the metric resets it.");

    public static final Parameter<String> ROUTING = parameter(
            "beanstalk.routing",
            "round-robin",
            choice("round-robin", "least-outstanding", "random"),
            documented("ALB user guide, routing algorithms: round robin unless changed"),
            "How the load balancer picks an instance.");

    public static final Parameter<String> TRIGGER_MEASURE = parameter(
            "beanstalk.trigger.measure",
            "NetworkOut",
            choice(
                    "CPUUtilization",
                    "RequestCountPerTarget",
                    "NetworkOut",
                    "NetworkIn",
                    "RequestCount",
                    "Latency",
                    "TargetResponseTime",
                    "HealthyHostCount",
                    "UnhealthyHostCount",
                    "DiskReadBytes",
                    "DiskReadOps",
                    "DiskWriteBytes",
                    "DiskWriteOps"),
            documented("Elastic Beanstalk developer guide, general options, trigger: MeasureName"),
            "The same as beanstalk.scaling.metric in AWS's words; give one of the two.");

    public static final Parameter<Double> TRIGGER_UPPER = parameter(
            "beanstalk.trigger.upper",
            6_000_000.0,
            real(0, 1e12, "the metric's unit"),
            documented("Elastic Beanstalk developer guide, general options, trigger: UpperThreshold"),
            "Above this the group grows by the upper increment; the target unless set.");

    public static final Parameter<Double> TRIGGER_LOWER = parameter(
            "beanstalk.trigger.lower",
            2_000_000.0,
            real(0, 1e12, "the metric's unit"),
            documented("Elastic Beanstalk developer guide, general options, trigger: LowerThreshold"),
            "Below this the group shrinks by the lower increment; half the target unless set.");

    public static final Parameter<Integer> TRIGGER_PERIOD_MINUTES = parameter(
            "beanstalk.trigger.periodMinutes",
            5,
            whole(1, 60, "min"),
            documented("Elastic Beanstalk developer guide, general options, trigger: Period"),
            "Length of one data point of the alarms; not shorter than the monitoring.");

    public static final Parameter<Integer> TRIGGER_EVALUATION_PERIODS = parameter(
            "beanstalk.trigger.evaluationPeriods",
            1,
            whole(1, 60, "points"),
            documented("Elastic Beanstalk developer guide, general options, trigger: EvaluationPeriods"),
            "Points in a row that must breach; one window for both alarms.");

    public static final Parameter<Integer> TRIGGER_UPPER_INCREMENT = parameter(
            "beanstalk.trigger.upperIncrement",
            1,
            whole(1, 1_000, "instances"),
            documented("Elastic Beanstalk developer guide, general options, trigger: UpperBreachScaleIncrement"),
            "Instances added at a time.");

    public static final Parameter<Integer> TRIGGER_LOWER_INCREMENT = parameter(
            "beanstalk.trigger.lowerIncrement",
            -1,
            whole(-1_000, -1, "instances"),
            documented("Elastic Beanstalk developer guide, general options, trigger: LowerBreachScaleIncrement"),
            "Instances taken away at a time, as a negative number.");

    public static final Parameter<String> NETWORK_OUT_UNIT = parameter(
            "beanstalk.networkOutUnit",
            "per-minute",
            choice("per-minute", "per-5-minutes"),
            assumed("deduced from EC2's one-minute grain of averages; Beanstalk's guide says over five minutes"),
            "Whether the NetworkOut threshold means bytes an instance in one minute or in five. A factor of "
                    + "five: check it.");

    public static final Parameter<Integer> COOLDOWN_SECONDS = parameter(
            "beanstalk.cooldownSeconds",
            360,
            whole(0, 3_600, "s"),
            documented("Elastic Beanstalk developer guide, general options, Auto Scaling group: Cooldown"),
            "Pause after a scaling activity has ended, in which triggers are not heard.");

    public static final Parameter<Integer> MONITORING_MINUTES = parameter(
            "beanstalk.monitoringMinutes",
            5,
            whole(1, 5, "min"),
            documented("Elastic Beanstalk developer guide, general options: MonitoringInterval 5 minutes; 1 minute is "
                    + "charged"),
            "Period of the EC2 metrics: 5 for basic, 1 for detailed monitoring.");

    public static final Parameter<Double> PUBLISH_DELAY_SECONDS = parameter(
            "beanstalk.publishDelaySeconds",
            60.0,
            seconds(30, 180),
            assumed("not published for EC2 metrics"),
            "Time from the end of a metric period until an alarm can use its point.");

    public static final Parameter<Double> DEREGISTRATION_SECONDS = parameter(
            "beanstalk.deregistrationSeconds",
            20.0,
            seconds(0, 3_600),
            documented("Elastic Beanstalk developer guide, general options, process: DeregistrationDelay"),
            "How long an instance may finish its requests after it was taken from the load balancer.");

    public static final Parameter<Double> HEALTH_INTERVAL_SECONDS = parameter(
            "beanstalk.healthIntervalSeconds",
            15.0,
            seconds(5, 300),
            documented("Elastic Beanstalk developer guide, general options, process: HealthCheckInterval"),
            "Time between two health checks; one passing check lets a new instance take traffic.");

    public static final Parameter<Double> HOOKS_MEDIAN_SECONDS = parameter(
            "beanstalk.hooksMedianSeconds",
            60.0,
            seconds(5, 600),
            measured("timestamps of public eb logs, 2018 to 2026: launch to deployed about 95 s, less boot and "
                    + "reaction"),
            "Beanstalk's own bootstrap on a new instance, median, without the image and the application.");

    public static final Parameter<Double> HOOKS_P95_SECONDS = parameter(
            "beanstalk.hooksP95Seconds",
            130.0,
            seconds(5, 1_200),
            measured("timestamps of public eb logs, 2018 to 2026: up to 175 s from launch to deployed"),
            "The same, 95th percentile; lognormal through both.");

    public static final Parameter<Double> PULL_MB_PER_SECOND = parameter(
            "beanstalk.pullMbPerSecond",
            40.0,
            real(15, 100, "MB/s"),
            assumed("pull and unpack on an instance with a gp3 volume; no measurement found"),
            "Speed at which a new instance pulls and unpacks the image.");

    public static final Parameter<Double> TERMINATE_SECONDS = parameter(
            "beanstalk.terminateSeconds",
            30.0,
            seconds(10, 90),
            assumed("one eb log shows 91 s to delete a group of one instance"),
            "From the end of draining until an instance is no longer charged.");

    public static final Parameter<String> ACTIVITY_ENDS_AT = parameter(
            "beanstalk.activityEndsAt",
            "group",
            choice("group", "healthy"),
            assumed("deduced: a group's activity ends when the instance is in service in the group"),
            "When a scale-out has ended, so that the cooldown begins: the instance runs, or the application "
                    + "is healthy.");

    public static final Parameter<Double> MAX_HEALTHY_PER_MINUTE = parameter(
            "beanstalk.maxHealthyPerMinute",
            20.0,
            real(8, 50, "instances/min"),
            assumed("one report of about 500 of 1,000 instances healthy after an hour (elastic-beanstalk-roadmap "
                    + "issue 127)"),
            "Most instances that Beanstalk brings up a minute.");

    public static final Parameter<Boolean> STREAM_LOGS = parameter(
            "beanstalk.streamLogs",
            false,
            flag(),
            documented("Elastic Beanstalk developer guide, logging: files on the instance unless streaming is on"),
            "Whether logs go to CloudWatch, and are charged.");

    public static final Parameter<Boolean> MANAGED_UPDATES = parameter(
            "beanstalk.managedUpdates",
            true,
            flag(),
            documented(
                    "Elastic Beanstalk developer guide, managed platform updates: on in the console where it can, off "
                            + "by API"),
            "Whether Beanstalk patches its platform in a weekly window.");

    public static final List<Parameter<?>> ALL = List.of(
            INSTANCE_TYPE,
            MIN_INSTANCES,
            MAX_INSTANCES,
            USABLE_MEMORY_SHARE,
            METRIC,
            TARGET,
            ROUTING,
            TRIGGER_MEASURE,
            TRIGGER_UPPER,
            TRIGGER_LOWER,
            TRIGGER_PERIOD_MINUTES,
            TRIGGER_EVALUATION_PERIODS,
            TRIGGER_UPPER_INCREMENT,
            TRIGGER_LOWER_INCREMENT,
            NETWORK_OUT_UNIT,
            COOLDOWN_SECONDS,
            MONITORING_MINUTES,
            PUBLISH_DELAY_SECONDS,
            DEREGISTRATION_SECONDS,
            HEALTH_INTERVAL_SECONDS,
            HOOKS_MEDIAN_SECONDS,
            HOOKS_P95_SECONDS,
            PULL_MB_PER_SECOND,
            TERMINATE_SECONDS,
            ACTIVITY_ENDS_AT,
            MAX_HEALTHY_PER_MINUTE,
            STREAM_LOGS,
            MANAGED_UPDATES);

    private BeanstalkParameters() {}
}
