package dev.hostlab.estimate;

import java.util.PriorityQueue;

/// What will happen to a fleet apart from its regular ticks, in order of time and then of planning.
final class Agenda {

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long planned;

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
    }

    /// The time of the next event, [Long#MAX_VALUE] where there is none.
    long nextAt() {
        var first = entries.peek();
        return first == null ? Long.MAX_VALUE : first.at();
    }

    /// Takes the next event; only if there is one.
    Event next() {
        return entries.remove().event();
    }
}
