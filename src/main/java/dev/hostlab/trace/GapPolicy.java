package dev.hostlab.trace;

/// What missing bins mean.
public enum GapPolicy {
    /// Nobody measured: the time is left out of the horizon.
    UNKNOWN,
    /// There was no load: bins without requests take the place.
    ZERO
}
