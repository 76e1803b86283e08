package dev.hostlab.engine;

import dev.hostlab.hosting.Redelivery;

/// The rules of a queue in nanoseconds, and the draws that decide which attempts fail.
final class MessageRules {

    private static final double NANOS_PER_SECOND = 1e9;
    /// Source: Amazon SQS API reference, ChangeMessageVisibility, read 2026-11-23.
    private static final double LONGEST_HIDDEN_SECONDS = 43_200;
    /// Numbers of attempts beyond the first, apart from each other and from those of messages.
    private static final int ATTEMPT_BITS = 40;

    private final Redelivery redelivery;
    private final long failureKey;
    private final long poisonKey;
    private final long visibilityNanos;
    private final long retentionNanos;

    MessageRules(Redelivery redelivery, RunId run) {
        this.redelivery = redelivery;
        failureKey = run.key(Stream.MESSAGE_FAILURE);
        poisonKey = run.key(Stream.POISON);
        visibilityNanos = nanos(redelivery.visibilitySeconds());
        retentionNanos = nanos(redelivery.retentionSeconds());
    }

    int inFlightLimit() {
        return redelivery.inFlightLimit();
    }

    boolean releases() {
        return redelivery.failures().releases();
    }

    boolean oldReceiptDeletes() {
        return redelivery.oldReceiptDeletes();
    }

    boolean hasExpired(long arrived, long now) {
        return now - arrived > retentionNanos;
    }

    /// Whether a message that comes back after so many receives is a dead letter.
    boolean isDead(int receives) {
        return redelivery.maxReceives() > 0 && receives >= redelivery.maxReceives();
    }

    /// A number for an attempt at a message, as draws need it.
    ///
    /// @param receives receives before it
    static long index(long message, int receives) {
        return message + ((long) receives << ATTEMPT_BITS);
    }

    /// Whether an attempt fails.
    ///
    /// @param receive which receive of its message it is, from 1
    boolean fails(long message, int receive) {
        var failures = redelivery.failures();
        return failures.any()
                && (Draws.unit(Draws.bits(poisonKey, message)) < failures.poisonShare()
                        || Draws.unit(Draws.bits(failureKey, index(message, receive))) < failures.share());
    }

    /// For how long a message is hidden at most while its worker goes on.
    long longestHiddenNanos() {
        return redelivery.extendsVisibility() ? nanos(LONGEST_HIDDEN_SECONDS) : visibilityNanos;
    }

    /// When a message whose worker stopped is visible again. A worker that extends the timeout does so each time
    /// half of it has passed.
    long visibleAt(long started, long now) {
        var half = Math.max(1, visibilityNanos / 2);
        return started + Math.min(longestHiddenNanos(), extensions(now - started) * half + visibilityNanos);
    }

    /// When a message whose call was refused is visible again. A worker that makes failures visible waits for
    /// what the refusal asks for.
    ///
    /// @param refusedFor nanoseconds after which it may be asked again, [Unit#NEVER] for never
    long visibleAfterRefusal(long started, long now, long refusedFor) {
        return releases() && refusedFor != Unit.NEVER
                ? Math.min(now + refusedFor, started + nanos(LONGEST_HIDDEN_SECONDS))
                : visibleAt(started, now);
    }

    /// How often a worker extended the timeout in a time.
    long extensions(long nanos) {
        return redelivery.extendsVisibility() ? nanos / Math.max(1, visibilityNanos / 2) : 0;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
