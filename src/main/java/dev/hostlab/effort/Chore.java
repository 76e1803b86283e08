package dev.hostlab.effort;

import static java.util.Objects.requireNonNull;

/// Something that people do, some times a month.
///
/// @param what    for people: "Attend deployments"
/// @param count   times a month
/// @param minutes minutes each time
/// @param source  where the minutes come from
record Chore(String what, Band count, Band minutes, String source) {

    private static final double MINUTES_PER_HOUR = 60;

    Chore {
        requireNonNull(what, "what");
        requireNonNull(count, "count");
        requireNonNull(minutes, "minutes");
        requireNonNull(source, "source");
    }

    /// Whether anybody ever does it.
    boolean exists() {
        return minutes.value() > 0;
    }

    double lowHours() {
        return count.low() * minutes.low() / MINUTES_PER_HOUR;
    }

    double highHours() {
        return count.high() * minutes.high() / MINUTES_PER_HOUR;
    }

    ChoreHours hours() {
        var hours = count.value() * minutes.value() / MINUTES_PER_HOUR;
        return new ChoreHours(what, count.value(), minutes.value(), hours, source);
    }
}
