package dev.hostlab.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Turns timestamp cells into instants and tells how those were taken that leave something open.
///
/// ISO 8601 dates with or without a time and an offset, and seconds, milli-, micro- or nanoseconds since 1970.
final class TimestampCells {

    private static final Pattern DAY_OR_MONTH_FIRST =
            Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})(?:[T ,].*)?");
    private static final Pattern EPOCH = Pattern.compile("([0-9]{1,19})(?:\\.([0-9]{1,9})[0-9]*)?");

    private final IssueLog log;
    private final Optional<ZoneId> namedZone;
    private final String field;
    private Optional<EpochUnit> epochUnit = Optional.empty();

    TimestampCells(IssueLog log, Optional<ZoneId> namedZone, String field) {
        this.log = log;
        this.namedZone = namedZone;
        this.field = field;
    }

    /// The instant in a cell, or none after telling what is wrong.
    Optional<Instant> read(CsvRow row, int column) {
        var cell = NumberCells.trimmed(row.cell(column));
        if (cell.isEmpty()) {
            return refuse(TraceProblem.MISSING_VALUE, row, "The cell is empty.");
        }
        var iso = IsoStamp.parse(cell);
        if (iso.isPresent()) {
            return dated(row, cell, iso.get());
        }
        var epoch = EPOCH.matcher(cell);
        return epoch.matches()
                ? epoch(row, cell, epoch.group(1), epoch.group(2) == null ? "" : epoch.group(2))
                : notIso(row, cell);
    }

    private Optional<Instant> dated(CsvRow row, String cell, IsoStamp stamp) {
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

    private LocalDateTime local(CsvRow row, String cell, IsoStamp stamp) {
        if (stamp.clock().second() == 60) {
            tell(TraceProblem.LEAP_SECOND, row, () -> Shown.quoted(cell) + " names second 60.");
        }
        if (stamp.isMidnightAtEnd()) {
            tell(TraceProblem.HOUR_24, row, () -> Shown.quoted(cell) + " is read as 00:00 of the next day.");
        }
        return stamp.local();
    }

    private Optional<Instant> known(CsvRow row, LocalDateTime local, ZoneOffset offset) {
        var instant = local.toInstant(offset);
        return instant.getEpochSecond() < 0
                ? refuse(TraceProblem.OUT_OF_RANGE, row, "The time is before 1970.")
                : Optional.of(instant);
    }

    private Optional<Instant> zoned(CsvRow row, String cell, LocalDateTime local) {
        if (namedZone.isEmpty()) {
            tell(TraceProblem.ZONE_ASSUMED_UTC, row, () -> Shown.quoted(cell) + " names no zone; UTC is taken.");
            return known(row, local, ZoneOffset.UTC);
        }
        var offsets = namedZone.get().getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return refuse(
                    TraceProblem.NOT_A_TIMESTAMP,
                    row,
                    "Clocks in " + namedZone.get() + " skip " + Shown.quoted(cell) + ".");
        }
        return known(row, local, offsets.getFirst());
    }

    private Optional<Instant> epoch(CsvRow row, String cell, String whole, String fraction) {
        var unit = EpochUnit.of(whole);
        if (unit.isEmpty() || (!fraction.isEmpty() && unit.get() != EpochUnit.SECONDS)) {
            return refuse(
                    TraceProblem.NOT_A_TIMESTAMP,
                    row,
                    Shown.quoted(cell) + " is no time since 1970; it may be a spreadsheet's day number.");
        }
        if (epochUnit.isEmpty()) {
            epochUnit = unit;
        } else if (!epochUnit.equals(unit)) {
            return refuse(
                    TraceProblem.EPOCH_UNIT_MIXED,
                    row,
                    Shown.quoted(cell) + " is in " + unit.get().words() + ", rows above in "
                            + epochUnit.get().words() + ".");
        }
        tell(
                TraceProblem.EPOCH_UNIT_INFERRED,
                row,
                () -> Shown.quoted(cell) + " is read as " + unit.get().words() + " since 1970.");
        var nanos = fraction.isEmpty() ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
        return Optional.of(unit.get().instant(Long.parseLong(whole)).plusNanos(nanos));
    }

    private Optional<Instant> notIso(CsvRow row, String cell) {
        var date = DAY_OR_MONTH_FIRST.matcher(cell);
        if (date.matches() && Integer.parseInt(date.group(1)) <= 12 && Integer.parseInt(date.group(2)) <= 12) {
            return refuse(
                    TraceProblem.AMBIGUOUS_DATE,
                    row,
                    "Day and month cannot be told apart in " + Shown.quoted(cell) + ".");
        }
        return refuse(TraceProblem.NOT_A_TIMESTAMP, row, Shown.quoted(cell) + " is not a date and time.");
    }

    private void tell(TraceProblem code, CsvRow row, Supplier<String> problem) {
        log.add(code, row.line(), field, problem);
    }

    private Optional<Instant> refuse(TraceProblem code, CsvRow row, String problem) {
        log.add(code, row.line(), field, problem);
        return Optional.empty();
    }
}
