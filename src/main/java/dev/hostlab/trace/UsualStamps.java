package dev.hostlab.trace;

import java.time.YearMonth;

/// Reads the stamps that most programs write, `2026-03-01T00:00:00Z` with or without a fraction, and makes no object.
///
/// What it does not know is no mistake: [TimestampCells] looks closer.
final class UsualStamps {

    private static final int SHAPE = "0000-00-00T00:00:00".length();
    private static final int DATE = "0000-00-00T".length();
    private static final int MOST_FRACTION = 9;

    private final char[] knownDate = new char[DATE];
    private long knownDay;
    private long seconds;
    private int nanos;

    /// Whether a cell is such a stamp; [#seconds] and [#nanos] tell which.
    boolean read(TableRow row, int column) {
        var chars = row.chars();
        var start = row.start(column);
        var length = row.end(column) - start;
        if (length <= SHAPE || chars[start + length - 1] != 'Z') {
            return false;
        }
        var hour = two(chars, start + 11);
        var minute = two(chars, start + 14);
        var second = two(chars, start + 17);
        var isTime = (hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60;
        var isDivided = chars[start + 13] == ':' && chars[start + 16] == ':';
        if (!isTime || !isDivided || !isDate(chars, start) || !readFraction(chars, start + SHAPE, length - SHAPE - 1)) {
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

    /// Most rows are of the same day as the one above them.
    private boolean isDate(char[] chars, int start) {
        for (var i = 0; i < DATE; i++) {
            if (chars[start + i] != knownDate[i]) {
                return readDate(chars, start);
            }
        }
        return true;
    }

    private boolean readDate(char[] chars, int start) {
        var isDivided = chars[start + 4] == '-' && chars[start + 7] == '-' && chars[start + 10] == 'T';
        var century = two(chars, start);
        var year = two(chars, start + 2);
        var month = two(chars, start + 5);
        var day = two(chars, start + 8);
        if (!isDivided
                || (century | year | month | day) < 0
                || century * 100 + year < 1970
                || month < 1
                || month > 12) {
            return false;
        }
        var inYear = YearMonth.of(century * 100 + year, month);
        if (day < 1 || day > inYear.lengthOfMonth()) {
            return false;
        }
        System.arraycopy(chars, start, knownDate, 0, DATE);
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

    /// The number of two digits, negative if they are none.
    private static int two(char[] chars, int at) {
        var tens = chars[at] - '0';
        var ones = chars[at + 1] - '0';
        return (tens | (9 - tens) | ones | (9 - ones)) < 0 ? -1 : 10 * tens + ones;
    }
}
