package dev.hostlab.engine;

import dev.hostlab.hosting.QueueCalls;
import dev.hostlab.hosting.UnitPlan;

/// Counts the requests that a queue's API gets.
final class QueueCallMeter {

    private static final double NANOS_PER_SECOND = 1e9;

    private final QueueCalls calls;
    private final UnitPlan unit;
    private final long startMessages;
    private double emptyReceives;
    private long atOnce;

    /// @param startMessages messages that were sent before the run
    QueueCallMeter(QueueCalls calls, UnitPlan unit, long startMessages) {
        this.calls = calls;
        this.unit = unit;
        this.startMessages = startMessages;
    }

    void add(Tick tick) {
        var idle = tick.unitNanos() * unit.slots() - tick.load().meanBusySlots() * tick.nanos();
        var waiting = calls.waiting(idle, tick.unitNanos() * unit.tasks()) / NANOS_PER_SECOND;
        var came = tick.counts().arrived - tick.counts().waited;
        atOnce += came;
        emptyReceives += calls.emptyReceives(waiting, came);
    }

    /// Requests so far.
    ///
    /// @param entered  messages that were in the queue at the start or have come since
    /// @param receives messages received, again or not
    double requests(long entered, long receives, MessageTally tally) {
        var direct = Math.min(atOnce, receives);
        return calls.requests(new QueueCalls.Messages(
                Math.max(0, entered - startMessages),
                direct,
                receives - direct,
                tally.deletes,
                tally.changes,
                emptyReceives));
    }
}
