package dev.hostlab.engine;

/// What became of deliveries. Fields, since the hot path writes them.
final class MessageTally {

    private static final double NANOS_PER_SECOND = 1e9;

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
    /// @param sent     messages sent
    /// @param receives messages received
    /// @param empty    calls that came back without one
    RunResult.Deliveries figures(long sent, long receives, double empty) {
        return new RunResult.Deliveries(
                receives,
                redeliveries,
                failed,
                lost,
                inVain,
                wastedNanos / NANOS_PER_SECOND,
                deadLettered,
                expired,
                sent + receives + deletes + changes + Math.round(empty));
    }
}
