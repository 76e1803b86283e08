package dev.hostlab.engine.reference;

/// One request as it was drawn, before anything happens to it.
///
/// @param arrivesAt     when it arrives, in nanoseconds
/// @param cpuNanos      CPU time it needs first
/// @param upstreamNanos wait that follows the CPU time
/// @param firstDraw     64 random bits that pick a unit, or the first of two
/// @param secondDraw    64 random bits that pick the second of two
public record Demand(long arrivesAt, long cpuNanos, long upstreamNanos, long firstDraw, long secondDraw) {}
