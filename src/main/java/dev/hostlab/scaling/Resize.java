package dev.hostlab.scaling;

import static java.util.Objects.requireNonNull;

/// What a scaler wants: a desired capacity and why. Wanting what is already desired means leaving it alone.
///
/// @param desired units wanted
/// @param reason  in words
public record Resize(int desired, String reason) {

    /// The reason where no alarm asks for anything.
    public static final String NO_ALARM = "no alarm";

    public Resize {
        requireNonNull(reason, "reason");
    }

    /// Whether an alarm asked for a change that has to wait; one that is at its bound already waits for nothing.
    public boolean isHeldBack() {
        return reason.contains(" until ")
                || reason.startsWith("a scaling activity")
                || reason.startsWith("another policy")
                || reason.startsWith("no scale-in before");
    }

    static Resize keep(int desired) {
        return new Resize(desired, NO_ALARM);
    }
}
