package dev.hostlab.trace;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Units of time since 1970, told apart by the size of a number: each covers the years 1973 to 5138.
enum EpochUnit {
    SECONDS(1),
    MILLISECONDS(1_000),
    MICROSECONDS(1_000_000),
    NANOSECONDS(1_000_000_000);

    /// 3 March 1973 in seconds has nine digits; smaller numbers are spreadsheet days or counters.
    private static final long LEAST = 100_000_000L;

    private final long perSecond;

    EpochUnit(long perSecond) {
        this.perSecond = perSecond;
    }

    /// The unit of a number, if it can be a time at all.
    static Optional<EpochUnit> of(long count) {
        for (var unit : values()) {
            if (count >= LEAST * unit.perSecond && (unit == NANOSECONDS || count < LEAST * 1_000 * unit.perSecond)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    Instant instant(long count) {
        return Instant.ofEpochSecond(count / perSecond, count % perSecond * (1_000_000_000 / perSecond));
    }

    /// The same for a number with a fraction, as exact as a `double` is.
    Instant instant(double count) {
        var seconds = Math.floor(count / perSecond);
        var nanos = Math.round((count - seconds * perSecond) / perSecond * 1e9);
        return Instant.ofEpochSecond((long) seconds, nanos);
    }

    /// How many of them a second has.
    double perSecond() {
        return perSecond;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
