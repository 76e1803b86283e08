package dev.hostlab.trace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of binned data in columns: 8 bytes at most for the time and for each number a row, more for rows that need it.
final class BinTable {

    private static final int FEWEST_TO_TELL = 10;

    private final Longs at = new Longs();
    private final Longs lines = new Longs();
    private final Longs labels = new Longs();
    private final Ints otherCells = new Ints();
    private final Doubles[] values;
    private final boolean hasLabels;
    private final boolean hasOtherCells;
    private int rows;
    private int dropped;
    private long before = Long.MIN_VALUE;
    private long firstEarlier;
    private int earlier;
    private boolean shared;

    /// @param columns       how many numbers a row has
    /// @param hasLabels     whether workload, tenant or series tell rows apart
    /// @param hasOtherCells whether there are cells that mean nothing to a trace
    BinTable(int columns, boolean hasLabels, boolean hasOtherCells) {
        this.values = new Doubles[columns];
        for (var column = 0; column < columns; column++) {
            values[column] = new Doubles();
        }
        this.hasLabels = hasLabels;
        this.hasOtherCells = hasOtherCells;
    }

    int rows() {
        return rows;
    }

    /// Copies dropped by [#merge].
    int dropped() {
        return dropped;
    }

    long atNanos(int row) {
        return at.get(row);
    }

    long line(int row) {
        return lines.get(row);
    }

    long labels(int row) {
        return hasLabels ? labels.get(row) : 0;
    }

    double value(int column, int row) {
        return values[column].get(row);
    }

    void set(int column, int row, double value) {
        values[column].set(row, value);
    }

    /// Takes a row. [#tag] follows where rows have labels or other cells.
    ///
    /// @param atNanos start of the bin from the trace's first timestamp
    /// @param line    physical line in the file
    void add(long atNanos, long line, double[] numbers) {
        if (atNanos <= before) {
            tellOrder(atNanos, line);
        }
        before = atNanos;
        at.add(atNanos);
        lines.add(line);
        for (var column = 0; column < values.length; column++) {
            values[column].add(numbers[column]);
        }
        rows++;
    }

    private void tellOrder(long atNanos, long line) {
        if (atNanos == before) {
            shared = true;
        } else {
            firstEarlier = earlier++ == 0 ? line : firstEarlier;
        }
    }

    /// Completes the row that was added last.
    ///
    /// @param label numbers of its workload and tenant, in one
    /// @param other checksum of the cells that mean nothing to a trace
    void tag(long label, int other) {
        if (hasLabels) {
            labels.add(label);
        }
        if (hasOtherCells) {
            otherCells.add(other);
        }
    }

    /// Puts the rows in order of time and tells how they were.
    Disorder sort() {
        if (earlier > 0) {
            permute(TimeOrder.of(at.copy(rows), rows));
        }
        return new Disorder(firstEarlier, earlier);
    }

    /// @param firstLine line of the first row that is earlier than the one above it, 0 if none is
    /// @param rows      how many are
    record Disorder(long firstLine, int rows) {}

    /// Puts rows of one time together: those of different workloads or tenants are added up. The rows are in order.
    ///
    /// @param how   what rows of one time, workload and tenant are
    /// @param field the column that copies and conflicts are told of
    /// @param tenants is told which rows belong to which bin; null where nobody is told apart
    void merge(SameTime how, IssueLog log, String field, @Nullable TenantEntries tenants) {
        if (earlier == 0 && !shared && tenants == null) {
            return;
        }
        var bins = 0;
        for (var from = 0; from < rows; ) {
            var to = from + 1;
            while (to < rows && at.get(to) == at.get(from)) {
                to++;
            }
            if (tenants != null) {
                tenants.add(bins, from);
            }
            if (to - from > 1) {
                sum(from, to, how, new Telling(log, field, tenants, bins));
            }
            if (bins < from) {
                move(from, bins);
            }
            bins++;
            from = to;
        }
        rows = bins;
    }

    /// Whether the numbers of ten rows or more, in order of time, never fall and mostly rise; not told of several
    /// series.
    boolean onlyGrows(int column) {
        var rises = 0;
        for (var row = 1; row < rows; row++) {
            var step = value(column, row) - value(column, row - 1);
            if (step < 0) {
                return false;
            }
            rises += step > 0 ? 1 : 0;
        }
        return !hasLabels && rows >= FEWEST_TO_TELL && 2 * rises > rows;
    }

    void dropLast() {
        rows--;
    }

    /// The first `count` times in one array, which are forgotten here.
    long[] drainTimes(int count) {
        return at.drain(count);
    }

    /// The numbers of a column in one array, which are forgotten here.
    double[] drain(int column) {
        return values[column].drain(rows);
    }

    private record Telling(
            IssueLog log, String field, @Nullable TenantEntries tenants, int bin) {}

    /// Leaves the sums in the first of the rows.
    private void sum(int from, int to, SameTime how, Telling telling) {
        Map<Long, Integer> seen = new HashMap<>();
        seen.put(labels(from), from);
        var sums = new double[values.length];
        for (var column = 0; column < sums.length; column++) {
            sums[column] = value(column, from);
        }
        for (var row = from + 1; row < to; row++) {
            var twin = how == SameTime.SUM ? null : seen.putIfAbsent(labels(row), row);
            if (twin == null) {
                if (telling.tenants != null) {
                    telling.tenants.add(telling.bin, row);
                }
                for (var column = 0; column < sums.length; column++) {
                    sums[column] += value(column, row);
                }
            } else {
                tellTwin(row, twin, telling);
            }
        }
        for (var column = 0; column < sums.length; column++) {
            values[column].set(from, sums[column]);
        }
    }

    private void tellTwin(int row, int twin, Telling telling) {
        if (isCopy(row, twin)) {
            dropped++;
            var problem = "The row is a copy of line " + line(twin) + ".";
            telling.log.add(TraceProblem.DUPLICATE_DROPPED, line(row), telling.field, problem);
        } else {
            var problem = "Line " + line(twin) + " has the same timestamp and other values.";
            telling.log.add(TraceProblem.DUPLICATE_TIMESTAMP, line(row), telling.field, problem);
        }
    }

    private boolean isCopy(int row, int twin) {
        if (hasOtherCells && otherCells.get(row) != otherCells.get(twin)) {
            return false;
        }
        for (var column : values) {
            if (column.get(row) != column.get(twin)) {
                return false;
            }
        }
        return true;
    }

    private void move(int from, int to) {
        at.set(to, at.get(from));
        lines.set(to, lines.get(from));
        for (var column : values) {
            column.set(to, column.get(from));
        }
    }

    private void permute(int[] order) {
        at.permute(order);
        lines.permute(order);
        if (hasLabels) {
            labels.permute(order);
        }
        if (hasOtherCells) {
            otherCells.permute(order);
        }
        for (var column : values) {
            column.permute(order);
        }
    }
}
