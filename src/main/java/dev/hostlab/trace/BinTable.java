package dev.hostlab.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Rows of binned data in columns: some 40 bytes and 8 for each number a row.
final class BinTable {

    private static final int FIRST_ROWS = 1_024;

    private long[] at = new long[FIRST_ROWS];
    private long[] line = new long[FIRST_ROWS];
    private long[] labels = new long[FIRST_ROWS];
    private int[] otherCells = new int[FIRST_ROWS];
    private final double[][] values;
    private int rows;
    private int dropped;

    /// @param columns how many numbers a row has
    BinTable(int columns) {
        this.values = new double[columns][FIRST_ROWS];
    }

    /// One row.
    ///
    /// @param atNanos    start of the bin from the trace's first timestamp
    /// @param line       physical line in the file
    /// @param labels     numbers of its workload and tenant, in one
    /// @param otherCells checksum of the cells that mean nothing to a trace
    record Row(long atNanos, long line, long labels, int otherCells) {}

    int rows() {
        return rows;
    }

    /// Copies dropped by [#merge].
    int dropped() {
        return dropped;
    }

    long atNanos(int row) {
        return at[row];
    }

    long line(int row) {
        return line[row];
    }

    double value(int column, int row) {
        return values[column][row];
    }

    void add(Row row, double[] numbers) {
        if (rows == at.length) {
            grow(2 * rows);
        }
        at[rows] = row.atNanos;
        line[rows] = row.line;
        labels[rows] = row.labels;
        otherCells[rows] = row.otherCells;
        for (var column = 0; column < values.length; column++) {
            values[column][rows] = numbers[column];
        }
        rows++;
    }

    /// Puts the rows in order of time and tells how they were.
    Disorder sort() {
        var disorder = disorder();
        if (disorder.rows > 0) {
            permute(TimeOrder.of(at, rows));
        }
        return disorder;
    }

    /// @param firstLine line of the first row that is earlier than the one above it, 0 if none is
    /// @param rows      how many are
    record Disorder(long firstLine, int rows) {}

    /// Sums rows of one time that different workloads or tenants have. The rows are in order.
    void merge(IssueLog log, String timestampField) {
        var bins = 0;
        for (var from = 0; from < rows; ) {
            var to = from + 1;
            while (to < rows && at[to] == at[from]) {
                to++;
            }
            move(from, bins);
            if (to - from > 1) {
                sum(from, to, bins, new Telling(log, timestampField));
            }
            bins++;
            from = to;
        }
        rows = bins;
    }

    private record Telling(IssueLog log, String field) {}

    private void sum(int from, int to, int bin, Telling telling) {
        Map<Long, Integer> seen = new HashMap<>();
        var sums = new double[values.length];
        for (var row = from; row < to; row++) {
            var twin = seen.putIfAbsent(labels[row], row);
            if (twin == null) {
                for (var column = 0; column < sums.length; column++) {
                    sums[column] += values[column][row];
                }
            } else {
                tellTwin(row, twin, telling);
            }
        }
        for (var column = 0; column < sums.length; column++) {
            values[column][bin] = sums[column];
        }
    }

    private void tellTwin(int row, int twin, Telling telling) {
        if (isCopy(row, twin)) {
            dropped++;
            var problem = "The row is a copy of line " + line[twin] + ".";
            telling.log.add(TraceProblem.DUPLICATE_DROPPED, line[row], telling.field, problem);
        } else {
            var problem = "Line " + line[twin] + " has the same timestamp and other values.";
            telling.log.add(TraceProblem.DUPLICATE_TIMESTAMP, line[row], telling.field, problem);
        }
    }

    private boolean isCopy(int row, int twin) {
        return otherCells[row] == otherCells[twin]
                && Arrays.stream(values).allMatch(column -> column[row] == column[twin]);
    }

    private Disorder disorder() {
        var firstLine = 0L;
        var count = 0;
        for (var row = 1; row < rows; row++) {
            if (at[row] < at[row - 1]) {
                firstLine = count++ == 0 ? line[row] : firstLine;
            }
        }
        return new Disorder(firstLine, count);
    }

    private void move(int from, int to) {
        at[to] = at[from];
        line[to] = line[from];
        for (var column : values) {
            column[to] = column[from];
        }
    }

    private void permute(int[] order) {
        at = permuted(at, order);
        line = permuted(line, order);
        labels = permuted(labels, order);
        var cells = new int[order.length];
        Arrays.setAll(cells, i -> otherCells[order[i]]);
        otherCells = cells;
        for (var column = 0; column < values.length; column++) {
            var before = values[column];
            values[column] = new double[order.length];
            Arrays.setAll(values[column], i -> before[order[i]]);
        }
    }

    private static long[] permuted(long[] before, int[] order) {
        var after = new long[order.length];
        Arrays.setAll(after, i -> before[order[i]]);
        return after;
    }

    private void grow(int room) {
        at = Arrays.copyOf(at, room);
        line = Arrays.copyOf(line, room);
        labels = Arrays.copyOf(labels, room);
        otherCells = Arrays.copyOf(otherCells, room);
        for (var column = 0; column < values.length; column++) {
            values[column] = Arrays.copyOf(values[column], room);
        }
    }
}
