package dev.hostlab.hosting;

/// How a unit leaves service.
///
/// @param drainSeconds time in which it finishes what it has; what is left then is lost
/// @param stopSeconds  time from then until it is gone and no longer paid for
public record DrainPlan(double drainSeconds, double stopSeconds) {}
