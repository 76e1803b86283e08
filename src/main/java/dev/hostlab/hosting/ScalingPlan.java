package dev.hostlab.hosting;

import static java.util.Objects.requireNonNull;

import dev.hostlab.scaling.CooldownChain;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.InstanceWarmUp;
import dev.hostlab.scaling.Pacing;
import dev.hostlab.scaling.Scaler;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.SimpleScaler;
import dev.hostlab.scaling.SimpleScaling;
import dev.hostlab.scaling.Statistic;
import dev.hostlab.scaling.StepScaler;
import dev.hostlab.scaling.StepScaling;
import dev.hostlab.scaling.TargetTracker;
import dev.hostlab.scaling.TargetTracking;
import dev.hostlab.scaling.Timetable;
import java.util.List;
import java.util.Optional;
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

    /// How instances of a group come and go, where policies wait for them to warm up; empty where
    /// they have cooldowns.
    default Optional<WarmUp> warmUp() {
        return Optional.empty();
    }

    /// Start-up stages after which a scale-out counts as completed, so that its cooldown starts; empty where
    /// nothing waits for that.
    default OptionalInt activityEndsAfter() {
        return policies().stream()
                .filter(Trigger.class::isInstance)
                .mapToInt(policy -> ((Trigger) policy).activityStages())
                .findFirst();
    }

    /// What paces the policies, one for all of them: warm-up of instances in a group, otherwise cooldowns.
    default Pacing pacing() {
        return warmUp().<Pacing>map(group -> new InstanceWarmUp(group.launch(), group.warmup(), group.terminate()))
                .orElseGet(CooldownChain::new);
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

        /// What a point makes of its samples.
        default Statistic statistic() {
            return Statistic.PER_MINUTE;
        }

        /// The policy at its start.
        ///
        /// @param pacing of the plan, see [ScalingPlan#pacing]
        Scaler scaler(Pacing pacing);

        /// Points that have to breach before it scales out.
        int points();

        /// The value of the metric that it holds capacity to.
        double target();

        @Override
        default List<Policy> policies() {
            return List.of(this);
        }
    }

    /// Target tracking of an ECS service.
    record Tracking(ScalingMetric metric, MetricClock clock, TargetTracking policy) implements Policy {
        @Override
        public Scaler scaler(Pacing pacing) {
            return new TargetTracker(policy, pacing);
        }

        @Override
        public int points() {
            return policy.alarms().highPoints();
        }

        @Override
        public double target() {
            return policy.target();
        }
    }

    /// Step scaling of an ECS service.
    record Steps(ScalingMetric metric, MetricClock clock, StepScaling policy) implements Policy {
        @Override
        public Scaler scaler(Pacing pacing) {
            return new StepScaler(policy, pacing);
        }

        @Override
        public int points() {
            return policy.points().breaching();
        }

        @Override
        public double target() {
            return policy.threshold();
        }
    }

    /// Beanstalk's two alarms with simple scaling.
    ///
    /// @param activityStages start-up stages after which a scale-out counts as completed, so that
    /// its cooldown starts
    record Trigger(ScalingMetric metric, MetricClock clock, SimpleScaling policy, int activityStages)
            implements Policy {
        @Override
        public Scaler scaler(Pacing pacing) {
            return new SimpleScaler(policy);
        }

        @Override
        public Statistic statistic() {
            return policy.statistic();
        }

        @Override
        public int points() {
            return policy.points() * policy.samplesPerPeriod();
        }

        @Override
        public double target() {
            return policy.upper();
        }
    }

    /// How instances of an Auto Scaling group come and go, as its policies count them, in seconds.
    ///
    /// @param launch    a scale-out is decided → in service in the group
    /// @param warmup    from there until an instance counts
    /// @param terminate a scale-in is decided → gone
    record WarmUp(int launch, int warmup, int terminate) {}

    /// Policies with what else may change capacity.
    ///
    /// @param policies    may be none
    /// @param timetable   changes at fixed times
    /// @param forecasting what is made of the demand of past days
    /// @param warmUp      where the policies belong to an Auto Scaling group
    record Composed(List<Policy> policies, Timetable timetable, Forecasting forecasting, Optional<WarmUp> warmUp)
            implements ScalingPlan {

        public Composed {
            policies = List.copyOf(policies);
            requireNonNull(timetable, "timetable");
            requireNonNull(forecasting, "forecasting");
        }
    }
}
