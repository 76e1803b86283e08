package dev.hostlab.hosting;

/// How targets close idle connections of a load balancer, and how often that costs a request.
///
/// A target that closes sooner than the load balancer may do so while a request is on its way, which gets 502. Source:
/// ALB user guide, "Troubleshoot your Application Load Balancers", HTTP 502, read 2026-11-23. How often is a model:
/// requests reach a connection at random, so the share of those whose connection has just been idle for so long is
/// e^(-rate × keep-alive) × (1 - e^(-rate × race)).
///
/// @param seconds     of idleness after which a target closes, [Double#POSITIVE_INFINITY] for never first
/// @param raceSeconds for which the load balancer may still send on a closed connection
/// @param nodes       of the load balancer, each with a connection of its own at least
public record KeepAlive(double seconds, double raceSeconds, int nodes) {

    /// Targets never close first.
    public static final KeepAlive LONG = new KeepAlive(Double.POSITIVE_INFINITY, 0, 1);

    /// Whether requests can be lost.
    public boolean isShort() {
        return seconds < Double.POSITIVE_INFINITY;
    }

    /// The share of a target's requests that are lost.
    ///
    /// @param requestsPerSecond that reach the target, above 0
    /// @param inside            requests that it holds at a time, each with a connection
    public double lostShare(double requestsPerSecond, double inside) {
        var rate = requestsPerSecond / Math.max(nodes, inside);
        return StrictMath.exp(-rate * seconds) * -StrictMath.expm1(-rate * raceSeconds);
    }
}
