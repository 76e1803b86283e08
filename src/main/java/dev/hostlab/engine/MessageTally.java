package dev.hostlab.engine;

/// What became of deliveries. Fields, since the hot path writes them.
final class MessageTally {

    private static final double NANOS_PER_SECOND = 1e9;

    /// Arrived messages that were not sent: refused or held for their tenant's sake.
    long notSent;
    long redeliveries;
    long failed;
    long lost;
    long inVain;
    long wastedNanos;
    long deadLettered;
    long expired;
    long deletes;
    long changes;

    /// The figures of a run so far.
    ///
    /// @param entered  messages that were in the queue at the start or have come since
    /// @param receives messages received
    /// @param calls    counts requests to the queue's API
    RunResult.Deliveries figures(long entered, long receives, QueueCallMeter calls) {
        return new RunResult.Deliveries(
                receives,
                redeliveries,
                failed,
                lost,
                inVain,
                wastedNanos / NANOS_PER_SECOND,
                deadLettered,
                expired,
                Math.round(calls.requests(entered, receives, this)));
    }
}
