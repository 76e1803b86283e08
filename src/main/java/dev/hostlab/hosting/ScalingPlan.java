package dev.hostlab.hosting;

import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.SimpleScaling;
import dev.hostlab.scaling.TargetTracking;

/// What decides on the number of units.
public sealed interface ScalingPlan {

    /// Nothing: the fleet keeps its size.
    record Fixed() implements ScalingPlan {}

    /// Target tracking of an ECS service.
    record Tracking(ScalingMetric metric, MetricClock clock, TargetTracking policy) implements ScalingPlan {}

    /// Beanstalk's two alarms with simple scaling.
    ///
    /// @param activityStages start-up stages after which a scale-out counts as completed, so that
    /// its cooldown starts
    record Trigger(ScalingMetric metric, MetricClock clock, SimpleScaling policy, int activityStages)
            implements ScalingPlan {}
}
