package dev.hostlab.trace;

import dev.hostlab.workload.RequestArrivals;
import java.util.Arrays;
import java.util.Optional;

/// Gathers rows that each stand for a request: 8 bytes a row, and 4 for each kind of tokens.
final class RequestRows implements TraceRows {

    private static final int FIRST_ROWS = 1_024;
    private static final double MOST_TOKENS = 1e9;
    private static final double MOST_SECONDS = 1e6;

    private final TraceHeader header;
    private final ReadOptions options;
    private final RowCells cells;
    private final IssueLog log;
    private long[] at = new long[FIRST_ROWS];
    private int[] input;
    private int[] output;
    private int rows;
    private long unsortedLine;
    private long unsorted;
    private boolean full;

    RequestRows(TraceHeader header, ReadOptions options, RowCells cells, IssueLog log) {
        this.header = header;
        this.options = options;
        this.cells = cells;
        this.log = log;
        this.input = new int[header.has(TraceColumn.INPUT_TOKENS) ? FIRST_ROWS : 0];
        this.output = new int[header.has(TraceColumn.OUTPUT_TOKENS) ? FIRST_ROWS : 0];
        if (header.has(TraceColumn.DURATION_SECONDS)) {
            log.note("Column duration_seconds is checked but not used: service times come from the scenario.");
        }
    }

    @Override
    public void add(CsvRow row) {
        var time = cells.timeNanos(row);
        var in = number(row, TraceColumn.INPUT_TOKENS, MOST_TOKENS);
        var out = number(row, TraceColumn.OUTPUT_TOKENS, MOST_TOKENS);
        var duration = number(row, TraceColumn.DURATION_SECONDS, MOST_SECONDS);
        cells.labels(row);
        if (time.isEmpty() || Double.isNaN(in + out + duration) || !hasRoom(row)) {
            return;
        }
        var nanos = time.getAsLong();
        if (rows > 0 && nanos < at[rows - 1]) {
            unsortedLine = unsorted++ == 0 ? row.line() : unsortedLine;
        }
        put(nanos, (int) Math.rint(in), (int) Math.rint(out));
    }

    @Override
    public Optional<Content> finish() {
        if (rows == 0 || log.hasErrors()) {
            return Optional.empty();
        }
        at = Arrays.copyOf(at, rows);
        input = Arrays.copyOf(input, Math.min(rows, input.length));
        output = Arrays.copyOf(output, Math.min(rows, output.length));
        if (unsorted > 0) {
            sort();
        }
        var first = at[0];
        var from = cells.instant(first);
        for (var i = 0; i < rows; i++) {
            at[i] -= first;
        }
        var arrivals = arrivals();
        var totals = new TraceSummary.Totals(rows, arrivals.inputTokens(), arrivals.outputTokens());
        var to = from.plusNanos(arrivals.horizonNanos());
        return Optional.of(new Content(
                from,
                arrivals,
                new TraceSummary(
                        TraceFormat.PER_REQUEST, rows, from, to, 0, totals, 0, cells.workloads(), cells.tenants())));
    }

    private double number(CsvRow row, TraceColumn column, double most) {
        return header.has(column) ? cells.number(row, column, most) : 0;
    }

    private void put(long nanos, int in, int out) {
        if (rows == at.length) {
            at = Arrays.copyOf(at, 2 * rows);
            input = Arrays.copyOf(input, 2 * input.length);
            output = Arrays.copyOf(output, 2 * output.length);
        }
        at[rows] = nanos;
        if (input.length > 0) {
            input[rows] = in;
        }
        if (output.length > 0) {
            output[rows] = out;
        }
        rows++;
    }

    private boolean hasRoom(CsvRow row) {
        if (rows < options.limits().requestRows()) {
            return true;
        }
        if (!full) {
            full = true;
            log.add(TraceProblem.TOO_LARGE, row.line(), "", "There are more than " + rows + " requests.");
        }
        return false;
    }

    private void sort() {
        var problem = "This request is earlier than the one above it; rows are sorted.";
        var field = header.name(TraceColumn.TIMESTAMP);
        log.add(new TraceIssue(TraceProblem.SORTED, unsortedLine, field, unsorted, problem));
        var order = TimeOrder.of(at, rows);
        var unsortedAt = at;
        at = new long[rows];
        Arrays.setAll(at, i -> unsortedAt[order[i]]);
        input = permuted(input, order);
        output = permuted(output, order);
    }

    private static int[] permuted(int[] before, int[] order) {
        var after = new int[before.length];
        Arrays.setAll(after, i -> before[order[i]]);
        return after;
    }

    private RequestArrivals arrivals() {
        if (at[rows - 1] > 0) {
            return RequestArrivals.untilNextExpected(at, input, output);
        }
        log.add(TraceProblem.INTERVAL_ASSUMED, 0, "", "All requests come at one time: a minute is assumed.");
        return new RequestArrivals(BinWidths.ONLY_BIN_NANOS, at, input, output);
    }
}
