package dev.hostlab.trace;

import java.time.Instant;
import java.util.Optional;

/// Times that are numbers: since 1970, or since the start of the trace.
final class NumberStamps {

    private static final int MOST_DIGITS = 19;

    /// The end of the year 9999.
    private static final double MOST_SECONDS = 253_402_300_800.0;

    /// 3 March 1973, see [EpochUnit].
    private static final double LEAST_SECONDS = 1e8;

    private final IssueLog log;
    private final TimeStyle style;
    private final String field;
    private Optional<EpochUnit> inferred = Optional.empty();

    NumberStamps(IssueLog log, TimeStyle style, String field) {
        this.log = log;
        this.style = style;
        this.field = field;
    }

    /// Whether a cell is a number, with a decimal point or comma.
    static boolean canRead(String cell) {
        var shape = Cells.shape(cell);
        return shape == Cells.Shape.NUMBER || shape == Cells.Shape.WITH_COMMA;
    }

    /// The instant, or none after telling what is wrong.
    ///
    /// @param cell a number
    Optional<Instant> read(TableRow row, String cell) {
        var plain = cell.replace(',', '.');
        return style.unit().isPresent() ? known(row, plain, style.unit().get()) : told(row, plain);
    }

    private Optional<Instant> known(TableRow row, String cell, EpochUnit unit) {
        var count = Cells.value(cell);
        if (!(count >= 0 && count / unit.perSecond() < MOST_SECONDS)) {
            return refuse(TraceProblem.OUT_OF_RANGE, row, Shown.quoted(cell) + " is no time since the start.");
        }
        if (style == TimeStyle.ELAPSED_MILLISECONDS && cell.indexOf('.') >= 0 && count != Math.rint(count)) {
            log.add(
                    TraceProblem.EPOCH_UNIT_INFERRED,
                    row.line(),
                    field,
                    () -> Shown.quoted(cell) + " is read as milliseconds from the start, though it has a fraction.");
        }
        if (!style.isElapsed() && count < LEAST_SECONDS * unit.perSecond()) {
            log.add(
                    TraceProblem.EPOCH_UNIT_INFERRED,
                    row.line(),
                    field,
                    () -> Shown.quoted(cell) + " in " + unit.words()
                            + " since 1970 is before 1973: is the unit another?");
        }
        var exact = exact(cell, unit);
        return exact.isPresent() ? exact : Optional.of(unit.instant(count));
    }

    private Optional<Instant> told(TableRow row, String cell) {
        var point = cell.indexOf('.');
        var whole = point < 0 ? cell : cell.substring(0, point);
        var unit = isLong(whole) ? EpochUnit.of(Long.parseLong(whole)) : Optional.<EpochUnit>empty();
        var isWhole = point < 0 || unit.equals(Optional.of(EpochUnit.SECONDS)) || isZeros(cell, point + 1);
        var at = unit.flatMap(known -> exact(isWhole ? cell : "", known));
        if (at.isEmpty()) {
            return refuse(
                    TraceProblem.NOT_A_TIMESTAMP,
                    row,
                    Shown.quoted(cell) + " is no time since 1970; it may be a spreadsheet's day number.");
        }
        return isSame(row, cell, unit.orElseThrow()) ? at : Optional.empty();
    }

    private boolean isSame(TableRow row, String cell, EpochUnit unit) {
        var first = inferred.orElse(unit);
        inferred = Optional.of(first);
        if (first != unit) {
            refuse(
                    TraceProblem.EPOCH_UNIT_MIXED,
                    row,
                    Shown.quoted(cell) + " is in " + unit.words() + ", rows above in " + first.words() + ".");
            return false;
        }
        log.add(
                TraceProblem.EPOCH_UNIT_INFERRED,
                row.line(),
                field,
                () -> Shown.quoted(cell) + " is read as " + unit.words() + " since 1970.");
        return true;
    }

    /// Digits, perhaps with a fraction, without rounding.
    private static Optional<Instant> exact(String cell, EpochUnit unit) {
        var point = cell.indexOf('.');
        var whole = point < 0 ? cell : cell.substring(0, point);
        var fraction = point < 0 ? "" : cell.substring(point + 1);
        if (!isLong(whole) || !(fraction.isEmpty() || Cells.isDigits(fraction))) {
            return Optional.empty();
        }
        var at = unit.instant(Long.parseLong(whole));
        if (fraction.isEmpty()) {
            return Optional.of(at);
        }
        var nanos = IsoStamp.nanos(fraction.substring(0, Math.min(9, fraction.length())));
        return Optional.of(at.plusNanos(Math.round(nanos / unit.perSecond())));
    }

    private static boolean isZeros(String cell, int from) {
        return cell.substring(from).chars().allMatch(c -> c == '0');
    }

    private static boolean isLong(String digits) {
        return Cells.isDigits(digits)
                && (digits.length() < MOST_DIGITS
                        || (digits.length() == MOST_DIGITS && digits.compareTo(String.valueOf(Long.MAX_VALUE)) <= 0));
    }

    private Optional<Instant> refuse(TraceProblem code, TableRow row, String problem) {
        log.add(code, row.line(), field, problem);
        return Optional.empty();
    }
}
