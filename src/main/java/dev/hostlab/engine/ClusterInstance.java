package dev.hostlab.engine;

import dev.hostlab.scaling.Fulfilment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One EC2 instance of a cluster over its life.
final class ClusterInstance {

    private static final double NANOS_PER_SECOND = 1e9;

    final long askedAt;
    final @Nullable DecisionDraft cause;
    long billedFrom;
    boolean registered;
    boolean ending;
    boolean hasImage;
    int tasks;
    int zone;
    long readyAt;
    double cpuNanos;

    StartUpDraws.@Nullable Timing timing;

    @Nullable
    DecisionDraft leftBy;

    long leftAt;

    /// @param cause the decision that asked for it, null for the initial cluster
    ClusterInstance(long askedAt, @Nullable DecisionDraft cause) {
        this.askedAt = askedAt;
        this.cause = cause;
    }

    boolean isEmpty() {
        return tasks == 0;
    }

    /// It has joined the cluster; the decision that asked for it learns how.
    void tellJoined(long now) {
        readyAt = now;
        if (cause == null) {
            return;
        }
        var seconds = (now - askedAt) / NANOS_PER_SECOND;
        if (cause.isOpen() && timing != null) {
            var billed = (now - billedFrom) / NANOS_PER_SECOND;
            cause.answeredBy(new DecisionDraft.Answer(0, seconds, 0, timing.steps(), billed));
        }
        cause.count(seconds);
    }

    /// It is gone; the decision that gave it up learns how long it was still paid for.
    void tellGone(long now) {
        if (leftBy == null) {
            return;
        }
        var seconds = (now - leftAt) / NANOS_PER_SECOND;
        if (leftBy.isOpen()) {
            var steps = List.of(new Fulfilment.Step("instance ends", seconds));
            leftBy.answeredBy(new DecisionDraft.Answer(0, 0, 0, steps, seconds));
        }
        leftBy.count(seconds);
    }
}
