package dev.hostlab.estimate;

import org.jspecify.annotations.Nullable;

/// One unit of capacity of an estimated fleet over its life; times in nanoseconds.
final class PoolUnit {

    enum State {
        STARTING,
        IN_SERVICE,
        LEAVING
    }

    final long askedAt;
    final @Nullable DecisionNote cause;
    State state = State.STARTING;
    long requestedAt;
    long startedAt;
    long billedFrom;
    long servingSince;
    long leavingFrom;

    @Nullable
    PoolInstance instance;

    PoolUnit(long askedAt, @Nullable DecisionNote cause) {
        this.askedAt = askedAt;
        this.cause = cause;
    }
}
