package dev.hostlab.hosting;

import static java.util.Objects.requireNonNull;

import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.SimpleScaling;
import dev.hostlab.scaling.StepScaling;
import dev.hostlab.scaling.TargetTracking;
import dev.hostlab.scaling.Timetable;
import java.util.List;
import java.util.OptionalInt;

/// What decides on the number of units.
public sealed interface ScalingPlan {

    /// The policies that follow a metric; none where the fleet keeps its size.
    List<Policy> policies();

    /// Changes at fixed times.
    default Timetable timetable() {
        return Timetable.NONE;
    }

    /// What is made of the demand of past days.
    default Forecasting forecasting() {
        return Forecasting.OFF;
    }

    /// Start-up stages after which a scale-out counts as completed, so that its cooldown starts;
    /// empty where nothing
    /// waits for that.
    default OptionalInt activityEndsAfter() {
        return policies().stream()
                .filter(Trigger.class::isInstance)
                .mapToInt(policy -> ((Trigger) policy).activityStages())
                .findFirst();
    }

    /// Nothing: the fleet keeps its size.
    record Fixed() implements ScalingPlan {
        @Override
        public List<Policy> policies() {
            return List.of();
        }
    }

    /// One policy that follows a metric.
    sealed interface Policy extends ScalingPlan {

        ScalingMetric metric();

        /// When the metric is seen.
        MetricClock clock();

        @Override
        default List<Policy> policies() {
            return List.of(this);
        }
    }

    /// Target tracking of an ECS service.
    record Tracking(ScalingMetric metric, MetricClock clock, TargetTracking policy) implements Policy {}

    /// Step scaling of an ECS service.
    record Steps(ScalingMetric metric, MetricClock clock, StepScaling policy) implements Policy {}

    /// Beanstalk's two alarms with simple scaling.
    ///
    /// @param activityStages start-up stages after which a scale-out counts as completed, so that
    /// its cooldown starts
    record Trigger(ScalingMetric metric, MetricClock clock, SimpleScaling policy, int activityStages)
            implements Policy {}

    /// Policies with what else may change capacity.
    ///
    /// @param policies    may be none
    /// @param range       least and most capacity until the timetable changes it
    /// @param timetable   changes at fixed times
    /// @param forecasting what is made of the demand of past days
    record Composed(List<Policy> policies, CapacityRange range, Timetable timetable, Forecasting forecasting)
            implements ScalingPlan {

        public Composed {
            policies = List.copyOf(policies);
            requireNonNull(range, "range");
            requireNonNull(timetable, "timetable");
            requireNonNull(forecasting, "forecasting");
        }
    }
}
