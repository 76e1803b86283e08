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

    private static final int DIGITS_BETWEEN = 3;
    /// 3 March 1973 in seconds has nine digits; smaller numbers are spreadsheet days or counters.
    private static final int LEAST_DIGITS = 9;

    private final long perSecond;

    EpochUnit(long perSecond) {
        this.perSecond = perSecond;
    }

    /// The unit of a number, if it can be a time at all.
    ///
    /// @param digits nothing but digits
    static Optional<EpochUnit> of(String digits) {
        var significant = digits.replaceFirst("^0+", "").length();
        if (significant < LEAST_DIGITS || significant > 19 || (significant == 19 && overflows(digits))) {
            return Optional.empty();
        }
        return Optional.of(values()[(significant - LEAST_DIGITS) / DIGITS_BETWEEN]);
    }

    Instant instant(long count) {
        return Instant.ofEpochSecond(count / perSecond, count % perSecond * (1_000_000_000 / perSecond));
    }

    String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean overflows(String digits) {
        return digits.compareTo(String.valueOf(Long.MAX_VALUE)) > 0;
    }
}
