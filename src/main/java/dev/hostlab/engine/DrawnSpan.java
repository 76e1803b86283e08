package dev.hostlab.engine;

import dev.hostlab.theory.QueueModel;

/// A random length of time, drawn one after the other or by number.
final class DrawnSpan {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double meanNanos;
    private final Factor factor;
    private final long key;
    private long drawn;

    /// @param scale simulated seconds in one second of the span
    DrawnSpan(QueueModel.Span span, double scale, long key) {
        meanNanos = span.meanSeconds() * scale * NANOS_PER_SECOND;
        factor = Factor.of(span.variation());
        this.key = key;
    }

    boolean isZero() {
        return meanNanos == 0;
    }

    /// The next one in nanoseconds.
    long draw() {
        return at(drawn++);
    }

    /// The one of that number in nanoseconds.
    long at(long number) {
        return (long) (meanNanos * factor.at(Draws.bits(key, number)));
    }
}
