package dev.hostlab.trace;

import dev.hostlab.workload.BinnedArrivals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Gathers rows that count requests in bins.
final class BinnedRows implements TraceRows {

    private static final List<TraceColumn> NUMBERS = List.of(
            TraceColumn.REQUESTS,
            TraceColumn.INPUT_TOKENS,
            TraceColumn.OUTPUT_TOKENS,
            TraceColumn.TOKENS,
            TraceColumn.QUEUE_DEPTH);

    private final TraceHeader header;
    private final ReadOptions options;
    private final IssueLog log;
    private final RowCells cells;
    private final List<TraceColumn> columns = new ArrayList<>();
    private final BinTable table;
    private boolean full;

    BinnedRows(TraceHeader header, ReadOptions options, RowCells cells, IssueLog log) {
        this.header = header;
        this.options = options;
        this.cells = cells;
        this.log = log;
        NUMBERS.stream().filter(header::has).forEach(columns::add);
        this.table = new BinTable(columns.size());
    }

    @Override
    public void add(CsvRow row) {
        var at = cells.timeNanos(row);
        var numbers = new double[columns.size()];
        var usable = at.isPresent();
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = cells.number(row, columns.get(i), most(columns.get(i)));
            usable &= !Double.isNaN(numbers[i]);
        }
        var labels = cells.labels(row);
        if (usable && hasRoom(row)) {
            table.add(new BinTable.Row(at.getAsLong(), row.line(), labels, otherCells(row)), numbers);
        }
    }

    @Override
    public Optional<Content> finish() {
        if (table.rows() == 0) {
            return Optional.empty();
        }
        var field = header.name(TraceColumn.TIMESTAMP);
        var rows = table.rows();
        var disorder = table.sort();
        if (disorder.rows() > 0) {
            var problem = "This row is earlier than the one above it; rows are sorted.";
            log.add(new TraceIssue(TraceProblem.SORTED, disorder.firstLine(), field, disorder.rows(), problem));
        }
        table.merge(log, field);
        if (log.hasErrors()) {
            return Optional.empty();
        }
        var widths = BinWidths.of(table);
        tellWidths(widths, field);
        return Optional.of(content(widths, rows - table.dropped()));
    }

    private static double most(TraceColumn column) {
        return switch (column) {
            case INPUT_TOKENS, OUTPUT_TOKENS, TOKENS -> Cells.MOST_TOKENS;
            case REQUESTS, QUEUE_DEPTH, DURATION_SECONDS, TIMESTAMP, TENANT, WORKLOAD -> Cells.MOST_REQUESTS;
        };
    }

    private int otherCells(CsvRow row) {
        var hash = 0;
        for (var index : header.ignored()) {
            hash = 31 * hash + row.cell(index).hashCode();
        }
        return hash;
    }

    private boolean hasRoom(CsvRow row) {
        if (table.rows() < options.limits().binRows()) {
            return true;
        }
        if (!full) {
            full = true;
            log.add(TraceProblem.TOO_LARGE, row.line(), "", "There are more than " + table.rows() + " rows of bins.");
        }
        return false;
    }

    private void tellWidths(BinWidths widths, String field) {
        if (table.rows() == 1) {
            log.add(TraceProblem.INTERVAL_ASSUMED, 0, "", "There is one row: a bin of one minute is assumed.");
        }
        if (widths.firstIrregular() > 0) {
            var problem = "Bins differ in width; most last " + seconds(widths.stepNanos()) + " s.";
            log.add(TraceProblem.IRREGULAR_INTERVAL, table.line(widths.firstIrregular()), field, problem);
        }
        if (widths.firstAfterGap() > 0) {
            var taken = options.gaps() == GapPolicy.ZERO ? "taken as no load" : "left out, since nothing is known";
            var problem = "Bins are missing before this row, " + widths.missing() + " in the whole file; they are "
                    + taken + ".";
            log.add(TraceProblem.GAP, table.line(widths.firstAfterGap()), field, problem);
        }
    }

    private Content content(BinWidths widths, int rows) {
        var from = cells.instant(table.atNanos(0));
        var bins = new GapFiller(widths, options.gaps());
        var tokens = new TokenColumns(header, log, bins, this::column);
        var arrivals = new BinnedArrivals(
                bins.widths(),
                new BinnedArrivals.Columns(
                        bins.spread(column(TraceColumn.REQUESTS)),
                        tokens.input(),
                        tokens.output(),
                        bins.spread(column(TraceColumn.QUEUE_DEPTH))));
        var last = table.rows() - 1;
        var to = cells.instant(table.atNanos(last) + widths.widthNanos()[last]);
        var totals = new TraceSummary.Totals(arrivals.requests(), arrivals.inputTokens(), arrivals.outputTokens());
        var step = seconds(widths.stepNanos());
        return new Content(
                from,
                arrivals,
                new TraceSummary(
                        TraceFormat.BINNED,
                        rows,
                        from,
                        to,
                        step,
                        totals,
                        widths.missing(),
                        cells.workloads(),
                        cells.tenants()));
    }

    /// A column's numbers, or none if the trace lacks it.
    private double[] column(TraceColumn wanted) {
        var index = columns.indexOf(wanted);
        var numbers = new double[index < 0 ? 0 : table.rows()];
        Arrays.setAll(numbers, row -> table.value(index, row));
        return numbers;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
