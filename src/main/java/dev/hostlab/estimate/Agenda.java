package dev.hostlab.estimate;

import java.util.PriorityQueue;

/// What will happen to a fleet apart from its regular ticks, in order of time and then of planning.
final class Agenda {

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long planned;
    private long nextAt = Long.MAX_VALUE;

    /// One thing to come.
    sealed interface Event {

        /// A decided change of desired capacity takes effect.
        record CapacityChanged(int desired, DecisionNote decision) implements Event {}

        /// A unit takes its first traffic.
        record UnitReady(PoolUnit unit) implements Event {}

        /// The time for a unit to finish what it has is over, and it has stopped.
        record UnitGone(PoolUnit unit) implements Event {}

        /// An instance has joined its cluster.
        record InstanceReady(PoolInstance instance) implements Event {}

        /// An instance is gone.
        record InstanceGone(PoolInstance instance) implements Event {}

        /// The scaling activity that simple scaling waits for has completed.
        record ActivityEnded() implements Event {}
    }

    private record Entry(long at, long order, Event event) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    void plan(long at, Event event) {
        entries.add(new Entry(at, planned++, event));
        nextAt = Math.min(nextAt, at);
    }

    /// The time of the next event, [Long#MAX_VALUE] where there is none.
    long nextAt() {
        return nextAt;
    }

    /// Takes the next event; only if there is one.
    Event next() {
        var next = entries.remove();
        var first = entries.peek();
        nextAt = first == null ? Long.MAX_VALUE : first.at();
        return next.event();
    }
}
