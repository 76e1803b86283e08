package dev.hostlab.engine;

import java.util.Arrays;

/// The load balancer's slow start: the share of a new target grows evenly from nothing to a full one.
///
/// A target that joins an empty group skips it. Source: ALB user guide, "Slow start mode", read 2026-11-23.
final class SlowStart {

    private final long nanos;
    private final long key;
    private long[] joined = new long[64];
    private long newest = Long.MIN_VALUE;
    private long draws;

    /// @param nanos how long it takes, 0 for none
    SlowStart(long nanos, RunId run) {
        this.nanos = nanos;
        this.key = run.key(Stream.SLOW_START);
    }

    /// A target is healthy and takes traffic.
    ///
    /// @param alone whether it is the only one
    void joins(int index, long now, boolean alone) {
        if (index >= joined.length) {
            joined = Arrays.copyOf(joined, Math.max(index + 1, 2 * joined.length));
        }
        var skips = nanos == 0 || alone || now == 0;
        joined[index] = skips ? Long.MIN_VALUE / 2 : now;
        newest = skips ? newest : now;
    }

    /// Whether any target is still starting slowly.
    boolean isOn(long now) {
        return nanos > 0 && newest != Long.MIN_VALUE && now - newest < nanos;
    }

    /// Whether a target whose turn it is takes the request.
    boolean takes(int index, long now) {
        var elapsed = now - joined[index];
        return elapsed >= nanos || Draws.unit(Draws.bits(key, draws++)) * nanos < elapsed;
    }
}
