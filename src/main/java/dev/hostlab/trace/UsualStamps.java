package dev.hostlab.trace;

import java.time.YearMonth;

/// Reads the stamps that most programs write, `2026-03-01T00:00:00Z` with or without a fraction, and makes no object.
///
/// What it does not know is no mistake: [TimestampCells] looks closer.
final class UsualStamps {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int MOST_FRACTION = 9;
    private static final int NO_DATE = -1;

    private int knownDate = NO_DATE;
    private long knownDay;
    private long seconds;
    private int nanos;

    /// Whether a cell is such a stamp; [#seconds] and [#nanos] tell which.
    boolean read(TableRow row, int column) {
        var chars = row.chars();
        var start = row.start(column);
        var length = row.end(column) - start;
        if (length <= SHAPE.length() || chars[start + length - 1] != 'Z' || !hasShape(chars, start)) {
            return false;
        }
        var hour = two(chars, start + 11);
        var minute = two(chars, start + 14);
        var second = two(chars, start + 17);
        var isTime = hour < 24 && minute < 60 && second < 60 && isDate(chars, start);
        if (!isTime || !readFraction(chars, start + SHAPE.length(), length - SHAPE.length() - 1)) {
            return false;
        }
        seconds = knownDay * 86_400 + hour * 3_600L + minute * 60L + second;
        return true;
    }

    /// Since 1970.
    long seconds() {
        return seconds;
    }

    int nanos() {
        return nanos;
    }

    private static boolean hasShape(char[] chars, int start) {
        for (var i = 0; i < SHAPE.length(); i++) {
            var c = chars[start + i];
            var expected = SHAPE.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private boolean isDate(char[] chars, int start) {
        var year = two(chars, start) * 100 + two(chars, start + 2);
        var month = two(chars, start + 5);
        var day = two(chars, start + 8);
        var date = (year * 100 + month) * 100 + day;
        if (date == knownDate) {
            return true;
        }
        if (year < 1970 || month < 1 || month > 12) {
            return false;
        }
        var inYear = YearMonth.of(year, month);
        if (day < 1 || day > inYear.lengthOfMonth()) {
            return false;
        }
        knownDate = date;
        knownDay = inYear.atDay(day).toEpochDay();
        return true;
    }

    /// @param length characters between seconds and Z: none, or a point and up to nine digits
    private boolean readFraction(char[] chars, int start, int length) {
        nanos = 0;
        if (length == 0) {
            return true;
        }
        if (length == 1 || length > MOST_FRACTION + 1 || chars[start] != '.') {
            return false;
        }
        for (var i = 1; i <= MOST_FRACTION; i++) {
            var digit = i < length ? chars[start + i] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return false;
            }
            nanos = 10 * nanos + digit;
        }
        return true;
    }

    private static int two(char[] chars, int at) {
        return (chars[at] - '0') * 10 + chars[at + 1] - '0';
    }
}
