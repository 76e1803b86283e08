package dev.hostlab.comparison;

/// Why requests were rejected, timed out or failed, with the status that clients got (replication 0). Source: ALB
/// user guide, "Troubleshoot your Application Load Balancers", read 2026-11-23.
///
/// @param queueFull   rejected: the unit's own line was full
/// @param noTarget    rejected with 503: no target was registered
/// @param clientLeft  timed out: the client went first (460)
/// @param idleTimeout timed out with 504: the load balancer saw no byte for too long
/// @param lostInDrain failed with 502: the unit stopped before it had finished them
/// @param crashed     failed with 502: the application had crashed
public record ErrorCauses(
        long queueFull, long noTarget, long clientLeft, long idleTimeout, long lostInDrain, long crashed) {}
