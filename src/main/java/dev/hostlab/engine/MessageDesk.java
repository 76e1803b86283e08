package dev.hostlab.engine;

/// What workers do with the messages that they receive: they delete them, fail, take too long, or are lost. Sources:
/// Amazon SQS API reference, DeleteMessage and ChangeMessageVisibility, read 2026-11-23.
///
/// A message whose visibility timeout ends while its worker goes on may be received by another. The worker can
/// still delete it until then; with the receipt handle of an earlier receive it "might not be deleted".
final class MessageDesk {

    final MessageQueue queue;
    final Attempts attempts = new Attempts();
    private final MessageTally tally;
    private final Messages messages;
    private final MessageRules rules;
    private final Meter meter;
    private final RequestSampler sampler;
    private final UpstreamWaits due = new UpstreamWaits(1_024);
    private final VisibilityEnds ends;

    /// @param sampler draws what messages need
    MessageDesk(MessageQueue queue, MessageTally tally, MessageRules rules, Meter meter, RequestSampler sampler) {
        this.queue = queue;
        this.tally = tally;
        this.messages = queue.messages;
        this.rules = rules;
        this.meter = meter;
        this.sampler = sampler;
        this.ends = new VisibilityEnds(attempts, rules.longestHiddenNanos());
    }

    /// A worker receives a message that has just arrived and been drawn; tells its attempt.
    int receiveNew(long number, long now) {
        return begin(queue.receiveNew(number, now), now);
    }

    /// A worker receives the message that is next; tells its attempt, -1 if there is none.
    int receiveNext(long now) {
        var message = queue.receiveNext(now);
        return message < 0 ? -1 : begin(message, now);
    }

    private int begin(int message, long now) {
        var attempt = attempts.take(message, messages.receives[message], now);
        attempts.upstreamNanos[attempt] = sampler.upstreamNanos();
        attempts.decodingNanos[attempt] = sampler.decodingNanos();
        attempts.state[attempt] = Attempts.WORKING;
        ends.add(attempt, now);
        return attempt;
    }

    /// An attempt waits for something upstream.
    void waits(int attempt, long now) {
        attempts.state[attempt] = Attempts.WAITING;
        plan(now + attempts.upstreamNanos[attempt], attempt);
    }

    private void plan(long at, int what) {
        if (due.isFull()) {
            due.grow();
        }
        due.add(at, what);
    }

    /// When something happens to a message of itself.
    long next() {
        return Math.min(due.next(), ends.next());
    }

    /// Does the next thing that happens of itself.
    ///
    /// @return the attempt whose wait upstream is over, -1 if something else happened
    int step() {
        var planned = due.next();
        var end = ends.next();
        if (end < planned) {
            queue.comeBack(attempts.message[ends.removeNext()], end);
            return -1;
        }
        var what = due.removeNext();
        if (what < 0) {
            queue.comeBack(~what, planned);
            messages.letGo(~what);
        } else if (attempts.state[what] == Attempts.LOST) {
            attempts.free(what);
        } else {
            return what;
        }
        return -1;
    }

    /// The work of an attempt is done: its message is deleted, or comes back.
    void done(int attempt, long now) {
        var message = attempts.message[attempt];
        var fails = rules.fails(messages.number[message], attempts.receive[attempt]);
        tally.changes += rules.extensions(now - attempts.started[attempt]);
        tally.deletes += fails ? 0 : 1;
        if (fails) {
            tally.failed++;
            waste(attempt, now);
            leave(attempt, now, rules.releases() ? now : rules.visibleAt(attempts.started[attempt], now));
        } else if (messages.state[message] != Messages.ENDED && (isLatest(attempt) || rules.oldReceiptDeletes())) {
            meter.left(messages.arrived[message], attempts.started[attempt], now, attempts.decodingNanos[attempt]);
            queue.delete(message);
        } else {
            tally.inVain++;
            waste(attempt, now);
        }
        attempts.free(attempt);
        letGo(message);
    }

    /// A worker is gone with its unit: the message comes back when its time is over.
    void lost(int attempt, long now) {
        var message = attempts.message[attempt];
        tally.changes += rules.extensions(now - attempts.started[attempt]);
        tally.lost++;
        waste(attempt, now);
        leave(attempt, now, rules.visibleAt(attempts.started[attempt], now));
        if (attempts.state[attempt] == Attempts.WAITING) {
            attempts.state[attempt] = Attempts.LOST;
        } else {
            attempts.free(attempt);
        }
        letGo(message);
    }

    private void waste(int attempt, long now) {
        meter.interrupted(now);
        tally.wastedNanos += now - attempts.started[attempt];
    }

    /// A worker does not delete its message, which is visible at `visibleAt` unless another has received it since.
    private void leave(int attempt, long now, long visibleAt) {
        var message = attempts.message[attempt];
        if (messages.state[message] != Messages.HIDDEN || !isLatest(attempt)) {
            return;
        }
        if (visibleAt <= now) {
            tally.changes++;
            queue.comeBack(message, now);
        } else {
            messages.hold(message);
            plan(visibleAt, ~message);
        }
    }

    private void letGo(int message) {
        messages.workers[message]--;
        messages.letGo(message);
    }

    /// No other worker has received the message since.
    private boolean isLatest(int attempt) {
        return attempts.receive[attempt] == messages.receives[attempts.message[attempt]];
    }
}
