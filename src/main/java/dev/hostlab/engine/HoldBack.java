package dev.hostlab.engine;

import dev.hostlab.scaling.Resize;

/// Remembers for how long an alarm has asked in vain, and what stood in the way, so that the decision that comes in
/// the end can say so.
final class HoldBack {

    private static final double NANOS_PER_SECOND = 1e9;

    private long since = Long.MIN_VALUE;
    private String reason = "";

    /// An evaluation has changed nothing; its reason says whether an alarm asked for a change.
    void note(Resize kept, long now) {
        if (!kept.isHeldBack()) {
            since = Long.MIN_VALUE;
        } else {
            since = since == Long.MIN_VALUE ? now : since;
            reason = kept.reason();
        }
    }

    /// The change that comes at last, with what it had to wait for.
    Resize explained(Resize change, long now) {
        if (since == Long.MIN_VALUE) {
            return change;
        }
        var seconds = Math.round((now - since) / NANOS_PER_SECOND);
        since = Long.MIN_VALUE;
        return new Resize(change.desired(), change.reason() + "; held back for " + seconds + " s by " + reason);
    }
}
