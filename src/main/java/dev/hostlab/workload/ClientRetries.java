package dev.hostlab.workload;

/// What clients of a web service do with an error or a timeout: they ask again, or give up. Each attempt has the
/// client's timeout for itself.
///
/// @param attempts    for one request, the first included; at least 1
/// @param baseSeconds the wait after the first attempt
/// @param factor      how much longer each further wait is
/// @param maxSeconds  the longest wait
/// @param jitter      whether the wait is uniform between 0 and that (full jitter)
/// @param honoursRetryAfter whether the wait after a 429 is at least as long as that asks for, unless it asks for more
/// than
/// the longest wait
/// @param timeouts    whether a timeout is a reason to ask again; errors always are
/// @param quota       tokens of the bucket that all clients pay retries from; 0 where they need not pay
/// @param cancels     whether work in a slot ends when its client gives up
public record ClientRetries(
        int attempts,
        double baseSeconds,
        double factor,
        double maxSeconds,
        boolean jitter,
        boolean honoursRetryAfter,
        boolean timeouts,
        int quota,
        boolean cancels) {

    /// Nobody asks twice, and work goes on without its client.
    public static final ClientRetries NONE = new ClientRetries(1, 1, 2, 20, true, true, true, 0, false);

    public ClientRetries {
        if (attempts < 1 || !(baseSeconds >= 0) || !(factor >= 1) || !(maxSeconds >= 0) || quota < 0) {
            throw new IllegalArgumentException("A request is tried once at least, waits are not below 0: " + attempts
                    + ", " + baseSeconds + ", " + factor + ", " + maxSeconds + ", " + quota);
        }
    }

    /// Whether a client's patience changes anything beyond one request's outcome.
    public boolean any() {
        return attempts > 1 || cancels;
    }
}
