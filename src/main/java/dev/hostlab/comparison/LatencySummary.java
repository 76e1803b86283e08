package dev.hostlab.comparison;

/// Latency of the served requests of one option in seconds; means over replications of each statistic.
///
/// @param mean mean
/// @param p50  median
/// @param p90  90th percentile
/// @param p95  95th percentile
/// @param p99  99th percentile
/// @param max  maximum
public record LatencySummary(Sampled mean, Sampled p50, Sampled p90, Sampled p95, Sampled p99, Sampled max) {}
