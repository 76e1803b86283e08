package dev.hostlab.comparison;

import dev.hostlab.engine.LatencyHistogram;
import dev.hostlab.engine.RunLimits;
import dev.hostlab.engine.TenantSeries;
import java.util.List;

/// What limits did in one replication, without histograms.
///
/// @param tenants         by tenant
/// @param refusedCalls    calls that the provider answered with 429
/// @param retries         calls beyond the first of a request
/// @param rejected        requests whose client got 429
/// @param time            how long the provider, or capacity, held requests back
record LimitFigures(
        List<TenantOutcome> tenants, long refusedCalls, long retries, long rejected, RunLimits.BoundTime time) {

    private static final double NANOS_PER_SECOND = 1e9;

    static LimitFigures of(RunLimits limits) {
        return new LimitFigures(
                limits.tenants().stream().map(LimitFigures::tenant).toList(),
                limits.calls().refused(),
                limits.calls().retries(),
                limits.calls().rejected(),
                limits.time());
    }

    private static TenantOutcome tenant(RunLimits.Tenant tenant) {
        return new TenantOutcome(
                tenant.name(),
                tenant.arrived(),
                tenant.repeated(),
                tenant.unsent(),
                tenant.offered(),
                tenant.passed(),
                tenant.limited(),
                tenant.overBudget(),
                tenant.limitedByTenant().requests(),
                tenant.held(),
                tenant.served(),
                tenant.budget(),
                seconds(tenant.responses(), 0.95),
                new TenantOutcome.FirstToken(seconds(tenant.firstTokens(), 0.5), seconds(tenant.firstTokens(), 0.95)),
                tenant.series().map(LimitFigures::series).orElse(List.of()));
    }

    private static List<Timeline.Series> series(TenantSeries series) {
        return series.byName().entrySet().stream()
                .map(one -> new Timeline.Series(one.getKey(), one.getValue()))
                .toList();
    }

    private static double seconds(LatencyHistogram latencies, double share) {
        return latencies.count() == 0 ? Double.NaN : latencies.percentileNanos(share) / NANOS_PER_SECOND;
    }
}
