package dev.hostlab.trace;

import dev.hostlab.workload.BinnedArrivals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes arrivals of rows of bins that are in order and differ in time.
final class BinnedContent {

    private static final double[] NONE = {};
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_A_MINUTE = 60;

    private final Layout layout;
    private final ReadOptions options;
    private final RowCells cells;
    private final IssueLog log;

    BinnedContent(Layout layout, ReadOptions options, RowCells cells, IssueLog log) {
        this.layout = layout;
        this.options = options;
        this.cells = cells;
        this.log = log;
    }

    /// What is known of a table.
    ///
    /// @param columns  which numbers it has
    /// @param rows     data rows that count
    /// @param holesBin width of a bin that rows without a number show
    /// @param tenants  who sent the requests; null where nobody is told apart
    record Read(
            List<TraceColumn> columns,
            long rows,
            Optional<Long> holesBin,
            @Nullable TenantEntries tenants) {}

    TraceRows.Content of(BinTable table, Read read) {
        var bin = options.choices()
                .binNanos()
                .or(() -> layout.bin().map(Duration::toNanos))
                .or(read::holesBin)
                .or(() -> table.rows() == 1 ? cells.onlyBin().map(Duration::toNanos) : Optional.empty());
        var first = table.atNanos(0);
        var starts = table.drainTimes(table.rows());
        if (endsWithReading(starts)) {
            table.dropLast();
        }
        var last = starts[table.rows() - 1];
        var all = BinWidths.of(starts, bin);
        var widths = endsWithReading(starts) ? all.withoutLast() : all;
        tell(widths, table, bin.isPresent());
        var from = cells.instant(first);
        var to = cells.instant(last + widths.widthNanos()[table.rows() - 1]);
        var arrivals = arrivals(table, read, widths);
        var totals = new TraceSummary.Totals(arrivals.requests(), arrivals.inputTokens(), arrivals.outputTokens());
        var shape = shape(widths);
        var names = cells.names();
        var summary = new TraceSummary(layout.format(), read.rows(), from, to, shape, totals, names);
        return new TraceRows.Content(from, arrivals, summary);
    }

    private TraceSummary.Shape shape(BinWidths widths) {
        var isLeftOut = options.gaps() == GapPolicy.UNKNOWN && widths.missing() > 0;
        return new TraceSummary.Shape(
                seconds(widths.stepNanos()),
                widths.missing(),
                isLeftOut ? widths.gaps().before() : bin -> 0);
    }

    /// Whether the last row only closes the bin before it: the last reading of a counter.
    private boolean endsWithReading(long[] starts) {
        return layout.rules().counting() == Counting.CUMULATIVE && starts.length > 1;
    }

    private BinnedArrivals arrivals(BinTable table, Read read, BinWidths widths) {
        var columns = read.columns();
        var bins = new GapFiller(widths, options.gaps());
        var tokens = new TokenColumns(layout, log, bins, role -> column(role, table, columns, widths));
        var depth = column(TraceColumn.QUEUE_DEPTH, table, columns, widths);
        var requests = InferredArrivals.isNeeded(columns)
                ? InferredArrivals.of(depth, widths.widthNanos(), options.choices(), log)
                : requests(table, columns, widths);
        var all = new BinnedArrivals(
                bins.widths(),
                new BinnedArrivals.Columns(bins.spread(requests), tokens.input(), tokens.output(), bins.spread(depth)));
        return read.tenants() == null ? all : read.tenants().tell(all, bins, table.rows());
    }

    private double[] requests(BinTable table, List<TraceColumn> columns, BinWidths widths) {
        if (columns.contains(TraceColumn.REQUESTS)) {
            return column(TraceColumn.REQUESTS, table, columns, widths);
        }
        log.note("The file tells tokens but not how many requests there were: there is nothing to simulate.");
        return new double[table.rows()];
    }

    /// A column's numbers, or none if the trace lacks it.
    private double[] column(TraceColumn wanted, BinTable table, List<TraceColumn> columns, BinWidths widths) {
        var index = columns.indexOf(wanted);
        if (index < 0) {
            return NONE;
        }
        var numbers = table.drain(index);
        var counting = layout.rules().counting();
        if ((counting == Counting.RATE || counting == Counting.PER_MINUTE) && wanted != TraceColumn.QUEUE_DEPTH) {
            var each = counting == Counting.RATE ? 1 : SECONDS_A_MINUTE;
            for (var bin = 0; bin < numbers.length; bin++) {
                numbers[bin] *= seconds(widths.widthNanos()[bin]) / each;
            }
        }
        return numbers;
    }

    private void tell(BinWidths widths, BinTable table, boolean isKnown) {
        var field = layout.name(TraceColumn.TIMESTAMP);
        if (table.rows() == 1 && !isKnown) {
            log.add(TraceProblem.INTERVAL_ASSUMED, 0, "", "There is one row: a bin of one minute is assumed.");
        }
        if (widths.firstIrregular() > 0) {
            var problem = "Bins differ in width; most last " + seconds(widths.stepNanos()) + " s.";
            log.add(TraceProblem.IRREGULAR_INTERVAL, table.line(widths.firstIrregular()), field, problem);
        }
        if (!isKnown) {
            tellOtherWidth(widths, table, field);
        }
        if (widths.firstAfterGap() > 0) {
            var taken = options.gaps() == GapPolicy.ZERO ? "taken as no load" : "left out, since nothing is known";
            var problem = "Bins are missing before this row, " + widths.missing() + " in the whole file; they are "
                    + taken + ".";
            log.add(TraceProblem.GAP, table.line(widths.firstAfterGap()), field, problem);
        }
        log.infer("bin width", seconds(widths.stepNanos()) + " s", Choice.BIN);
    }

    /// Many gaps of one length may be bins of another width, as where old data was kept in longer periods.
    private void tellOtherWidth(BinWidths widths, BinTable table, String field) {
        var many = widths.gaps().firstOfMany();
        if (many.isPresent()) {
            var apart = seconds(widths.gaps().nanos(many.getAsInt()) + widths.stepNanos());
            var line = table.line(widths.gaps().after(many.getAsInt()) + 1);
            var problem = "From here on rows are " + apart + " s apart: taken as gaps. If these bins are longer, say"
                    + " --bin " + apart + ".";
            log.add(TraceProblem.IRREGULAR_INTERVAL, line, field, problem);
        }
    }

    private static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }
}
