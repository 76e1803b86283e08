package dev.hostlab.comparison;

/// Starts of capacity during a run (replication 0); the fleet present at its beginning is not counted.
///
/// @param count           units that came into service
/// @param meanSeconds     mean time from request of capacity to first traffic in seconds, 0 where there was none
/// @param requestsDelayed requests that found every slot of their unit taken while capacity was starting
public record ColdStarts(long count, double meanSeconds, long requestsDelayed) {}
