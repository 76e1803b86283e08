package dev.hostlab.scaling;

import java.util.List;

/// How a decision was carried out: who waited for what, when its first and its last unit were there, and what was
/// paid for in the meantime. All times in seconds from the change of desired capacity.
///
/// @param steps         what the first unit went through, in order: waits first, then the stages of its start, or of
///                      its end where capacity was taken away
/// @param units         units of this decision that came into service, or that are gone
/// @param firstSeconds  until the first of them, 0 where there is none
/// @param lastSeconds   until the last of them
/// @param billedSeconds the eighth clock: what the first unit was paid for before its first traffic, or after it
///                      had stopped taking any
public record Fulfilment(List<Step> steps, int units, double firstSeconds, double lastSeconds, double billedSeconds) {

    /// Nothing has come of it, or nothing is known.
    public static final Fulfilment NONE = new Fulfilment(List.of(), 0, 0, 0, 0);

    /// One thing that took time.
    ///
    /// @param what    for people, such as `image pull`
    /// @param seconds 0 or more
    public record Step(String what, double seconds) {}

    public Fulfilment {
        steps = List.copyOf(steps);
    }
}
