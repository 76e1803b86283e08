package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// Gathers rows that count requests in bins.
final class BinnedRows implements TraceRows {

    private static final List<TraceColumn> NUMBERS = List.of(
            TraceColumn.REQUESTS,
            TraceColumn.INPUT_TOKENS,
            TraceColumn.OUTPUT_TOKENS,
            TraceColumn.TOKENS,
            TraceColumn.QUEUE_DEPTH);

    private static final Pattern TOTAL = Pattern.compile("(?i)(^|[^a-z])total([^a-z]|$)");

    /// Times of rows without a number that are kept, to find the width of a bin.
    private static final int MOST_HOLES = 1_000_000;

    private final Layout layout;
    private final ReadOptions options;
    private final IssueLog log;
    private final RowCells cells;
    private final List<TraceColumn> columns = new ArrayList<>();
    private final int[][] indexes;
    private final int requestsColumn;
    private final double[] numbers;
    private final double[] most;
    private final BinTable table;
    private final int mostRows;
    private final boolean sparse;
    private boolean full;
    private final Longs holeTimes = new Longs();
    private long holes;
    private long firstHole;

    BinnedRows(Layout layout, ReadOptions options, RowCells cells, IssueLog log) {
        this.layout = layout;
        this.options = options;
        this.cells = cells;
        this.log = log;
        NUMBERS.stream().filter(layout::has).forEach(columns::add);
        this.indexes = columns.stream().map(layout::indexes).toArray(int[][]::new);
        this.requestsColumn = columns.indexOf(TraceColumn.REQUESTS);
        this.numbers = new double[columns.size()];
        this.most = columns.stream().mapToDouble(BinnedRows::most).toArray();
        var hasLabels = layout.has(TraceColumn.WORKLOAD) || layout.has(TraceColumn.TENANT);
        this.table = new BinTable(columns.size(), hasLabels, layout.ignored().length > 0);
        this.sparse = layout.rules().has(RowRules.Quirk.SPARSE);
        this.mostRows = options.limits().binRows(columns.size());
    }

    @Override
    public void add(TableRow row) {
        if (sparse && isEmpty(row)) {
            return;
        }
        var at = cells.timeNanos(row);
        var usable = at != RowCells.NO_TIME;
        var unknown = 0;
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = cells.number(row, indexes[i], most[i]);
            usable &= !Double.isNaN(numbers[i]);
            if (numbers[i] == NumberCells.UNKNOWN) {
                numbers[i] = 0;
                unknown++;
            }
        }
        var labels = cells.labels(row);
        if (isHole(unknown)) {
            firstHole = holes++ == 0 ? row.line() : firstHole;
            if (at != RowCells.NO_TIME && holeTimes.size() < MOST_HOLES) {
                holeTimes.add(at);
            }
        } else if (usable && hasRoom(row)) {
            table.add(at, row.line(), numbers);
            table.tag(labels, otherCells(row));
            cells.count(requestsColumn < 0 ? 0 : numbers[requestsColumn]);
        }
    }

    private boolean isEmpty(TableRow row) {
        for (var role : indexes) {
            for (var column : role) {
                if (row.start(column) < row.end(column)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether nothing is known of a row, or too little to compare a counter with its next reading.
    private boolean isHole(int unknown) {
        var isCounter = layout.rules().counting() == Counting.CUMULATIVE && !sparse;
        return unknown > 0 && (unknown == numbers.length || isCounter);
    }

    @Override
    public Optional<Content> finish() {
        if (holes > 0) {
            var problem = "The row has no number; it is taken as missing.";
            log.add(new TraceIssue(TraceProblem.GAP, firstHole, layout.name(TraceColumn.REQUESTS), holes, problem));
        }
        if (table.rows() == 0) {
            return nothing();
        }
        var field = layout.name(TraceColumn.TIMESTAMP);
        var rows = table.rows();
        sort(field);
        var counting = counting();
        var sameTime = layout.rules().sameTime();
        if (counting == Counting.CUMULATIVE) {
            sameTime = new CounterSteps(table, columns).take(sameTime, log, field);
        }
        var groups = cells.tenantGroups();
        var entries = groups.areToldApart() ? new TenantEntries(groups, table, columns) : null;
        table.merge(sameTime, log, field, entries);
        if (log.hasErrors()) {
            return Optional.empty();
        }
        var taken = layout.with(layout.rules().counting(counting));
        var content = new BinnedContent(taken, options, cells, log);
        var read = new BinnedContent.Read(columns, rows - table.dropped(), holesBin(), entries);
        return Optional.of(content.of(table, read));
    }

    private void sort(String field) {
        var disorder = table.sort();
        if (disorder.rows() > 0) {
            var problem = "This row is earlier than the one above it; rows are sorted.";
            log.add(new TraceIssue(TraceProblem.SORTED, disorder.firstLine(), field, disorder.rows(), problem));
        }
    }

    /// Numbers that only grow may be readings of a counter: they are taken so where their name says it too.
    private Counting counting() {
        var known = layout.rules().counting();
        var isSaid = known != Counting.COUNT || options.choices().counting().isPresent();
        if (isSaid || requestsColumn < 0 || !table.onlyGrows(requestsColumn)) {
            return known;
        }
        var name = layout.name(TraceColumn.REQUESTS);
        if (TOTAL.matcher(name).find()) {
            log.infer("values", name + " only grows: readings of a counter", Choice.VALUES);
            return Counting.CUMULATIVE;
        }
        log.note("Column " + name + " only grows. If it holds readings of a counter, say --values cumulative.");
        return known;
    }

    /// The distance that most rows have if those without a number count too.
    private Optional<Long> holesBin() {
        return holes == 0
                ? Optional.empty()
                : BinWidths.usualStep(LongStream.concat(
                        LongStream.of(holeTimes.copy(holeTimes.size())),
                        LongStream.range(0, table.rows()).map(row -> table.atNanos((int) row))));
    }

    private Optional<Content> nothing() {
        if (!log.hasErrors()) {
            log.add(TraceProblem.NO_DATA_ROWS, 0, "", "No row has a number.");
        }
        return Optional.empty();
    }

    private static double most(TraceColumn column) {
        return switch (column) {
            case INPUT_TOKENS, OUTPUT_TOKENS, TOKENS -> Cells.MOST_TOKENS;
            case REQUESTS, QUEUE_DEPTH, DURATION_SECONDS, TIMESTAMP, TENANT, WORKLOAD -> Cells.MOST_REQUESTS;
        };
    }

    private int otherCells(TableRow row) {
        var hash = 0;
        for (var index : layout.ignored()) {
            hash = index < row.width() ? 31 * hash + row.hash(index) : hash;
        }
        return hash;
    }

    private boolean hasRoom(TableRow row) {
        if (table.rows() < mostRows) {
            return true;
        }
        if (!full) {
            full = true;
            log.add(TraceProblem.TOO_LARGE, row.line(), "", "There are more than " + table.rows() + " rows of bins.");
        }
        return false;
    }
}
