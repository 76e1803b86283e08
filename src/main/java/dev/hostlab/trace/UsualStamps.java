package dev.hostlab.trace;

import java.time.YearMonth;
import java.util.Arrays;

/// Reads the stamps that most programs write, `2026-03-01T00:00:00Z` with or without a fraction, and makes no object.
///
/// What it does not know is no mistake: [TimestampCells] looks closer.
final class UsualStamps {

    private static final int SHAPE = "0000-00-00T00:00:00".length();
    private static final int MINUTE = "0000-00-00T00:00:".length();
    private static final int DATE = "0000-00-00T".length();
    private static final int MOST_FRACTION = 9;

    /// The minute that was read last, up to the seconds; not valid where it is empty.
    private final char[] known = new char[MINUTE];
    private long knownDay;
    private long knownMinute;
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
        var second = two(chars, start + MINUTE);
        if (second < 0
                || second >= 60
                || !isMinute(chars, start)
                || !isFraction(chars, start + SHAPE, start + length - 1)) {
            return false;
        }
        seconds = knownMinute + second;
        return true;
    }

    /// Since 1970.
    long seconds() {
        return seconds;
    }

    int nanos() {
        return nanos;
    }

    /// Most rows are of the same minute as the one above them.
    private boolean isMinute(char[] chars, int start) {
        return Arrays.equals(chars, start, start + MINUTE, known, 0, MINUTE) || readMinute(chars, start);
    }

    private boolean readMinute(char[] chars, int start) {
        var hour = two(chars, start + 11);
        var minute = two(chars, start + 14);
        var isTime = (hour | minute) >= 0 && hour < 24 && minute < 60;
        var isDivided = chars[start + 13] == ':' && chars[start + 16] == ':';
        var isDay = Arrays.equals(chars, start, start + DATE, known, 0, DATE) || readDate(chars, start);
        if (!isTime || !isDivided || !isDay) {
            return false;
        }
        System.arraycopy(chars, start, known, 0, MINUTE);
        knownMinute = knownDay * 86_400 + hour * 3_600L + minute * 60L;
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
        known[0] = 0;
        knownDay = inYear.atDay(day).toEpochDay();
        return true;
    }

    /// @param end of what stands between seconds and Z: nothing, or a point and up to nine digits
    private boolean isFraction(char[] chars, int start, int end) {
        nanos = 0;
        if (start == end) {
            return true;
        }
        if (end == start + 1 || end - start > MOST_FRACTION + 1 || chars[start] != '.') {
            return false;
        }
        for (var i = 1; i <= MOST_FRACTION; i++) {
            var digit = start + i < end ? chars[start + i] - '0' : 0;
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
