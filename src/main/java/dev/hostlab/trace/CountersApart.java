package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Rows with several counters side by side, as one row for each of them: a counter may be reset by itself, which their
/// sum does not show.
final class CountersApart implements RowSource {

    private static final List<TraceColumn> COUNTED =
            List.of(TraceColumn.REQUESTS, TraceColumn.INPUT_TOKENS, TraceColumn.OUTPUT_TOKENS, TraceColumn.TOKENS);

    private final RowSource rows;
    private final Layout layout;
    private final int[] counters;
    private final TableRow row = new TableRow();
    private int next;

    private CountersApart(RowSource rows, Layout layout) {
        this.rows = rows;
        this.layout = layout;
        this.counters = COUNTED.stream()
                .flatMapToInt(role -> Arrays.stream(layout.indexes(role)))
                .toArray();
        this.next = counters.length;
    }

    /// The same table with one row a counter where rows have several of one role, otherwise as it is.
    static FormatReader.Table of(FormatReader.Table table) {
        var layout = table.layout();
        var rules = layout.rules();
        var isWide = COUNTED.stream().anyMatch(role -> layout.indexes(role).length > 1);
        if (rules.counting() != Counting.CUMULATIVE || rules.has(RowRules.Quirk.SPARSE) || !isWide) {
            return table;
        }
        var names = new ArrayList<>(layout.names());
        names.add("counter");
        Map<TraceColumn, int[]> roles = new EnumMap<>(TraceColumn.class);
        roles.putAll(layout.roles());
        roles.put(TraceColumn.WORKLOAD, new int[] {layout.width()});
        var apart =
                new Layout(layout.format(), rules.with(RowRules.Quirk.HOLES).with(RowRules.Quirk.SPARSE), names, roles);
        return new FormatReader.Table(apart, new CountersApart(table.rows(), layout), table.delimiter());
    }

    @Override
    public boolean advance() throws IOException {
        if (next >= counters.length) {
            if (!rows.advance()) {
                return false;
            }
            next = 0;
        }
        if (rows.row().width() != layout.width()) {
            next = counters.length;
            copyAsIs();
            return true;
        }
        copy(counters[next++]);
        return true;
    }

    /// A row of another width comes through, to be told.
    private void copyAsIs() {
        row.begin(rows.row().line());
        rows.row().cells().forEach(row::add);
    }

    private void copy(int counter) {
        var from = rows.row();
        row.begin(from.line());
        for (var column = 0; column < layout.width(); column++) {
            var cell = from.cell(column);
            var isOther = column != counter && contains(column);
            row.add(isOther ? "" : column == counter && cell.isBlank() ? "NaN" : cell);
        }
        var label = layout.has(TraceColumn.WORKLOAD) ? from.cell(layout.index(TraceColumn.WORKLOAD)) + ", " : "";
        row.add(label + "column " + (counter + 1));
    }

    private boolean contains(int column) {
        return Arrays.stream(counters).anyMatch(counter -> counter == column);
    }

    @Override
    public TableRow row() {
        return row;
    }

    @Override
    public TraceIssue named(TraceStop stop) {
        return rows.named(stop);
    }
}
