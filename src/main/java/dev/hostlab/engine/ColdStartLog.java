package dev.hostlab.engine;

/// Counts starts that came into service and how long they took.
final class ColdStartLog {

    private static final double NANOS_PER_SECOND = 1e9;

    private long count;
    private double nanos;

    /// A unit takes its first traffic now; the decision that asked for it learns its last clocks.
    void add(FleetUnit unit, long now) {
        count++;
        nanos += now - unit.askedAt;
        if (unit.cause != null) {
            unit.cause.answeredBy(
                    (unit.requestedAt - unit.askedAt) / NANOS_PER_SECOND,
                    (unit.startedAt - unit.requestedAt) / NANOS_PER_SECOND,
                    (now - unit.startedAt) / NANOS_PER_SECOND);
        }
    }

    long count() {
        return count;
    }

    /// Mean time from decision to first traffic, 0 where nothing started.
    double meanSeconds() {
        return count == 0 ? 0 : nanos / count / NANOS_PER_SECOND;
    }
}
