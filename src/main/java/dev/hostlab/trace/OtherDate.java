package dev.hostlab.trace;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates that are not ISO 8601: with day or month first, year first with slashes, and those of web server logs.
///
/// @param first  the first number
/// @param middle the second number
/// @param last   the third number
/// @param clock  time of day
/// @param offset as in [IsoStamp]
/// @param twelve whether the time said AM or PM
record OtherDate(int first, int middle, int last, IsoStamp.Clock clock, String offset, boolean twelve) {

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,4})([/.-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{1,2})"
            + "(?:[T ,]{1,2}([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
            + "[ \\u00a0\\u202f]?(?:([AaPp])[.]?[Mm][.]?)?)?"
            + " ?(Z|z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?");

    private static final Pattern LOG = Pattern.compile("\\[?([0-9]{2})/([A-Za-z]{3})/([0-9]{4})"
            + ":([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.]([0-9]{1,9}))? ([+-][0-9]{4})\\]?");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static final int IMPOSSIBLE = 99;

    /// A date of numbers.
    static Optional<OtherDate> parse(String cell) {
        var part = NUMBERS.matcher(cell);
        if (!part.matches()) {
            return Optional.empty();
        }
        var clock = new IsoStamp.Clock(
                hour(number(part, 5), part.group(9)), number(part, 6), number(part, 7), IsoStamp.nanos(part.group(8)));
        var offset = part.group(10) == null ? "" : offset(part.group(10));
        return Optional.of(
                new OtherDate(number(part, 1), number(part, 3), number(part, 4), clock, offset, part.group(9) != null));
    }

    /// A stamp such as `17/May/2015:10:05:03 +0000`; months are English wherever the program runs.
    static Optional<IsoStamp> log(String cell) {
        var part = LOG.matcher(cell);
        if (!part.matches()) {
            return Optional.empty();
        }
        var month = MONTHS.indexOf(part.group(2).toLowerCase(Locale.ROOT));
        var clock =
                new IsoStamp.Clock(number(part, 4), number(part, 5), number(part, 6), IsoStamp.nanos(part.group(7)));
        var number = month < 0 || month % 3 != 0 ? IMPOSSIBLE : month / 3 + 1;
        return Optional.of(new IsoStamp(number(part, 3), number, number(part, 1), clock, part.group(8)));
    }

    boolean hasYearFirst() {
        return first > IMPOSSIBLE;
    }

    boolean isAmbiguous() {
        return !hasYearFirst() && first <= 12 && middle <= 12;
    }

    /// The stamp, if day and month stand in this order.
    IsoStamp stamp(DateOrder order) {
        if (hasYearFirst()) {
            return new IsoStamp(first, middle, last, clock, offset);
        }
        var year = last < 100 ? 2_000 + last : last;
        return order == DateOrder.DAY_FIRST
                ? new IsoStamp(year, middle, first, clock, offset)
                : new IsoStamp(year, first, middle, clock, offset);
    }

    private static int hour(int written, @Nullable String half) {
        if (half == null) {
            return written;
        }
        if (written < 1 || written > 12) {
            return IMPOSSIBLE;
        }
        return written % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static String offset(String written) {
        return Character.isLetter(written.charAt(0)) ? "Z" : written;
    }

    private static int number(Matcher part, int group) {
        return part.group(group) == null ? 0 : Integer.parseInt(part.group(group));
    }
}
