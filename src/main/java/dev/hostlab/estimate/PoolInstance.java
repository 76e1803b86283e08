package dev.hostlab.estimate;

import org.jspecify.annotations.Nullable;

/// One EC2 instance of an estimated cluster over its life.
final class PoolInstance {

    final long askedAt;
    final @Nullable DecisionNote cause;
    final int zone;
    long billedFrom;
    long readyAt;
    double cpuNanos;
    boolean registered;
    boolean ending;
    boolean hasImage;
    int tasks;

    PoolInstance(long askedAt, @Nullable DecisionNote cause, int zone) {
        this.askedAt = askedAt;
        this.cause = cause;
        this.zone = zone;
    }
}
