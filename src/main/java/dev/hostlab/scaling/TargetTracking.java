package dev.hostlab.scaling;

/// The settings of a target-tracking policy of Application Auto Scaling on an ECS service.
///
/// Alarms as seen on AWS: scale out when `highPoints` points are above the target, scale in when `lowPoints` points
/// are below `lowFactor` × target. Sources: Application Auto Scaling user guide, "Target tracking scaling
/// policies"; alarm shapes observed in public configurations (containers-roadmap 1208), read 2026-11-23.
///
/// @param target             in the metric's unit, above 0
/// @param range              least and most capacity
/// @param outCooldownSeconds 300 by default
/// @param inCooldownSeconds  300 by default
/// @param alarms             shape of the two alarms
/// @param scaleInMaxFraction most that one scale-in may take away, as a share of desired capacity, above 0 up to 1;
///                           AWS publishes no figure
public record TargetTracking(
        double target,
        CapacityRange range,
        int outCooldownSeconds,
        int inCooldownSeconds,
        AlarmShape alarms,
        double scaleInMaxFraction) {

    /// How many points each of the two alarms evaluates, and where the low one sits.
    ///
    /// @param highPoints points that must be above the target
    /// @param lowPoints  points that must be below the low threshold
    /// @param lowFactor  low threshold as a share of the target
    public record AlarmShape(int highPoints, int lowPoints, double lowFactor) {

        /// ECS services: 3 of 3, 15 of 15, 90 % of the target.
        public static final AlarmShape ECS = new AlarmShape(3, 15, 0.9);
    }

    public TargetTracking {
        if (!(target > 0) || !(scaleInMaxFraction > 0)) {
            throw new IllegalArgumentException("No target: " + target + ", scale-in fraction " + scaleInMaxFraction);
        }
    }

    AlarmRule high() {
        return new AlarmRule(AlarmRule.Side.ABOVE, target, alarms.highPoints());
    }

    AlarmRule low() {
        return new AlarmRule(AlarmRule.Side.BELOW, target * alarms.lowFactor(), alarms.lowPoints());
    }
}
