package dev.hostlab.hosting;

import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.MissingData;
import dev.hostlab.scaling.Pacing;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.SimpleScaling;
import dev.hostlab.scaling.Statistic;
import dev.hostlab.scaling.StepScaling;
import dev.hostlab.scaling.TargetTracking;
import dev.hostlab.scaling.Timetable;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.BeanstalkTriggerParameters;
import dev.hostlab.settings.Ec2Parameters;
import dev.hostlab.settings.Settings;
import java.util.List;
import java.util.Optional;

/// What decides on the size of a Beanstalk environment: its one pair of alarms and its timetable.
///
/// @param settings resolved settings
/// @param range    least and most instances
record BeanstalkScaling(Settings settings, CapacityRange range) {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_POINT = 5;

    /// @param activityStages start-up stages after which a scale-out counts as completed
    ScalingPlan plan(int activityStages) {
        var timetable = Timetable.of(
                settings.get(BeanstalkTriggerParameters.SCHEDULE.actions),
                settings.get(BeanstalkTriggerParameters.SCHEDULE.delaySeconds));
        var forecasting = ServicePolicies.forecasting(settings, BeanstalkTriggerParameters.PREDICTIVE);
        var policy = policy(activityStages);
        var alone = timetable.actions().isEmpty() && forecasting.mode() == Forecasting.Mode.OFF;
        if (policy instanceof ScalingPlan.Trigger) {
            return alone ? policy : new ScalingPlan.Composed(List.of(policy), timetable, forecasting, Optional.empty());
        }
        return new ScalingPlan.Composed(List.of(policy), timetable, forecasting, Optional.of(warmUp()));
    }

    private ScalingPlan.Policy policy(int activityStages) {
        return switch (settings.get(BeanstalkTriggerParameters.POLICY)) {
            case "target-tracking" -> new ScalingPlan.Tracking(metric(), clock(), tracking());
            case "step" -> new ScalingPlan.Steps(metric(), clock(), steps());
            default -> new ScalingPlan.Trigger(metric(), clock(), trigger(), activityStages);
        };
    }

    private StepScaling steps() {
        return new Steps(settings, BeanstalkTriggerParameters.STEP, MissingData.MISSING)
                .policy(
                        settings.get(BeanstalkParameters.TRIGGER_UPPER) / thresholdScale(),
                        range,
                        new Pacing.Pause(0, 0));
    }

    /// An alarm of basic monitoring sees one point in five minutes.
    private TargetTracking tracking() {
        var low = Math.max(1, settings.get(BeanstalkTriggerParameters.LOW_POINTS) / monitoringMinutes());
        return new TargetTracking(
                settings.get(BeanstalkParameters.TRIGGER_UPPER) / thresholdScale(),
                range,
                0,
                0,
                new TargetTracking.AlarmShape(
                        settings.get(BeanstalkTriggerParameters.HIGH_POINTS),
                        low,
                        settings.get(BeanstalkTriggerParameters.LOW_FACTOR)),
                settings.get(BeanstalkTriggerParameters.SCALE_IN_MAX_FRACTION),
                new TargetTracking.Rules(
                        settings.get(BeanstalkTriggerParameters.SCALE_IN),
                        TargetTracking.Sample.of(settings.get(BeanstalkTriggerParameters.SAMPLE)),
                        MissingData.MISSING));
    }

    private ScalingPlan.WarmUp warmUp() {
        var launch = settings.get(Ec2Parameters.REACT_SECONDS) + settings.get(Ec2Parameters.BOOT_MEDIAN_SECONDS);
        var leave = settings.get(BeanstalkParameters.DEREGISTRATION_SECONDS)
                + settings.get(BeanstalkParameters.TERMINATE_SECONDS);
        return new ScalingPlan.WarmUp(
                (int) Math.ceil(launch), settings.get(BeanstalkTriggerParameters.WARMUP_SECONDS), (int)
                        Math.ceil(leave));
    }

    /// What the trigger watches.
    ScalingMetric metric() {
        return BeanstalkMetric.of(settings).watched();
    }

    /// EC2 metrics come as often as monitoring is paid for; the load balancer's come each minute.
    private int monitoringMinutes() {
        return metric().isOfLoadBalancer() ? 1 : settings.get(BeanstalkParameters.MONITORING_MINUTES);
    }

    private MetricClock clock() {
        return new MetricClock(
                monitoringMinutes() * SECONDS_PER_MINUTE,
                settings.get(BeanstalkParameters.PUBLISH_DELAY_SECONDS),
                SECONDS_PER_MINUTE,
                0);
    }

    private SimpleScaling trigger() {
        var scale = thresholdScale();
        var period = Math.max(monitoringMinutes(), settings.get(BeanstalkParameters.TRIGGER_PERIOD_MINUTES));
        return new SimpleScaling(
                settings.get(BeanstalkParameters.TRIGGER_UPPER) / scale,
                settings.get(BeanstalkParameters.TRIGGER_LOWER) / scale,
                settings.get(BeanstalkParameters.TRIGGER_EVALUATION_PERIODS),
                settings.get(BeanstalkParameters.TRIGGER_UPPER_INCREMENT),
                -settings.get(BeanstalkParameters.TRIGGER_LOWER_INCREMENT),
                range,
                settings.get(BeanstalkParameters.COOLDOWN_SECONDS).intValue(),
                period / monitoringMinutes(),
                statistic());
    }

    private Statistic statistic() {
        return Statistic.of(settings.get(BeanstalkTriggerParameters.STATISTIC));
    }

    /// Which statistic of which metric passes which threshold, in words.
    String inWords() {
        var upper = settings.get(BeanstalkParameters.TRIGGER_UPPER);
        if (!settings.get(BeanstalkTriggerParameters.POLICY).equals("trigger")) {
            return Wording.target(metric(), upper);
        }
        return switch (statistic()) {
            case PER_MINUTE, AVERAGE -> Wording.target(metric(), upper);
            case SUM -> sumInWords(upper);
            case MINIMUM -> "least " + Wording.target(metric(), upper);
            case MAXIMUM -> "most " + Wording.target(metric(), upper);
        };
    }

    private String sumInWords(double upper) {
        return metric().countsRequests()
                ? Wording.target(metric(), upper / settings.get(BeanstalkParameters.TRIGGER_PERIOD_MINUTES))
                : "sum of " + Wording.target(metric(), upper);
    }

    /// Read per five minutes, the same bytes make a point five times as large; the thresholds are divided instead.
    private double thresholdScale() {
        var bytes = metric() == ScalingMetric.NETWORK_OUT || metric() == ScalingMetric.NETWORK_IN;
        return bytes
                        && statistic() != Statistic.SUM
                        && settings.get(BeanstalkParameters.NETWORK_OUT_UNIT).equals("per-5-minutes")
                ? MINUTES_PER_POINT
                : 1;
    }
}
