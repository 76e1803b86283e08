package dev.hostlab.trace;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Turns timestamp cells into instants and tells how those were taken that leave something open.
///
/// ISO 8601 dates with or without a time and an offset, dates in another order where that is plain or chosen, and
/// numbers since 1970 or since the start of the trace.
final class TimestampCells {

    private static final String DATE = "0000-00-00";

    private final IssueLog log;
    private final Rules rules;
    private final String field;
    private final NumberStamps numbers;
    private Instant before = Instant.MIN;
    private boolean sawDate;

    /// How the cells of one column are to be read.
    ///
    /// @param style how times are written
    /// @param order whether day or month stands first
    /// @param zone  the zone of stamps without one, if the user named it
    /// @param isUtc whether the format says that its stamps are UTC
    /// @param rows  what a row stands for
    record Rules(TimeStyle style, DateOrder order, Optional<ZoneId> zone, boolean isUtc, RowMeaning rows) {}

    TimestampCells(IssueLog log, Rules rules, String field) {
        this.log = log;
        this.rules = rules;
        this.field = field;
        this.numbers = new NumberStamps(log, rules.style(), field);
    }

    /// The instant in a cell, or none after telling what is wrong.
    Optional<Instant> read(TableRow row, int column) {
        var cell = NumberCells.trimmed(row.cell(column));
        if (cell.isEmpty()) {
            return refuse(TraceProblem.MISSING_VALUE, row, "The cell is empty.");
        }
        if (NumberStamps.canRead(cell)) {
            return numbers.read(row, cell);
        }
        var iso = IsoStamp.parse(cell);
        sawDate |= iso.isPresent() && cell.length() == DATE.length();
        return iso.isPresent() ? dated(row, cell, iso.get()) : notIso(row, cell);
    }

    /// Whether a cell held a date without a time of day.
    boolean sawDate() {
        return sawDate;
    }

    private Optional<Instant> notIso(TableRow row, String cell) {
        if (rules.style() != TimeStyle.ISO) {
            var log = OtherDate.log(cell);
            if (log.isPresent()) {
                return dated(row, cell, log.get());
            }
        }
        var date = OtherDate.parse(cell);
        if (date.isPresent() && isTaken(date.get())) {
            tellOrder(date.get());
            return dated(row, cell, date.get().stamp(rules.order()));
        }
        if (date.isPresent() && date.get().isAmbiguous()) {
            var problem = "Day and month cannot be told apart in " + Shown.quoted(cell) + ".";
            return refuse(TraceProblem.AMBIGUOUS_DATE, row, problem);
        }
        return refuse(TraceProblem.NOT_A_TIMESTAMP, row, Shown.quoted(cell) + " is not a date and time.");
    }

    /// Only AM and PM are so American that a trace of our own may have them, and only where a day is above 12.
    private boolean isTaken(OtherDate date) {
        if (date.hasYearFirst()) {
            return rules.style() != TimeStyle.ISO;
        }
        return rules.order() != DateOrder.UNKNOWN && (rules.style().takesOtherDates() || date.twelve());
    }

    private void tellOrder(OtherDate date) {
        if (!date.hasYearFirst()) {
            var first = rules.order() == DateOrder.DAY_FIRST ? "day" : "month";
            log.infer("dates", "the " + first + " stands first in dates", Choice.TIME);
        }
    }

    private Optional<Instant> dated(TableRow row, String cell, IsoStamp stamp) {
        if (stamp.year() < 1970 || stamp.year() > 9999) {
            return refuse(
                    TraceProblem.OUT_OF_RANGE, row, "The year of " + Shown.quoted(cell) + " is not 1970 to 9999.");
        }
        try {
            var local = local(row, cell, stamp);
            return stamp.offset().isEmpty() ? zoned(row, cell, local) : known(row, local, stamp.zoneOffset());
        } catch (DateTimeException impossible) {
            return refuse(TraceProblem.NOT_A_TIMESTAMP, row, "There is no such time as " + Shown.quoted(cell) + ".");
        }
    }

    private LocalDateTime local(TableRow row, String cell, IsoStamp stamp) {
        if (stamp.clock().second() == 60) {
            tell(TraceProblem.LEAP_SECOND, row, () -> Shown.quoted(cell) + " names second 60.");
        }
        if (stamp.isMidnightAtEnd()) {
            tell(TraceProblem.HOUR_24, row, () -> Shown.quoted(cell) + " is read as 00:00 of the next day.");
        }
        return stamp.local();
    }

    private Optional<Instant> known(TableRow row, LocalDateTime local, ZoneOffset offset) {
        var instant = local.toInstant(offset);
        return instant.getEpochSecond() < 0
                ? refuse(TraceProblem.OUT_OF_RANGE, row, "The time is before 1970.")
                : Optional.of(instant);
    }

    private Optional<Instant> zoned(TableRow row, String cell, LocalDateTime local) {
        if (rules.zone().isEmpty()) {
            if (!rules.isUtc()) {
                tell(TraceProblem.ZONE_ASSUMED_UTC, row, () -> Shown.quoted(cell) + " names no zone; UTC is taken.");
            }
            return known(row, local, ZoneOffset.UTC);
        }
        var zone = rules.zone().get();
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            var problem = "Clocks in " + zone + " skip " + Shown.quoted(cell) + ".";
            return refuse(TraceProblem.NOT_A_TIMESTAMP, row, problem);
        }
        var at = known(row, local, offset(local, offsets));
        before = at.orElse(before);
        return at;
    }

    /// In the hour that an autumn repeats, a time that would go back belongs to the second round. Requests may
    /// share their time and be written a little out of order: theirs is the round that is nearer to the row
    /// above.
    private ZoneOffset offset(LocalDateTime local, List<ZoneOffset> offsets) {
        if (offsets.size() == 1 || before.equals(Instant.MIN)) {
            return offsets.getFirst();
        }
        var first = local.toInstant(offsets.getFirst());
        var last = local.toInstant(offsets.getLast());
        var again = rules.rows() == RowMeaning.BINS
                ? !first.isAfter(before) && last.isAfter(before)
                : distance(last).compareTo(distance(first)) < 0;
        return again ? offsets.getLast() : offsets.getFirst();
    }

    private Duration distance(Instant at) {
        return Duration.between(before, at).abs();
    }

    private void tell(TraceProblem code, TableRow row, Supplier<String> problem) {
        log.add(code, row.line(), field, problem);
    }

    private Optional<Instant> refuse(TraceProblem code, TableRow row, String problem) {
        log.add(code, row.line(), field, problem);
        return Optional.empty();
    }
}
