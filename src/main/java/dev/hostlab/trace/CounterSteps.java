package dev.hostlab.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns the readings of counters that only grow into what came between one reading and the next.
///
/// A smaller reading means that the counter was reset, and counts from zero, as Prometheus' `increase` takes it. The
/// last reading of each counter has no next one and no step.
final class CounterSteps {

    private final BinTable table;
    private final List<TraceColumn> columns;

    /// @param table rows in order of time, labelled by counter
    CounterSteps(BinTable table, List<TraceColumn> columns) {
        this.table = table;
        this.columns = columns;
    }

    void take() {
        Map<Long, Integer> before = new HashMap<>();
        for (var row = 0; row < table.rows(); row++) {
            var previous = before.put(table.labels(row), row);
            if (previous != null) {
                step(previous, row);
            }
        }
        before.values().forEach(last -> step(last, last));
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
