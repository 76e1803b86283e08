package dev.hostlab.hosting;

import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.SimpleScaling;
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
        if (settings.get(BeanstalkTriggerParameters.POLICY).equals("target-tracking")) {
            var tracking = new ScalingPlan.Tracking(metric(), clock(), tracking());
            return new ScalingPlan.Composed(List.of(tracking), timetable, Forecasting.OFF, Optional.of(warmUp()));
        }
        var trigger = new ScalingPlan.Trigger(metric(), clock(), policy(), activityStages);
        return timetable.actions().isEmpty()
                ? trigger
                : new ScalingPlan.Composed(List.of(trigger), timetable, Forecasting.OFF, Optional.empty());
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
                settings.get(BeanstalkTriggerParameters.SCALE_IN_MAX_FRACTION));
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

    private SimpleScaling policy() {
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
                period / monitoringMinutes());
    }

    /// Read per five minutes, the same bytes make a point five times as large; the thresholds are divided instead.
    private double thresholdScale() {
        var bytes = metric() == ScalingMetric.NETWORK_OUT || metric() == ScalingMetric.NETWORK_IN;
        return bytes && settings.get(BeanstalkParameters.NETWORK_OUT_UNIT).equals("per-5-minutes")
                ? MINUTES_PER_POINT
                : 1;
    }
}
