package dev.hostlab.trace;

import java.time.Instant;

/// Counts nanoseconds from a trace's first timestamp, so that any year fits into a `long`.
final class TimeBase {

    /// What [#nanos] gives for a time that is too far away.
    static final long TOO_FAR = Long.MIN_VALUE;

    /// A trace may span twenty years; longer ones are a mistake in a date.
    private static final long MOST_SECONDS = 20L * 366 * 86_400;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private boolean started;
    private long firstSecond;
    private long firstNano;

    /// Nanoseconds from the first row, negative for earlier ones; [#TOO_FAR] if it is too far away.
    ///
    /// @param second since 1970
    /// @param nano   within the second
    long nanos(long second, int nano) {
        if (!started) {
            started = true;
            firstSecond = second;
            firstNano = nano;
        }
        var seconds = second - firstSecond;
        return Math.abs(seconds) > MOST_SECONDS ? TOO_FAR : seconds * NANOS_PER_SECOND + nano - firstNano;
    }

    /// The same for an instant.
    long nanos(Instant at) {
        return nanos(at.getEpochSecond(), at.getNano());
    }

    Instant instant(long nanos) {
        return Instant.ofEpochSecond(firstSecond, firstNano).plusNanos(nanos);
    }
}
