package dev.hostlab.scenario;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;

import dev.hostlab.hosting.BeanstalkMetric;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.BeanstalkTriggerParameters;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The trigger of a Beanstalk environment: which metric, which thresholds, and how large a step.
///
/// @param settings what is decided so far
/// @param sizing   what a task can take
record BeanstalkDefaults(Settings settings, Sizing sizing) {

    private static final double MS_PER_SECOND = 1_000;

    /// AWS's names of the metrics of [BeanstalkParameters#METRIC], the usual one first.
    static List<String> measures(String metric) {
        return switch (metric) {
            case "cpu" -> List.of("CPUUtilization");
            case "requests-per-target" -> List.of("RequestCountPerTarget");
            case "network-in" -> List.of("NetworkIn");
            case "request-count" -> List.of("RequestCount");
            case "response-time" -> List.of("TargetResponseTime", "Latency");
            case "healthy-hosts" -> List.of("HealthyHostCount");
            case "unhealthy-hosts" -> List.of("UnhealthyHostCount");
            case "disk" -> List.of("DiskWriteBytes", "DiskWriteOps", "DiskReadBytes", "DiskReadOps");
            case "network-out" -> List.of("NetworkOut");
            default -> List.of();
        };
    }

    /// A trigger measure that the user gave decides the metric, unless the user gave that too.
    Optional<Settings> metric() {
        if (!settings.isChanged(BeanstalkParameters.TRIGGER_MEASURE)) {
            return Optional.empty();
        }
        var measure = settings.get(BeanstalkParameters.TRIGGER_MEASURE);
        return Arrays.stream(ScalingMetric.values())
                .map(ScalingMetric::id)
                .filter(metric -> measures(metric).contains(measure))
                .findFirst()
                .map(metric ->
                        settings.implying(BeanstalkParameters.METRIC, metric, assumed("beanstalk.trigger.measure")));
    }

    /// The unit in which AWS publishes a measure of a trigger.
    static String unit(String measure) {
        return switch (measure) {
            case "CPUUtilization" -> "Percent";
            case "NetworkOut", "NetworkIn", "DiskReadBytes", "DiskWriteBytes" -> "Bytes";
            case "Latency", "TargetResponseTime" -> "Seconds";
            default -> "Count";
        };
    }

    /// Thresholds and increments for the metric and the instance type.
    Settings trigger(Collection<InstanceType> types) {
        var replaced = BeanstalkMetric.of(settings);
        var metric = replaced.watched().id();
        var type = types.stream()
                .filter(known -> known.name().equals(settings.get(BeanstalkParameters.INSTANCE_TYPE)))
                .findFirst();
        var choice = ScenarioDefaults.choice(settings, ScenarioDefaults.beanstalkRoom(settings));
        var copies = Math.max(1, type.map(choice::tasksOn).orElse(1));
        var withTarget = settings.implying(
                        BeanstalkParameters.TRIGGER_MEASURE,
                        measures(metric).getFirst(),
                        documented("AWS's name of beanstalk.scaling.metric"))
                .implying(
                        BeanstalkParameters.TARGET,
                        replaced.isReplaced() ? inPlace(metric, type, copies) : target(metric, type, copies),
                        assumed(replaced.isReplaced() ? reasonInPlace(metric) : reason(metric)));
        return increments(thresholds(window(statistic(withTarget))), copies);
    }

    /// Requests are summed up, everything else is averaged as Beanstalk does by itself.
    private static Settings statistic(Settings settings) {
        var sum = BeanstalkMetric.of(settings).watched().countsRequests();
        return settings.implying(
                        BeanstalkTriggerParameters.STATISTIC,
                        sum ? "Sum" : BeanstalkTriggerParameters.STATISTIC.standard(),
                        documented("ALB user guide, CloudWatch metrics: Sum for counts of requests"))
                .implying(
                        BeanstalkTriggerParameters.UNIT,
                        unit(settings.get(BeanstalkParameters.TRIGGER_MEASURE)),
                        documented("the unit in which AWS publishes beanstalk.trigger.measure"));
    }

    /// Breach duration, period and evaluation periods: two of them give the third.
    private static Settings window(Settings settings) {
        var period = settings.get(BeanstalkParameters.TRIGGER_PERIOD_MINUTES);
        var points = settings.get(BeanstalkParameters.TRIGGER_EVALUATION_PERIODS);
        var duration = BeanstalkTriggerParameters.BREACH_DURATION_MINUTES;
        if (settings.isChanged(duration) && !settings.isChanged(BeanstalkParameters.TRIGGER_EVALUATION_PERIODS)) {
            return settings.implying(
                    BeanstalkParameters.TRIGGER_EVALUATION_PERIODS,
                    Math.clamp(settings.get(duration) / period, 1, 60),
                    documented("beanstalk.trigger.breachDurationMinutes over the period"));
        }
        return settings.implying(duration, period * points, documented("the period times the evaluation periods"));
    }

    private double target(String metric, Optional<InstanceType> type, int copies) {
        return switch (metric) {
            case "network-out", "network-in", "disk" -> BeanstalkParameters.TARGET.standard();
            case "response-time" -> settings.get(TaskParameters.P95_MS) / MS_PER_SECOND;
            case "request-count" -> sizing.target("requests-per-target", 0) * settings.get(TaskParameters.MIN_TASKS);
            case "healthy-hosts", "unhealthy-hosts" -> 1;
            case "cpu" -> type.map(known -> sizing.cpuTargetOn(known, copies)).orElse(100 * Sizing.UTILISATION);
            default -> sizing.target(metric, 0) * copies;
        };
    }

    /// The threshold of a metric that is watched in the place of another one.
    private double inPlace(String metric, Optional<InstanceType> type, int copies) {
        return metric.equals("network-out") ? sizing.bytesOutTarget(settings) * copies : target(metric, type, copies);
    }

    private static String reasonInPlace(String metric) {
        return metric.equals("network-out") ? "bytes sent by an instance whose tasks are 60 % busy" : reason(metric);
    }

    private static String reason(String metric) {
        return switch (metric) {
            case "network-out" -> "Beanstalk's own upper threshold, 6,000,000 bytes";
            case "network-in", "disk" -> "as for network-out, 6,000,000 bytes";
            case "response-time" -> "slo.p95Ms, as a mean";
            case "request-count" -> "requests of capacity.min tasks that are 60 % busy";
            case "healthy-hosts", "unhealthy-hosts" -> "one instance";
            case "cpu" -> "CPU of an instance whose tasks are 60 % busy, by slots or by CPU";
            default -> "requests of an instance whose tasks are 60 % busy";
        };
    }

    /// The upper threshold is the target and the lower one half of it; out of the box AWS has its own pair.
    private static Settings thresholds(Settings settings) {
        var upper = settings.implying(
                BeanstalkParameters.TRIGGER_UPPER,
                settings.get(BeanstalkParameters.TARGET) * minutesInAll(settings),
                assumed("beanstalk.scaling.target"));
        return isAsMade(settings)
                ? upper
                : upper.implying(
                        BeanstalkParameters.TRIGGER_LOWER,
                        upper.get(BeanstalkParameters.TRIGGER_UPPER) / 2,
                        assumed("half of the upper threshold"));
    }

    /// The sum of a trigger's period is as many times the target, which is a minute's.
    private static int minutesInAll(Settings settings) {
        var sum = settings.get(BeanstalkTriggerParameters.STATISTIC).equals("Sum")
                && settings.get(BeanstalkTriggerParameters.POLICY).equals("trigger")
                && BeanstalkMetric.of(settings).watched().countsRequests();
        return sum ? settings.get(BeanstalkParameters.TRIGGER_PERIOD_MINUTES) : 1;
    }

    private static boolean isAsMade(Settings settings) {
        return !settings.get(RunParameters.PRESET).equals("tuned")
                && settings.get(BeanstalkParameters.METRIC).equals("network-out")
                && !settings.isChanged(BeanstalkParameters.TARGET)
                && !settings.isChanged(BeanstalkParameters.TRIGGER_UPPER);
    }

    /// A quarter of the largest fleet at a time; out of the box it is one instance.
    private static Settings increments(Settings settings, int copies) {
        if (!settings.get(RunParameters.PRESET).equals("tuned")) {
            return settings;
        }
        var wanted = settings.get(BeanstalkParameters.MAX_INSTANCES);
        var most = wanted > 0 ? wanted : Math.ceilDiv(settings.get(TaskParameters.MAX_TASKS), copies);
        return settings.implying(
                BeanstalkParameters.TRIGGER_UPPER_INCREMENT,
                Math.min(1_000, Math.ceilDiv(most, 4)),
                assumed("a quarter of the most instances, as each step waits for the last one's cooldown"));
    }
}
