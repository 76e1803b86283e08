package dev.hostlab.engine;

/// When clients give up on attempts: since all wait for the same time, a ring in the order in which they were sent.
/// Those that nobody waits for any more are skipped.
final class Deadlines {

    private final Tries tries;
    private final long patience;
    private final LongRing at = new LongRing();
    private final LongRing id = new LongRing();
    private final VisitLine which = new VisitLine();

    /// @param patience nanoseconds, [Long#MAX_VALUE] for ever
    Deadlines(Tries tries, long patience) {
        this.tries = tries;
        this.patience = patience;
    }

    /// An attempt was sent now.
    void add(int one, long now) {
        if (patience < Unit.NEVER - now) {
            skip();
            at.add(now + patience + 1);
            id.add(tries.id[one]);
            which.add(one);
        }
    }

    /// When the next client gives up, [Unit#NEVER] if none does.
    long next() {
        skip();
        return which.isEmpty() ? Unit.NEVER : at.head();
    }

    /// Takes the next attempt out.
    int removeNext() {
        at.removeHead();
        id.removeHead();
        return which.removeHead();
    }

    private void skip() {
        while (!which.isEmpty() && !tries.isAwaited(which.head(), id.head())) {
            removeNext();
        }
    }
}
