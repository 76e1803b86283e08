package dev.hostlab.trace;

import dev.hostlab.workload.RequestArrivals;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/// Gathers rows that each stand for a request: 8 bytes a row, and 4 for each kind of tokens.
final class RequestRows implements TraceRows {

    private static final double MOST_TOKENS = 1e9;
    private static final double MOST_SECONDS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int FEWEST_TO_TELL = 10;

    private final Layout layout;
    private final RowCells cells;
    private final IssueLog log;
    private final int[] inputColumns;
    private final int[] outputColumns;
    private final int[] bothColumns;
    private final int[] durationColumns;
    private final Longs at = new Longs();
    private final Ints input = new Ints();
    private final Ints output = new Ints();
    private final Ints whose = new Ints();
    private final boolean hasTenants;
    private final int mostRows;
    private final double nanosPerDuration;
    private final boolean goesBack;
    private final boolean spreads;
    private long before = Long.MIN_VALUE;
    private long unsortedLine;
    private long unsorted;
    private long firstUnknown;
    private long unknown;
    private boolean full;

    RequestRows(Layout layout, ReadOptions options, RowCells cells, IssueLog log) {
        this.layout = layout;
        this.cells = cells;
        this.log = log;
        this.inputColumns = layout.indexes(TraceColumn.INPUT_TOKENS);
        this.outputColumns = layout.indexes(TraceColumn.OUTPUT_TOKENS);
        this.bothColumns = layout.indexes(TraceColumn.TOKENS);
        this.durationColumns = layout.indexes(TraceColumn.DURATION_SECONDS);
        this.hasTenants = layout.has(TraceColumn.TENANT);
        var numbers = (hasInput() ? 1 : 0) + (hasOutput() ? 1 : 0) + (hasTenants ? 1 : 0);
        this.mostRows = options.limits().requestRows(numbers);
        this.nanosPerDuration = nanosPerDuration(layout.rules());
        var hasDuration = layout.has(TraceColumn.DURATION_SECONDS);
        var infers = options.choices().infersArrivals();
        var endsAtTimes = layout.rules().has(RowRules.Quirk.END_TIMES)
                && !options.choices().keepsStamps();
        this.goesBack = hasDuration && (infers || endsAtTimes);
        this.spreads = infers && !hasDuration;
        if (goesBack) {
            log.infer("arrivals", "a request arrives its duration before its time", Choice.ARRIVALS);
        } else if (hasDuration) {
            log.note("Column " + layout.name(TraceColumn.DURATION_SECONDS)
                    + " is checked but not used: service times come from the scenario.");
        }
    }

    private static double nanosPerDuration(RowRules rules) {
        if (rules.has(RowRules.Quirk.DURATION_MILLISECONDS)) {
            return NANOS_PER_SECOND / 1_000;
        }
        return rules.has(RowRules.Quirk.DURATION_NANOSECONDS) ? 1 : NANOS_PER_SECOND;
    }

    private boolean hasInput() {
        return inputColumns.length > 0 || bothColumns.length > 0;
    }

    private boolean hasOutput() {
        return outputColumns.length > 0;
    }

    @Override
    public void add(TableRow row) {
        var nanos = cells.timeNanos(row);
        var in = number(row, inputColumns, MOST_TOKENS);
        var out = number(row, outputColumns, MOST_TOKENS);
        var all = number(row, bothColumns, MOST_TOKENS);
        var duration = number(row, durationColumns, MOST_SECONDS * NANOS_PER_SECOND / nanosPerDuration);
        cells.labels(row);
        if (nanos == RowCells.NO_TIME || Double.isNaN(in + out + all + duration) || !hasRoom(row)) {
            return;
        }
        var arrival = goesBack ? nanos - Math.round(duration * nanosPerDuration) : nanos;
        if (arrival < before) {
            unsortedLine = unsorted++ == 0 ? row.line() : unsortedLine;
        }
        before = arrival;
        cells.count(1);
        var rest = inputColumns.length > 0 ? in : Math.max(0, all - out);
        put(arrival, (int) Math.rint(rest), (int) Math.rint(out));
    }

    /// A number of a request, 0 where it is not known.
    private double number(TableRow row, int[] columns, double most) {
        if (columns.length == 0) {
            return 0;
        }
        var value = cells.number(row, columns, most);
        if (value == NumberCells.UNKNOWN) {
            firstUnknown = unknown++ == 0 ? row.line() : firstUnknown;
            return 0;
        }
        return value;
    }

    private void put(long nanos, int in, int out) {
        at.add(nanos);
        if (hasInput()) {
            input.add(in);
        }
        if (hasOutput()) {
            output.add(out);
        }
        if (hasTenants) {
            whose.add(cells.lastTenant());
        }
    }

    private boolean hasRoom(TableRow row) {
        if (at.size() < mostRows) {
            return true;
        }
        if (!full) {
            full = true;
            log.add(TraceProblem.TOO_LARGE, row.line(), "", "There are more than " + at.size() + " requests.");
        }
        return false;
    }

    @Override
    public Optional<Content> finish() {
        if (unknown > 0) {
            log.note(unknown + " cells without a number, the first in line " + firstUnknown + ", are taken as 0.");
        }
        if (at.size() == 0 || log.hasErrors()) {
            return Optional.empty();
        }
        if (unsorted > 0) {
            sort();
        }
        var rows = at.size();
        var times = at.drain(rows);
        var first = times[0];
        var from = cells.instant(first);
        if (from.isBefore(Instant.EPOCH)) {
            log.note("The first request begins before the time is counted from; all times are later by that much.");
            from = Instant.EPOCH;
        }
        for (var i = 0; i < rows; i++) {
            times[i] -= first;
        }
        if (spreads) {
            log.infer("arrivals", SameStamps.spread(times), Choice.ARRIVALS);
        }
        return Optional.of(content(from, told(arrivals(times), rows), rows));
    }

    private RequestArrivals told(RequestArrivals arrivals, int rows) {
        var groups = cells.tenantGroups();
        if (!hasTenants || !groups.areToldApart()) {
            return arrivals;
        }
        var labels = whose.drain();
        var tenants = new byte[rows];
        for (var request = 0; request < rows; request++) {
            tenants[request] = (byte) groups.of(labels[request]);
        }
        return arrivals.sentBy(tenants);
    }

    private Content content(Instant from, RequestArrivals arrivals, int rows) {
        var totals = new TraceSummary.Totals(rows, arrivals.inputTokens(), arrivals.outputTokens());
        var to = from.plusNanos(arrivals.horizonNanos());
        var names = cells.names();
        var shape = TraceSummary.Shape.REQUESTS;
        return new Content(from, arrivals, new TraceSummary(layout.format(), rows, from, to, shape, totals, names));
    }

    private void sort() {
        if (layout.rules().has(RowRules.Quirk.END_TIMES)) {
            log.note("Rows stand in the order in which requests ended; they are put in the order of arrival.");
        } else {
            var problem = "This request is earlier than the one above it; rows are sorted.";
            var field = layout.name(TraceColumn.TIMESTAMP);
            log.add(new TraceIssue(TraceProblem.SORTED, unsortedLine, field, unsorted, problem));
        }
        var order = TimeOrder.of(at.copy(at.size()), at.size());
        at.permute(order);
        if (hasInput()) {
            input.permute(order);
        }
        if (hasOutput()) {
            output.permute(order);
        }
        if (hasTenants) {
            whose.permute(order);
        }
    }

    /// Requests never come like clockwork, rows of bins do.
    private void tellSteps(long[] times) {
        var step = times.length < FEWEST_TO_TELL ? 0 : times[1] - times[0];
        var isSteady = step >= NANOS_PER_SECOND
                && IntStream.range(1, times.length).allMatch(i -> times[i] - times[i - 1] == step);
        if (isSteady) {
            log.note("Rows stand exactly " + step / NANOS_PER_SECOND
                    + " s apart, each for one request. If a column counts" + " them, say --map requests=COLUMN.");
        }
    }

    private RequestArrivals arrivals(long[] times) {
        tellSteps(times);
        var in = input.drain();
        var out = output.drain();
        if (times[times.length - 1] > 0) {
            return RequestArrivals.untilNextExpected(times, in, out);
        }
        log.add(TraceProblem.INTERVAL_ASSUMED, 0, "", "All requests come at one time: a minute is assumed.");
        return new RequestArrivals(BinWidths.ONLY_BIN_NANOS, times, in, out);
    }
}
