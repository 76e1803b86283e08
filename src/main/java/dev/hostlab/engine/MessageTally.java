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
    /// @param arrived  messages that arrived
    /// @param receives messages received
    /// @param empty    calls that came back without one
    RunResult.Deliveries figures(long arrived, long receives, double empty) {
        return new RunResult.Deliveries(
                receives,
                redeliveries,
                failed,
                lost,
                inVain,
                wastedNanos / NANOS_PER_SECOND,
                deadLettered,
                expired,
                arrived - notSent + receives + deletes + changes + Math.round(empty));
    }
}
