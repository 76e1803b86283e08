package dev.hostlab.trace;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts of an ISO 8601 date and time as written, possible or not.
///
/// @param offset as written, empty where there is none
record IsoStamp(int year, int month, int day, Clock clock, String offset) {

    private static final Pattern ISO = Pattern.compile("([+-]?[0-9]{4,9})-([0-9]{2})-([0-9]{2})"
            + "(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
            + " ?([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

    /// Time of day as written.
    record Clock(int hour, int minute, int second, int nano) {}

    static Optional<IsoStamp> parse(String cell) {
        var part = ISO.matcher(cell);
        return part.matches() ? Optional.of(of(part)) : Optional.empty();
    }

    /// Whether the stamp is 24:00, the end of its day.
    boolean isMidnightAtEnd() {
        return clock.equals(new Clock(24, 0, 0, 0));
    }

    /// Date and time; second 60 is read as 59. Throws where there is no such time.
    LocalDateTime local() {
        var date = LocalDate.of(year, month, day);
        if (isMidnightAtEnd()) {
            return date.plusDays(1).atStartOfDay();
        }
        var second = clock.second() == 60 ? 59 : clock.second();
        return date.atTime(LocalTime.of(clock.hour(), clock.minute(), second, clock.nano()));
    }

    /// Throws where there is no such offset.
    ZoneOffset zoneOffset() {
        return offset.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(offset);
    }

    private static IsoStamp of(Matcher part) {
        var clock = new Clock(number(part, 4), number(part, 5), number(part, 6), nanos(part.group(7)));
        var offset = part.group(8) == null ? "" : part.group(8).toUpperCase(Locale.ROOT);
        return new IsoStamp(number(part, 1), number(part, 2), number(part, 3), clock, offset);
    }

    private static int number(Matcher part, int group) {
        return part.group(group) == null ? 0 : Integer.parseInt(part.group(group));
    }

    /// @param fraction digits after the point, or null
    static int nanos(@Nullable String fraction) {
        return fraction == null || fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
