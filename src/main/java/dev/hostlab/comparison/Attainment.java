package dev.hostlab.comparison;

/// How often the service level objective was met.
///
/// @param targetSeconds the objective: response time in seconds
/// @param attainment    share of all arrivals that were served within it, 0 to 1
public record Attainment(double targetSeconds, Sampled attainment) {

    private static final double PERCENTILE = 0.95;

    /// Whether the objective, a 95th percentile, was met.
    public boolean isMet() {
        return attainment.mean() >= PERCENTILE;
    }
}
