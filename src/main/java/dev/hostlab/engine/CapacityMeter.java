package dev.hostlab.engine;

import dev.hostlab.usage.BillingClock;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;

/// Adds up what one kind of capacity is billed for.
public final class CapacityMeter {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Capacity capacity;
    private final BillingClock clock;
    private double billedNanos;
    private double drainingNanos;
    private long runs;

    public CapacityMeter(Capacity capacity, BillingClock clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    /// Another one that has added up the same so far.
    CapacityMeter copy() {
        var copy = new CapacityMeter(capacity, clock);
        copy.billedNanos = billedNanos;
        copy.drainingNanos = drainingNanos;
        copy.runs = runs;
        return copy;
    }

    /// A run has ended by itself: it is billed by the clock. One that was given up before its first billed stage is
    /// free.
    ///
    /// @param drainingFrom when it stopped taking requests
    public void ended(long from, long drainingFrom, long now) {
        if (from < now) {
            runs++;
            billedNanos += clock.billableNanos(now - from);
            drainingNanos += now - Math.max(from, drainingFrom);
        }
    }

    /// The horizon cuts a run that goes on: it is billed for the time inside the horizon.
    public void cut(long from, long drainingFrom, long horizon) {
        if (from < horizon) {
            runs++;
            billedNanos += horizon - from;
            drainingNanos += Math.max(0, horizon - Math.max(from, drainingFrom));
        }
    }

    /// Adds time in which parts of what is rented were draining, in capacity × nanoseconds.
    public void drained(double nanos) {
        drainingNanos += nanos;
    }

    public ComputeUsage usage(double idleNanos, double strandedNanos) {
        return new ComputeUsage(
                capacity,
                billedNanos / NANOS_PER_SECOND,
                runs,
                Math.min(idleNanos, billedNanos) / NANOS_PER_SECOND,
                strandedNanos / NANOS_PER_SECOND,
                drainingNanos / NANOS_PER_SECOND);
    }
}
