package dev.hostlab.engine;

/// Messages that are visible again. Those received once or twice stand before all that nobody has received, which are
/// younger; later ones stand behind those that had arrived when they came back. Source: Amazon SQS developer guide,
/// "Available CloudWatch metrics for Amazon SQS", read 2026-11-23: after three receives a message moves to the back of
/// the queue.
final class ReturnedLines {

    private static final int RECEIVES_UNTIL_LAST = 3;

    private final VisitLine first = new VisitLine();
    private final VisitLine last = new VisitLine();
    private final LongRing lastSince = new LongRing();

    void add(int message, int receives, long now) {
        if (receives < RECEIVES_UNTIL_LAST) {
            first.add(message);
        } else {
            last.add(message);
            lastSince.add(now);
        }
    }

    /// The message that stands before those of another line, -1 if none does.
    ///
    /// @param sent when the oldest message of the other line was sent, [Unit#NEVER] if there is none
    int removeBefore(long sent) {
        if (!first.isEmpty()) {
            return first.removeHead();
        }
        if (last.isEmpty() || sent < lastSince.head()) {
            return -1;
        }
        lastSince.removeHead();
        return last.removeHead();
    }
}
