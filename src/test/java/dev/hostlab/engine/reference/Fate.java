package dev.hostlab.engine.reference;

/// What became of one request.
///
/// @param outcome   how it ended
/// @param startedAt when it got a slot, in nanoseconds; -1 if it never did
/// @param endedAt   when its work was done, in nanoseconds; -1 if it never was
public record Fate(Outcome outcome, long startedAt, long endedAt) {

    /// How a request may end.
    public enum Outcome {
        SERVED,
        REJECTED,
        TIMED_OUT,
        FAILED,
        IN_FLIGHT
    }

    /// What a request is that got neither slot nor answer.
    public static Fate without(Outcome outcome) {
        return new Fate(outcome, -1, -1);
    }
}
