package dev.hostlab.trace;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of an ISO 8601 date and time as written, possible or not.
///
/// @param offset as written, empty where there is none
record IsoStamp(int year, int month, int day, Clock clock, String offset) {

    private static final Pattern ISO = Pattern.compile("([+-]?[0-9]{4,9})-([0-9]{2})-([0-9]{2})"
            + "(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.]([0-9]{1,9}))?)?"
            + " ?([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

    private static final String SHAPE = "0000-00-00T00:00:00";

    /// Time of day as written.
    record Clock(int hour, int minute, int second, int nano) {}

    static Optional<IsoStamp> parse(String cell) {
        if (hasUsualShape(cell)) {
            var fraction = cell.substring(Math.min(SHAPE.length() + 1, cell.length() - 1), cell.length() - 1);
            var clock = new Clock(two(cell, 11), two(cell, 14), two(cell, 17), nanos(fraction));
            return Optional.of(new IsoStamp(two(cell, 0) * 100 + two(cell, 2), two(cell, 5), two(cell, 8), clock, "Z"));
        }
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

    private static int nanos(String fraction) {
        return fraction == null || fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    /// The shape that most programs write, in UTC and perhaps with a fraction: worth a way without patterns.
    private static boolean hasUsualShape(String cell) {
        if (cell.length() <= SHAPE.length() || cell.length() > SHAPE.length() + 11 || !cell.endsWith("Z")) {
            return false;
        }
        for (var i = 0; i < cell.length() - 1; i++) {
            var expected = i < SHAPE.length() ? SHAPE.charAt(i) : i == SHAPE.length() ? '.' : '0';
            var c = cell.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return cell.length() != SHAPE.length() + 2;
    }

    private static int two(String cell, int at) {
        return (cell.charAt(at) - '0') * 10 + cell.charAt(at + 1) - '0';
    }
}
