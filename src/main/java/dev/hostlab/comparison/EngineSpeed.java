package dev.hostlab.comparison;

/// How fast the simulation ran; the only part of a comparison that differs between two equal runs.
///
/// @param requestsPerSecond simulated requests a second of wall time, all threads together
/// @param wallSeconds       wall time in seconds
/// @param threads           threads used
public record EngineSpeed(double requestsPerSecond, double wallSeconds, int threads) {}
