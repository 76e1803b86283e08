package dev.hostlab.scaling;

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
