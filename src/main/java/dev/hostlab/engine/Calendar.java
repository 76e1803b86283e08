package dev.hostlab.engine;

import java.util.Comparator;
import java.util.PriorityQueue;

/// Control events in order of time; events of one time in the order in which they were planned.
final class Calendar {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
    private long planned;

    /// @param at    simulated nanoseconds
    /// @param order how many were planned before
    record Entry(long at, long order, ControlEvent event) {}

    void plan(long at, ControlEvent event) {
        entries.add(new Entry(at, planned++, event));
    }

    /// Whether something happens up to and including `time`.
    boolean hasEventBy(long time) {
        var first = entries.peek();
        return first != null && first.at() <= time;
    }

    /// Takes the earliest out; only if there is one.
    Entry next() {
        return entries.remove();
    }
}
