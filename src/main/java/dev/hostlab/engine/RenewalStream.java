package dev.hostlab.engine;

import dev.hostlab.theory.QueueModel;

/// Batches of requests at independent gaps, without end.
final class RenewalStream implements ArrivalStream {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double meanGapNanos;
    private final Factor gaps;
    private final int batch;
    private final long gapKey;
    private long batches;
    private int left;
    private double at;

    /// @param scale simulated seconds in one second of the load
    RenewalStream(QueueModel.Load.Open load, double scale, RunId run) {
        meanGapNanos = load.batch() / load.perSecond() * scale * NANOS_PER_SECOND;
        gaps = Factor.of(load.gaps());
        batch = load.batch();
        gapKey = run.key(Stream.ARRIVAL_GAP);
    }

    @Override
    public long next() {
        if (left == 0) {
            at += meanGapNanos * gaps.at(Draws.bits(gapKey, batches++));
            left = batch;
        }
        left--;
        return (long) at;
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
