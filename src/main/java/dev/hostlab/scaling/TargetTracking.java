package dev.hostlab.scaling;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/// The settings of a target-tracking policy, of Application Auto Scaling on an ECS service or of an Auto Scaling
/// group.
///
/// Alarms as seen on AWS: scale out when `highPoints` points are above the target, scale in when `lowPoints` points
/// are below `lowFactor` × target. Sources: Application Auto Scaling user guide, "Target tracking scaling
/// policies"; alarm shapes observed in public configurations (containers-roadmap 1208), read 2026-11-23.
///
/// @param target             in the metric's unit, above 0
/// @param range              least and most capacity
/// @param outCooldownSeconds 300 by default; not used where instances warm up
/// @param inCooldownSeconds  300 by default; not used where instances warm up
/// @param alarms             shape of the two alarms
/// @param scaleInMaxFraction most that one scale-in may take away, as a share of desired capacity, above 0 up to 1;
///                           AWS publishes no figure
/// @param rules              what else a policy says
public record TargetTracking(
        double target,
        CapacityRange range,
        int outCooldownSeconds,
        int inCooldownSeconds,
        AlarmShape alarms,
        double scaleInMaxFraction,
        Rules rules) {

    /// How many points each of the two alarms evaluates, and where the low one sits.
    ///
    /// @param highPoints points that must be above the target
    /// @param lowPoints  points that must be below the low threshold
    /// @param lowFactor  low threshold as a share of the target
    public record AlarmShape(int highPoints, int lowPoints, double lowFactor) {

        /// ECS services: 3 of 3, 15 of 15, 90 % of the target.
        public static final AlarmShape ECS = new AlarmShape(3, 15, 0.9);
    }

    /// Which value of the metric the proportion is taken of; AWS does not say for target tracking.
    public enum Sample {
        /// The newest point, as step scaling is documented to do.
        LATEST,
        /// The mean of the points that the high alarm evaluated.
        MEAN_OF_BREACHING;

        /// The sample of that name in settings: `latest` or `mean-of-breaching`.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Sample of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// What else a policy says.
    ///
    /// @param scaleIn whether it may take capacity away; false for `DisableScaleIn`
    /// @param sample  which value of the metric counts
    /// @param missing what the alarms take a period without a point for
    public record Rules(boolean scaleIn, Sample sample, MissingData missing) {

        public static final Rules STANDARD = new Rules(true, Sample.LATEST, MissingData.MISSING);
    }

    public TargetTracking {
        requireNonNull(rules, "rules");
        if (!(target > 0) || !(scaleInMaxFraction > 0)) {
            throw new IllegalArgumentException("No target: " + target + ", scale-in fraction " + scaleInMaxFraction);
        }
    }

    /// A policy that scales both ways on the newest point.
    public TargetTracking(
            double target,
            CapacityRange range,
            int outCooldownSeconds,
            int inCooldownSeconds,
            AlarmShape alarms,
            double scaleInMaxFraction) {
        this(target, range, outCooldownSeconds, inCooldownSeconds, alarms, scaleInMaxFraction, Rules.STANDARD);
    }

    AlarmRule high() {
        return new AlarmRule(AlarmRule.Side.ABOVE, target, alarms.highPoints(), alarms.highPoints(), rules.missing());
    }

    AlarmRule low() {
        return new AlarmRule(
                AlarmRule.Side.BELOW,
                target * alarms.lowFactor(),
                alarms.lowPoints(),
                alarms.lowPoints(),
                rules.missing());
    }

    Pacing.Pause pause() {
        return new Pacing.Pause(outCooldownSeconds, inCooldownSeconds);
    }
}
