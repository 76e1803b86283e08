package dev.hostlab.scaling;

/// The least and the most units that a scaler may ask for.
///
/// @param minimum at least 0
/// @param maximum not below `minimum`
public record CapacityRange(int minimum, int maximum) {

    public CapacityRange {
        if (minimum < 0 || maximum < minimum) {
            throw new IllegalArgumentException("No range of capacity: " + minimum + " to " + maximum);
        }
    }

    public int clamp(int wanted) {
        return Math.min(maximum, Math.max(minimum, wanted));
    }
}
