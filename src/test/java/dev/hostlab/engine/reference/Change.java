package dev.hostlab.engine.reference;

/// A change of capacity.
///
/// @param at   when, in nanoseconds
/// @param kind what happens
/// @param unit the number of the unit
public record Change(long at, Kind kind, int unit) {

    /// What may happen to a unit, in this order.
    public enum Kind {
        /// It comes into service.
        ADMIT,
        /// It takes no more requests and finishes what it has: it drains.
        WITHDRAW,
        /// It is gone, and what it still holds is lost.
        END
    }
}
