package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// One unit of capacity over its life, as the control side sees it.
final class FleetUnit {

    enum State {
        STARTING,
        IN_SERVICE,
        DRAINING,
        GONE
    }

    final int index;
    final long askedAt;
    final @Nullable DecisionDraft cause;

    State state = State.STARTING;
    long requestedAt;
    long startedAt;
    long billedFrom;
    long drainingFrom;

    @Nullable
    ClusterInstance instance;

    FleetUnit(int index, long askedAt, @Nullable DecisionDraft cause) {
        this.index = index;
        this.askedAt = askedAt;
        this.requestedAt = askedAt;
        this.cause = cause;
    }
}
