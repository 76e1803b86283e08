package dev.hostlab.units;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How long ago a day was, in words for people: "41 days old", "2 years old".
public final class Age {

    private static final long DAYS_SHOWN = 90;
    private static final long MONTHS_SHOWN = 24;

    private Age() {}

    /// Full days up to three months, then full months, then full years; a day to come is "of today".
    public static String between(LocalDate day, LocalDate today) {
        var days = ChronoUnit.DAYS.between(day, today);
        if (days <= 0) {
            return "of today";
        }
        if (days < DAYS_SHOWN) {
            return old(days, "day");
        }
        var months = ChronoUnit.MONTHS.between(day, today);
        return months < MONTHS_SHOWN ? old(months, "month") : old(ChronoUnit.YEARS.between(day, today), "year");
    }

    private static String old(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s") + " old";
    }
}
