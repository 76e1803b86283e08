package dev.hostlab.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Turns number cells into numbers and tells what is wrong with those that are none.
final class NumberCells {

    /// What [#read] gives for a cell that has no usable number.
    static final double NONE = Double.NaN;

    /// What [#read] gives for a cell whose number is not known, where a format has such cells.
    static final double UNKNOWN = Double.NEGATIVE_INFINITY;

    private static final double LONG_IN_WORDS = 1e18;

    private static final Set<String> UNKNOWN_WORDS = Set.of("", "nan", "null", "n/a", "na", "none", "undefined", "-");

    private final IssueLog log;
    private final boolean commaMayBeDecimal;
    private final RowRules rules;
    private final List<TraceIssue> undecided = new ArrayList<>();
    private long undecidedCount;
    private boolean decimalCommaSeen;

    /// @param delimiter where it is not a comma, a comma may be the decimal mark
    NumberCells(IssueLog log, char delimiter, RowRules rules) {
        this.log = log;
        this.commaMayBeDecimal = delimiter != ',';
        this.rules = rules;
    }

    /// A count that is 0 or more, [#UNKNOWN] where that may be, or [#NONE] after telling what is wrong.
    ///
    /// @param field the column's name
    /// @param most  the largest believable number
    double read(TableRow row, int column, String field, double most) {
        var cell = trimmed(row.cell(column));
        if (cell.isEmpty() && rules.has(RowRules.Quirk.EMPTY_IS_NONE)) {
            return 0;
        }
        if (isUnknown(cell)) {
            return UNKNOWN;
        }
        if (cell.isEmpty()) {
            return refuse(TraceProblem.MISSING_VALUE, row, field, "The cell is empty.");
        }
        return switch (Cells.shape(cell)) {
            case NUMBER -> inRange(Cells.value(cell), row, field, most);
            case WITH_COMMA -> commaMayBeDecimal ? decimalComma(cell, row, field, most) : ambiguous(cell, row, field);
            case GROUPED -> ambiguous(cell, row, field);
            case NOT_FINITE ->
                refuse(TraceProblem.NOT_FINITE, row, field, Shown.quoted(cell) + " is not a finite number.");
            case OTHER -> refuse(TraceProblem.NOT_A_NUMBER, row, field, Shown.quoted(cell) + " is not a number.");
        };
    }

    /// Settles commas that were ambiguous by themselves: another cell may have shown what commas mean in this file.
    void finish() {
        if (decimalCommaSeen) {
            return;
        }
        undecided.forEach(log::add);
    }

    static String trimmed(String cell) {
        return cell.isEmpty() || (cell.charAt(0) > ' ' && cell.charAt(cell.length() - 1) > ' ') ? cell : cell.strip();
    }

    private boolean isUnknown(String cell) {
        var minusOne = rules.has(RowRules.Quirk.MINUS_ONE_UNKNOWN) && (cell.equals("-1") || cell.equals("-"));
        return minusOne || (rules.has(RowRules.Quirk.HOLES) && UNKNOWN_WORDS.contains(cell.toLowerCase(Locale.ROOT)));
    }

    private double decimalComma(String cell, TableRow row, String field, double most) {
        var value = inRange(Cells.value(cell.replace(',', '.')), row, field, most);
        if (Cells.isSurelyDecimal(cell)) {
            decimalCommaSeen = true;
            log.add(
                    TraceProblem.DECIMAL_COMMA,
                    row.line(),
                    field,
                    Shown.quoted(cell) + " is read with a decimal comma.");
        } else if (++undecidedCount <= IssueLog.SHOWN_OF_A_KIND) {
            undecided.add(new TraceIssue(TraceProblem.AMBIGUOUS_NUMBER, row.line(), field, 1, either(cell)));
        }
        return value;
    }

    private double ambiguous(String cell, TableRow row, String field) {
        return refuse(TraceProblem.AMBIGUOUS_NUMBER, row, field, either(cell));
    }

    private static String either(String cell) {
        return Shown.quoted(cell) + " could have a decimal mark or a thousands separator.";
    }

    private double inRange(double value, TableRow row, String field, double most) {
        if (Double.isInfinite(value)) {
            return refuse(TraceProblem.NOT_FINITE, row, field, "The number is too large to be computed with.");
        }
        if (value < 0) {
            return refuse(TraceProblem.NEGATIVE_VALUE, row, field, "The number " + plain(value) + " is below zero.");
        }
        if (value > most) {
            return refuse(TraceProblem.OUT_OF_RANGE, row, field, "The number " + plain(value) + " is absurdly large.");
        }
        return value + 0.0;
    }

    /// As people write it: -5, not -5.0.
    private static String plain(double value) {
        return Math.abs(value) < LONG_IN_WORDS
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private double refuse(TraceProblem code, TableRow row, String field, String problem) {
        log.add(code, row.line(), field, problem);
        return NONE;
    }
}
