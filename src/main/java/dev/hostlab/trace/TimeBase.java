package dev.hostlab.trace;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Counts nanoseconds from a trace's first timestamp, so that any year fits into a `long`.
final class TimeBase {

    /// A trace may span twenty years; longer ones are a mistake in a date.
    private static final long MOST_SECONDS = 20L * 366 * 86_400;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private Optional<Instant> first = Optional.empty();

    /// Nanoseconds from the first row, negative for earlier ones; none if it is too far away.
    OptionalLong nanos(Instant at) {
        var base = first.orElse(at);
        first = Optional.of(base);
        var seconds = at.getEpochSecond() - base.getEpochSecond();
        return Math.abs(seconds) > MOST_SECONDS
                ? OptionalLong.empty()
                : OptionalLong.of(seconds * NANOS_PER_SECOND + at.getNano() - base.getNano());
    }

    Instant instant(long nanos) {
        return first.orElse(Instant.EPOCH).plusNanos(nanos);
    }
}
