package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The columns of one trace file.
final class TraceHeader {

    private static final Set<TraceColumn> OF_A_BIN =
            Set.of(TraceColumn.REQUESTS, TraceColumn.QUEUE_DEPTH, TraceColumn.TOKENS);
    private static final Set<TraceColumn> OF_A_REQUEST = Set.of(
            TraceColumn.INPUT_TOKENS, TraceColumn.OUTPUT_TOKENS, TraceColumn.DURATION_SECONDS, TraceColumn.TENANT);

    private final int width;
    private final Map<TraceColumn, Integer> columns = new EnumMap<>(TraceColumn.class);
    private final Map<TraceColumn, String> names = new EnumMap<>(TraceColumn.class);
    private final List<Integer> ignored = new ArrayList<>();

    private TraceHeader(int width) {
        this.width = width;
    }

    /// Reads the header row; what is wrong with it goes to the log.
    static TraceHeader read(CsvRow row, IssueLog log) {
        var header = new TraceHeader(row.width());
        var seen = new HashSet<String>();
        for (var i = 0; i < row.width(); i++) {
            header.add(i, row, seen, log);
        }
        header.requireColumns(row, log);
        return header;
    }

    int width() {
        return width;
    }

    boolean has(TraceColumn column) {
        return columns.containsKey(column);
    }

    /// Index of a column that the file has.
    int index(TraceColumn column) {
        var index = columns.get(column);
        if (index == null) {
            throw new IllegalArgumentException("The trace has no column " + column);
        }
        return index;
    }

    /// The column's name in the file, lower case.
    String name(TraceColumn column) {
        var name = names.get(column);
        return name == null ? column.header() : name;
    }

    /// Indexes of columns that mean nothing to a trace.
    List<Integer> ignored() {
        return ignored;
    }

    TraceFormat format() {
        return isPerRequest() ? TraceFormat.PER_REQUEST : TraceFormat.BINNED;
    }

    /// A file without counts holds requests if it has a column that only requests have, or nothing but timestamps.
    private boolean isPerRequest() {
        if (OF_A_BIN.stream().anyMatch(this::has)) {
            return false;
        }
        return width == 1 || OF_A_REQUEST.stream().anyMatch(this::has);
    }

    private void add(int index, CsvRow row, Set<String> seen, IssueLog log) {
        var name = NumberCells.trimmed(row.cell(index)).toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            ignored.add(index);
            log.add(TraceProblem.EMPTY_COLUMN, row.line(), "", "Column " + (index + 1) + " has no name.");
            return;
        }
        var column = TraceColumn.named(name);
        if (!seen.add(name) || (column.isPresent() && has(column.get()))) {
            var problem = "There are two columns named " + Shown.quoted(name) + " (case ignored).";
            log.add(TraceProblem.DUPLICATE_COLUMN, row.line(), Shown.plain(name), problem);
            return;
        }
        if (column.isEmpty()) {
            ignored.add(index);
            var problem = "Column " + Shown.quoted(name) + " means nothing to a trace.";
            log.add(TraceProblem.UNKNOWN_COLUMN, row.line(), Shown.plain(name), problem);
            return;
        }
        columns.put(column.get(), index);
        names.put(column.get(), name);
    }

    private void requireColumns(CsvRow row, IssueLog log) {
        if (!has(TraceColumn.TIMESTAMP)) {
            missing(TraceColumn.TIMESTAMP, row, log);
        }
        if (!has(TraceColumn.REQUESTS) && !isPerRequest()) {
            missing(TraceColumn.REQUESTS, row, log);
        }
    }

    private static void missing(TraceColumn column, CsvRow row, IssueLog log) {
        var problem = "The header has no column " + column.header() + ".";
        log.add(TraceProblem.MISSING_COLUMN, row.line(), column.header(), problem);
    }
}
