package dev.hostlab.study;

import static java.util.Objects.requireNonNull;

/// A figure that a finding rests on.
///
/// @param what  what it is, in words
/// @param value the figure, finite
/// @param unit  its unit, empty where it has none
/// @param shown the figure with its unit and interval, as people read it
/// @param from  which run or price list it is from
public record Evidence(String what, double value, String unit, String shown, String from) {

    public Evidence {
        requireNonNull(unit, "unit");
        if (!Double.isFinite(value) || what.isBlank() || shown.isBlank() || from.isBlank()) {
            throw new IllegalArgumentException("No evidence: " + what + ", " + value + ", " + shown + ", " + from);
        }
    }
}
