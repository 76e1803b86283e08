package dev.hostlab.comparison;

import dev.hostlab.engine.LatencyHistogram;
import dev.hostlab.engine.RunLimits;
import java.util.List;

/// What limits did in one replication, without histograms.
///
/// @param tenants         by tenant
/// @param refusedCalls    calls that the provider answered with 429
/// @param retries         calls beyond the first of a request
/// @param rejected        requests whose client got 429
/// @param time            how long the provider, or capacity, held requests back
/// @param firstTokenSeconds percentiles 50, 95 and 99 of the time to the first token; NaN where nothing was served
record LimitFigures(
        List<TenantOutcome> tenants,
        long refusedCalls,
        long retries,
        long rejected,
        RunLimits.BoundTime time,
        FirstToken firstTokenSeconds) {

    private static final double NANOS_PER_SECOND = 1e9;

    /// Percentiles of the time to the first token in seconds.
    record FirstToken(double p50, double p95, double p99) {

        boolean isKnown() {
            return Double.isFinite(p50);
        }
    }

    static LimitFigures of(RunLimits limits) {
        var first = limits.firstToken();
        return new LimitFigures(
                limits.tenants().stream().map(LimitFigures::tenant).toList(),
                limits.calls().refused(),
                limits.calls().retries(),
                limits.calls().rejected(),
                limits.time(),
                new FirstToken(seconds(first, 0.5), seconds(first, 0.95), seconds(first, 0.99)));
    }

    private static TenantOutcome tenant(RunLimits.Tenant tenant) {
        var budget = tenant.budget();
        return new TenantOutcome(
                tenant.name(),
                tenant.arrived(),
                tenant.unsent(),
                tenant.offered(),
                tenant.passed(),
                tenant.limited(),
                tenant.overBudget(),
                tenant.limitedByTenant().requests(),
                tenant.held(),
                budget.tokens(),
                budget.used(),
                budget.spentAt(),
                seconds(tenant.responses(), 0.95));
    }

    private static double seconds(LatencyHistogram latencies, double share) {
        return latencies.count() == 0 ? Double.NaN : latencies.percentileNanos(share) / NANOS_PER_SECOND;
    }
}
