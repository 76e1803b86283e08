package dev.hostlab.engine;

import dev.hostlab.workload.PoissonArrivals;

/// A Poisson process: exponential gaps.
final class PoissonStream implements ArrivalStream {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double meanGapNanos;
    private final long horizon;
    private final long gapKey;
    private long request;
    private double at;

    PoissonStream(PoissonArrivals poisson, RunId run) {
        meanGapNanos = NANOS_PER_SECOND / poisson.perSecond();
        horizon = poisson.horizonNanos();
        gapKey = run.key(Stream.ARRIVAL_GAP);
    }

    @Override
    public long next() {
        at += meanGapNanos * Draws.exponential(Draws.bits(gapKey, request++));
        return at < horizon ? (long) at : Unit.NEVER;
    }

    @Override
    public double inputTokens() {
        return 0;
    }

    @Override
    public double outputTokens() {
        return 0;
    }
}
