package dev.hostlab.trace;

import java.util.Arrays;
import java.util.Optional;

/// How times are written.
public enum TimeStyle {
    /// ISO 8601, or a number since 1970 whose unit is told by its size.
    ISO("iso"),
    /// The same, and dates with day and month in an order that the file gives away, and the stamps
    /// of web server logs.
    AUTO("auto"),
    /// Dates such as 31.12.2026 23:59.
    DAY_FIRST("dmy"),
    /// Dates such as 12/31/2026 11:59 PM.
    MONTH_FIRST("mdy"),
    EPOCH_SECONDS("s"),
    EPOCH_MILLISECONDS("ms"),
    EPOCH_MICROSECONDS("us"),
    EPOCH_NANOSECONDS("ns"),
    /// Seconds from the start of the trace, fractions allowed.
    ELAPSED_SECONDS("elapsed-s"),
    ELAPSED_MILLISECONDS("elapsed-ms");

    private final String id;

    TimeStyle(String id) {
        this.id = id;
    }

    /// The name on the command line.
    public String id() {
        return id;
    }

    static Optional<TimeStyle> named(String id) {
        return Arrays.stream(values()).filter(style -> style.id.equals(id)).findFirst();
    }

    /// Whether day and month may stand first in dates.
    boolean takesOtherDates() {
        return this == AUTO || this == DAY_FIRST || this == MONTH_FIRST;
    }

    /// Whether times are counted from the start of the trace.
    boolean isElapsed() {
        return this == ELAPSED_SECONDS || this == ELAPSED_MILLISECONDS;
    }

    /// The unit of numbers since 1970, where it is known.
    Optional<EpochUnit> unit() {
        return switch (this) {
            case ISO, AUTO, DAY_FIRST, MONTH_FIRST -> Optional.empty();
            case EPOCH_SECONDS, ELAPSED_SECONDS -> Optional.of(EpochUnit.SECONDS);
            case EPOCH_MILLISECONDS, ELAPSED_MILLISECONDS -> Optional.of(EpochUnit.MILLISECONDS);
            case EPOCH_MICROSECONDS -> Optional.of(EpochUnit.MICROSECONDS);
            case EPOCH_NANOSECONDS -> Optional.of(EpochUnit.NANOSECONDS);
        };
    }
}
