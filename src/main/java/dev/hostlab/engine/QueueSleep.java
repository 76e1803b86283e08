package dev.hostlab.engine;

/// Whether a queue's metrics are published: a queue without a message for six hours becomes inactive, and its metrics
/// come back late.
///
/// Source: Amazon SQS developer guide, "Monitoring Amazon SQS queues using CloudWatch": up to six hours active, up to
/// 15 minutes to come back, read 2026-11-23.
final class QueueSleep {

    private static final long ACTIVE_NANOS = 6 * 3_600_000_000_000L;

    private final long wakeNanos;
    private long lastUsed;
    private long publishedFrom;

    /// @param wakeNanos from the first message until metrics are published again
    QueueSleep(long wakeNanos) {
        this.wakeNanos = wakeNanos;
    }

    void add(Tick tick, long waiting) {
        if (tick.counts().arrived == 0 && waiting == 0) {
            return;
        }
        if (tick.start() - lastUsed > ACTIVE_NANOS) {
            publishedFrom = tick.start() + wakeNanos;
        }
        lastUsed = tick.end();
    }

    /// Whether nothing is published at `now`.
    boolean isAsleep(long now) {
        return now < publishedFrom || now - lastUsed > ACTIVE_NANOS;
    }
}
