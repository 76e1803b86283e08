package dev.hostlab.effort;

/// A number with what the assumptions behind it allow.
///
/// @param low   least, 0 or more
/// @param value expected, not below `low`
/// @param high  most, not below `value`
record Band(double low, double value, double high) {

    Band {
        if (!(low >= 0 && low <= value && value <= high)) {
            throw new IllegalArgumentException("Not a band: " + low + ", " + value + ", " + high);
        }
    }

    /// A number that is counted or chosen, not guessed.
    static Band exactly(double value) {
        return new Band(value, value, value);
    }

    Band times(Band other) {
        return new Band(low * other.low, value * other.value, high * other.high);
    }

    Band times(double factor) {
        return times(exactly(factor));
    }

    Band plus(Band other) {
        return new Band(low + other.low, value + other.value, high + other.high);
    }
}
