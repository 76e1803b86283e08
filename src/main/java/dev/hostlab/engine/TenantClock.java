package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// Counts one tenant's requests tick by tick, for its [TenantSeries].
final class TenantClock {

    private static final double NANOS_PER_SECOND = 1e9;

    final LatencyHistogram responses = new LatencyHistogram();
    final @Nullable LatencyHistogram firstTokens;
    private final TenantTally tally;
    private final TenantSeries series;
    private final double[] before = new double[7];

    TenantClock(TenantTally tally, int bins, boolean streams) {
        this.tally = tally;
        series = new TenantSeries(bins, streams);
        firstTokens = streams ? new LatencyHistogram() : null;
    }

    void served(long response, long firstToken) {
        responses.record(response);
        if (firstTokens != null && firstToken >= 0) {
            firstTokens.record(firstToken);
        }
    }

    /// A tick is over.
    void close() {
        var bin = new double[before.length + 3];
        var totals = totals();
        for (var index = 0; index < before.length; index++) {
            bin[index] = totals[index] - before[index];
            before[index] = totals[index];
        }
        bin[before.length] = tally.inside;
        bin[before.length + 1] = seconds(responses);
        bin[before.length + 2] = firstTokens == null ? Double.NaN : seconds(firstTokens);
        series.add(bin);
        tally.responses.add(responses);
        responses.clear();
        if (firstTokens != null) {
            tally.firstTokens.add(firstTokens);
            firstTokens.clear();
        }
    }

    private double[] totals() {
        return new double[] {
            tally.arrived.requests,
            tally.served,
            (double) tally.limitedByProvider.requests + tally.limitedByTenant.requests,
            tally.overBudget.requests,
            tally.arrived.inputTokens,
            tally.arrived.outputTokens,
            (double) tally.passed.inputTokens + tally.passed.outputTokens
        };
    }

    private static double seconds(LatencyHistogram times) {
        return times.count() == 0 ? Double.NaN : times.percentileNanos(0.95) / NANOS_PER_SECOND;
    }

    TenantSeries series() {
        return series;
    }
}
