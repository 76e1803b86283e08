package dev.hostlab.scaling.replay;

import static java.util.Objects.requireNonNull;

import dev.hostlab.scaling.Adjustment;
import dev.hostlab.scaling.StepAdjustment;
import java.util.List;
import java.util.Optional;

/// A scaling policy as AWS's own JSON gives it; what AWS leaves to others (range, alarm of a step policy) is not
/// here. Absent numbers are empty.
public sealed interface PolicyConfig {

    /// The warm-up of new instances in seconds, if the policy gives one.
    Optional<Integer> warmupSeconds();

    /// A target-tracking policy.
    ///
    /// @param target    TargetValue
    /// @param metric    PredefinedMetricType, or the name of a customized metric
    /// @param scaleIn   false where DisableScaleIn is true
    /// @param cooldowns of a service
    record Target(
            double target,
            Optional<String> metric,
            boolean scaleIn,
            Cooldowns cooldowns,
            Optional<Integer> warmupSeconds)
            implements PolicyConfig {}

    /// A step policy.
    ///
    /// @param type         AdjustmentType
    /// @param steps        StepAdjustments, fine together
    /// @param minMagnitude MinAdjustmentMagnitude, 0 if there is none
    /// @param cooldown     Cooldown of a service
    record Step(
            Adjustment type,
            List<StepAdjustment> steps,
            int minMagnitude,
            Optional<Integer> cooldown,
            Optional<Integer> warmupSeconds)
            implements PolicyConfig {

        public Step {
            steps = List.copyOf(steps);
            requireNonNull(type, "type");
        }
    }

    /// ScaleOutCooldown and ScaleInCooldown in seconds.
    record Cooldowns(Optional<Integer> out, Optional<Integer> in) {

        public static final Cooldowns NONE = new Cooldowns(Optional.empty(), Optional.empty());
    }
}
