package dev.hostlab.engine;

import java.util.Arrays;

/// When the messages that workers are at become visible again: since each is hidden for the same time, a ring in the
/// order in which they were received. Attempts that have ended are skipped.
final class VisibilityEnds {

    private final Attempts attempts;
    private final long hiddenNanos;
    private long[] at = new long[256];
    private long[] id = new long[256];
    private int[] attempt = new int[256];
    private int head;
    private int size;

    /// @param hiddenNanos for how long a message is hidden at most while a worker is at it
    VisibilityEnds(Attempts attempts, long hiddenNanos) {
        this.attempts = attempts;
        this.hiddenNanos = hiddenNanos;
    }

    /// An attempt begins.
    void add(int begun, long now) {
        skip();
        if (size == at.length) {
            grow();
        }
        var place = (head + size++) & (at.length - 1);
        at[place] = now + hiddenNanos;
        attempt[place] = begun;
        id[place] = attempts.id[begun];
    }

    /// When the next message becomes visible while its worker goes on, [Unit#NEVER] if none does.
    long next() {
        skip();
        return size == 0 ? Unit.NEVER : at[head];
    }

    /// Takes the next one out and tells its attempt.
    int removeNext() {
        var removed = attempt[head];
        drop();
        return removed;
    }

    private void skip() {
        while (size > 0 && !attempts.goesOn(attempt[head], id[head])) {
            drop();
        }
    }

    private void drop() {
        head = (head + 1) & (at.length - 1);
        size--;
    }

    private void grow() {
        var length = at.length;
        at = straight(at);
        id = straight(id);
        var longer = Arrays.copyOfRange(attempt, head, head + 2 * length);
        System.arraycopy(attempt, 0, longer, length - head, head);
        attempt = longer;
        head = 0;
    }

    private long[] straight(long[] ring) {
        var longer = Arrays.copyOfRange(ring, head, head + 2 * ring.length);
        System.arraycopy(ring, 0, longer, ring.length - head, head);
        return longer;
    }
}
