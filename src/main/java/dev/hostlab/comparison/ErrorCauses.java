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
/// @param keepAlive   failed with 502: the target was closing the connection
/// @param deadLettered failed: a message that came back once too often
/// @param expired     failed: a message that its queue dropped for its age
/// @param limited     rejected with 429: the model provider's or the tenant's limit, or the tenant's budget
public record ErrorCauses(
        long queueFull,
        long noTarget,
        long clientLeft,
        long idleTimeout,
        long lostInDrain,
        long crashed,
        long keepAlive,
        long deadLettered,
        long expired,
        long limited) {

    /// Causes where nothing limits calls.
    public ErrorCauses(
            long queueFull, long noTarget, long clientLeft, long idleTimeout, long lostInDrain, long crashed) {
        this(queueFull, noTarget, clientLeft, idleTimeout, lostInDrain, crashed, 0, 0, 0, 0);
    }
}
