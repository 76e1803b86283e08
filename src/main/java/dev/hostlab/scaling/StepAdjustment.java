package dev.hostlab.scaling;

import java.util.Optional;

/// One step of a step-scaling policy: how much to change while the metric is this far from the threshold.
///
/// Above the threshold the lower bound belongs to the step and the upper one does not; below it is the other way
/// round. Source: EC2 Auto Scaling API reference, StepAdjustment, read 2026-11-23.
///
/// @param lower  distance from the threshold, negative infinity where AWS has null
/// @param upper  distance from the threshold, above `lower`, infinity where AWS has null
/// @param change units, or percent
public record StepAdjustment(double lower, double upper, int change) {

    public StepAdjustment {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("No step: " + lower + " to " + upper);
        }
    }

    /// One step as settings write it: `10..20=+1`, with an open end on either side; empty if its bounds are no
    /// interval.
    public static Optional<StepAdjustment> of(String text) {
        var equals = text.indexOf('=');
        var bounds = text.substring(0, equals).split("\\.\\.", -1);
        var lower = bounds[0].isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(bounds[0]);
        var upper = bounds[1].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(bounds[1]);
        var change = Integer.parseInt(text.substring(equals + 1));
        return lower < upper ? Optional.of(new StepAdjustment(lower, upper, change)) : Optional.empty();
    }

    /// Whether the step is on the threshold's upper side.
    boolean isAbove() {
        return lower >= 0;
    }

    /// Whether the step is on the threshold's lower side.
    boolean isBelow() {
        return upper <= 0;
    }

    /// Whether the step holds for a metric this far from the threshold.
    public boolean applies(double distance) {
        var above = isAbove() || (!isBelow() && distance >= 0);
        return above ? lower <= distance && distance < upper : lower < distance && distance <= upper;
    }
}
