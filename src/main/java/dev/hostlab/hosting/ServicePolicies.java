package dev.hostlab.hosting;

import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.MissingData;
import dev.hostlab.scaling.Pacing;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.StepScaling;
import dev.hostlab.scaling.TargetTracking;
import dev.hostlab.scaling.Timetable;
import dev.hostlab.settings.CloudWatchParameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.EcsPolicyParameters;
import dev.hostlab.settings.PredictiveParameters;
import dev.hostlab.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What decides on the number of tasks of an ECS service: one or two policies, a timetable, a forecast.
///
/// @param settings resolved settings
/// @param ecs      which of the two sets of parameters
/// @param range    least and most tasks
record ServicePolicies(Settings settings, EcsParameters ecs, CapacityRange range) {

    private static final double SECONDS_PER_MINUTE = 60;

    ScalingPlan plan() {
        var policies = new ArrayList<ScalingPlan.Policy>();
        if (settings.get(ecs.scalingEnabled)) {
            policies.add(first());
            if (hasSecond()) {
                policies.add(second());
            }
        }
        var forecasting = policies.isEmpty() ? Forecasting.OFF : forecasting();
        if (policies.isEmpty() && timetable().actions().isEmpty()) {
            return new ScalingPlan.Fixed();
        }
        var alone =
                policies.size() == 1 && timetable().actions().isEmpty() && forecasting.mode() == Forecasting.Mode.OFF;
        return alone
                ? policies.getFirst()
                : new ScalingPlan.Composed(policies, timetable(), forecasting, Optional.empty());
    }

    ScalingMetric metric() {
        return ScalingMetric.of(settings.get(ecs.metric));
    }

    /// The metrics that policies follow.
    List<ScalingMetric> metrics() {
        return plan().policies().stream().map(ScalingPlan.Policy::metric).toList();
    }

    Timetable timetable() {
        return Timetable.of(settings.get(more().schedule.actions), settings.get(more().schedule.delaySeconds));
    }

    private boolean hasSecond() {
        return !settings.get(more().secondMetric).equals("none");
    }

    private EcsPolicyParameters more() {
        return ecs.more;
    }

    private ScalingPlan.Policy first() {
        var clock = clock(settings.get(ecs.metricPeriodSeconds), settings.get(ecs.publishDelaySeconds));
        return settings.get(more().policy).equals("step")
                ? new ScalingPlan.Steps(metric(), clock, steps())
                : new ScalingPlan.Tracking(
                        metric(), clock, tracking(settings.get(ecs.target), settings.get(ecs.lowPoints)));
    }

    /// Its low alarm looks back as long as the first policy's.
    private ScalingPlan.Policy second() {
        var period = settings.get(more().secondPeriodSeconds);
        var low = Math.max(1, settings.get(ecs.lowPoints) * settings.get(ecs.metricPeriodSeconds) / period);
        return new ScalingPlan.Tracking(
                ScalingMetric.of(settings.get(more().secondMetric)),
                clock(period, settings.get(more().secondPublishDelaySeconds)),
                tracking(settings.get(more().secondTarget), low));
    }

    private MetricClock clock(int period, double publishSeconds) {
        return new MetricClock(
                period,
                publishSeconds,
                period < SECONDS_PER_MINUTE
                        ? settings.get(CloudWatchParameters.SHORT_EVALUATION_SECONDS)
                        : SECONDS_PER_MINUTE,
                settings.get(ecs.actionSeconds),
                settings.get(more().queueWakeSeconds));
    }

    private TargetTracking tracking(double target, int lowPoints) {
        var alarms =
                new TargetTracking.AlarmShape(settings.get(ecs.highPoints), lowPoints, settings.get(ecs.lowFactor));
        var sample = TargetTracking.Sample.of(settings.get(more().sample));
        return new TargetTracking(
                target,
                range,
                settings.get(ecs.outCooldownSeconds),
                settings.get(ecs.inCooldownSeconds),
                alarms,
                settings.get(ecs.scaleInMaxFraction),
                new TargetTracking.Rules(settings.get(more().scaleIn), sample, missing()));
    }

    private StepScaling steps() {
        var pause = new Pacing.Pause(settings.get(ecs.outCooldownSeconds), settings.get(ecs.inCooldownSeconds));
        return new Steps(settings, more().step, missing()).policy(settings.get(ecs.target), range, pause);
    }

    private MissingData missing() {
        return MissingData.of(settings.get(more().missingData)).orElseThrow();
    }

    private Forecasting forecasting() {
        return forecasting(settings, more().predictive);
    }

    /// What is made of the demand of past days.
    static Forecasting forecasting(Settings settings, PredictiveParameters predictive) {
        return new Forecasting(
                Forecasting.Mode.of(settings.get(predictive.mode)),
                settings.get(predictive.historyDays),
                settings.get(predictive.aheadSeconds));
    }
}
