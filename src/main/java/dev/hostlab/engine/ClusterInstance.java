package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// One EC2 instance of a cluster over its life.
final class ClusterInstance {

    final long askedAt;
    final @Nullable DecisionDraft cause;
    long billedFrom;
    boolean registered;
    boolean ending;
    boolean hasImage;
    int tasks;

    StartUpDraws.@Nullable Timing timing;

    /// @param cause the decision that asked for it, null for the initial cluster
    ClusterInstance(long askedAt, @Nullable DecisionDraft cause) {
        this.askedAt = askedAt;
        this.cause = cause;
    }

    boolean isEmpty() {
        return tasks == 0;
    }
}
