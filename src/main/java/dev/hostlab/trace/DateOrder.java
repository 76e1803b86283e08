package dev.hostlab.trace;

import java.util.regex.Pattern;

/// Whether day or month stands first in dates with the year at the end.
enum DateOrder {
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST;

    private static final Pattern DATE =
            Pattern.compile("(?<![0-9/.-])([0-9]{1,2})([/.-])([0-9]{1,2})\\2(?:[0-9]{4}|[0-9]{2})(?![0-9/.-])");

    private static final int MONTHS = 12;

    /// What the dates in a text give away: a number above 12 is a day; dates that agree with both leave it open.
    static DateOrder in(String text) {
        var dates = DATE.matcher(text);
        while (dates.find()) {
            if (Integer.parseInt(dates.group(1)) > MONTHS) {
                return DAY_FIRST;
            }
            if (Integer.parseInt(dates.group(3)) > MONTHS) {
                return MONTH_FIRST;
            }
        }
        return UNKNOWN;
    }

    /// The order that a user chose, or what the file gives away.
    static DateOrder of(TimeStyle style, DateOrder evidence) {
        return switch (style) {
            case DAY_FIRST -> DAY_FIRST;
            case MONTH_FIRST -> MONTH_FIRST;
            case ISO,
                    AUTO,
                    EPOCH_SECONDS,
                    EPOCH_MILLISECONDS,
                    EPOCH_MICROSECONDS,
                    EPOCH_NANOSECONDS,
                    ELAPSED_SECONDS,
                    ELAPSED_MILLISECONDS -> evidence;
        };
    }
}
