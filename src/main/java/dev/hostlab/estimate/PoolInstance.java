package dev.hostlab.estimate;

import org.jspecify.annotations.Nullable;

/// One EC2 instance of an estimated cluster over its life.
final class PoolInstance {

    final long askedAt;
    final @Nullable DecisionNote cause;
    long billedFrom;
    boolean registered;
    boolean ending;
    boolean hasImage;
    int tasks;

    PoolInstance(long askedAt, @Nullable DecisionNote cause) {
        this.askedAt = askedAt;
        this.cause = cause;
    }
}
