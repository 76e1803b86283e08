package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Turns the readings of counters that only grow into what came between one reading and the next.
///
/// A smaller reading means that the counter was reset, and counts from zero, as Prometheus' `increase` takes it. The
/// last reading of each counter has no next one and no step.
final class CounterSteps {

    /// More than one reading in ten that is repeated tells of two counters in one file.
    private static final int SELDOM = 10;

    private final BinTable table;
    private final List<TraceColumn> columns;

    /// @param table rows in order of time, labelled by counter
    CounterSteps(BinTable table, List<TraceColumn> columns) {
        this.table = table;
        this.columns = columns;
    }

    /// Turns readings into steps. A counter may be read twice at one time, where pages overlap or now and then:
    /// steps add up.
    ///
    /// @return what rows of one time are from now on
    SameTime take(SameTime sameTime, IssueLog log, String field) {
        Map<Long, Integer> before = new HashMap<>();
        var again = new ArrayList<Integer>();
        var changed = 0;
        var counts = true;
        for (var row = 0; row < table.rows(); row++) {
            var previous = before.put(table.labels(row), row);
            if (previous != null) {
                if (table.atNanos(previous) == table.atNanos(row)) {
                    again.add(row);
                    counts &= hasGrown(previous, row);
                    changed += hasGrown(row, previous) ? 0 : 1;
                }
                step(previous, row);
            }
        }
        before.values().forEach(last -> step(last, last));
        if (!counts || again.isEmpty() || changed > Math.max(1, table.rows() / SELDOM)) {
            return sameTime;
        }
        again.forEach(row -> log.add(
                TraceProblem.DUPLICATE_DROPPED,
                table.line(row),
                field,
                "The counter was read once more at this time; the later reading counts."));
        return SameTime.SUM;
    }

    private boolean hasGrown(int from, int to) {
        return IntStream.range(0, columns.size())
                .allMatch(column -> table.value(column, to) >= table.value(column, from));
    }

    /// Replaces a reading by the step to the next one; a step to itself is none.
    private void step(int from, int to) {
        for (var column = 0; column < columns.size(); column++) {
            if (columns.get(column) != TraceColumn.QUEUE_DEPTH) {
                var reading = table.value(column, from);
                var next = table.value(column, to);
                table.set(column, from, next >= reading ? next - reading : next);
            }
        }
    }
}
