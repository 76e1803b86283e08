package dev.hostlab.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What workers do with the messages that they receive: they work at them, call a model, and end in one of the
/// ways of [AttemptEnds]. Sources: Amazon SQS API reference, DeleteMessage and ChangeMessageVisibility, read
/// 2026-11-23.
///
/// A message whose visibility timeout ends while its worker goes on may be received by another. The worker can
/// still delete it until then; with the receipt handle of an earlier receive it "might not be deleted".
final class MessageDesk {

    final MessageQueue queue;
    final Attempts attempts = new Attempts();
    private final MessageTally tally;
    private final Messages messages;
    private final Meter meter;
    private final RequestSampler sampler;
    private final @Nullable AttemptCalls calls;
    private final AttemptEnds outcomes;
    private final VisibilityEnds ends;

    /// @param sampler draws what messages need
    /// @param calls   what attempts meet in limits; null where nothing is limited
    MessageDesk(
            MessageQueue queue, MessageRules rules, Meter meter, RequestSampler sampler, @Nullable AttemptCalls calls) {
        this.queue = queue;
        this.tally = queue.tally;
        this.messages = queue.messages;
        this.meter = meter;
        this.sampler = sampler;
        this.calls = calls;
        this.outcomes = new AttemptEnds(queue, attempts, rules, meter, calls);
        this.ends = new VisibilityEnds(attempts, rules.longestHiddenNanos());
    }

    /// A message that has just been drawn arrives where limits are played.
    ///
    /// @param told whose it is as the arrivals tell
    /// @return whether it can be received now
    boolean arrives(long number, int told, long now) {
        var limited = Objects.requireNonNull(calls);
        var message = queue.keep(number, now);
        limited.arrives(message, number, told, sampler);
        var wait = limited.admit(message, now);
        if (wait == Unit.NEVER) {
            meter.rejected();
            limited.limits.limited(1);
            tally.notSent++;
            meter.total().waited++;
            messages.end(message);
            return false;
        }
        meter.entered(now);
        limited.entered(message);
        if (wait > 0) {
            tally.notSent++;
            meter.total().waited++;
            outcomes.plan(now + wait, ~message);
            return false;
        }
        queue.send(message, now);
        return true;
    }

    /// A worker receives a message that has just arrived and been drawn; tells its attempt.
    int receiveNew(long number, long now) {
        return begin(queue.receiveNew(number, now), now);
    }

    /// A worker receives the message that is next; tells its attempt, -1 if there is none.
    int receiveNext(long now) {
        while (true) {
            var message = queue.receiveNext(now);
            var attempt = message < 0 ? -1 : begin(message, now);
            if (calls == null || message < 0 || messages.receives[message] == 1 || calls.admitsAgain(message, now)) {
                return attempt;
            }
            meter.started(now);
            outcomes.refused(attempt, now);
        }
    }

    private int begin(int message, long now) {
        var attempt = attempts.take(message, messages.receives[message], now);
        attempts.upstreamNanos[attempt] = sampler.upstreamNanos();
        attempts.decodingNanos[attempt] = sampler.decodingNanos();
        attempts.state[attempt] = Attempts.WORKING;
        ends.add(attempt, now);
        if (calls != null) {
            calls.begins(attempt);
        }
        return attempt;
    }

    /// An attempt in a slot has done its work and calls the model, or whatever is upstream.
    ///
    /// @return whether it keeps its slot
    boolean call(int attempt, long now) {
        if (calls == null) {
            waits(attempt, now);
            return true;
        }
        var message = attempts.message[attempt];
        var number = MessageRules.index(messages.number[message], attempts.receive[attempt] - 1);
        var wait = calls.call(attempt, message, number, now);
        if (wait == AttemptCalls.TAKEN) {
            waits(attempt, now);
        } else if (wait == Unit.NEVER) {
            outcomes.refused(attempt, now);
            return false;
        } else if (calls.calls.releasesSlot) {
            meter.interrupted(now);
            calls.leaves(attempt, now);
            attempts.state[attempt] = Attempts.AWAY;
            outcomes.plan(now + wait, attempt);
            return false;
        } else {
            calls.limits.holding(1, now);
            attempts.state[attempt] = Attempts.HOLDING;
            outcomes.plan(now + wait, attempt);
        }
        return true;
    }

    /// An attempt has waited in its slot and calls again; tells whether it keeps the slot.
    boolean callAgain(int attempt, long now) {
        Objects.requireNonNull(calls).limits.holding(-1, now);
        return call(attempt, now);
    }

    /// An attempt without a slot wants one again.
    void wantsSlot(int attempt, boolean isFree, long now) {
        var limited = Objects.requireNonNull(calls);
        limited.comesBack(attempt, now);
        attempts.state[attempt] = Attempts.BACK;
        if (!isFree) {
            limited.limits.foundNoSlot();
        }
    }

    /// It gets it, and calls again; tells whether it keeps the slot.
    boolean resumes(int attempt, long now) {
        Objects.requireNonNull(calls).resumes(attempt, now);
        attempts.state[attempt] = Attempts.WORKING;
        meter.started(now);
        return call(attempt, now);
    }

    /// An attempt waits for something upstream.
    private void waits(int attempt, long now) {
        attempts.state[attempt] = Attempts.WAITING;
        outcomes.plan(now + attempts.upstreamNanos[attempt], attempt);
    }

    /// When something happens to a message of itself.
    long next() {
        return Math.min(outcomes.due.next(), ends.next());
    }

    /// Does the next thing that happens of itself.
    ///
    /// @return the attempt whose wait is over, -1 if something else happened
    int step() {
        var planned = outcomes.due.next();
        var end = ends.next();
        if (end < planned) {
            queue.comeBack(attempts.message[ends.removeNext()], end);
            return -1;
        }
        var what = outcomes.due.removeNext();
        if (what < 0) {
            isDue(~what, planned);
        } else if (attempts.state[what] == Attempts.LOST) {
            attempts.free(what);
        } else {
            return what;
        }
        return -1;
    }

    private void isDue(int message, long now) {
        if (messages.state[message] == Messages.HELD) {
            tally.notSent--;
            queue.send(message, now);
        } else {
            queue.comeBack(message, now);
            messages.letGo(message);
        }
    }

    /// The work of an attempt is done: its message is deleted, or comes back.
    void done(int attempt, long now) {
        outcomes.done(attempt, now);
    }

    /// A worker is gone with its unit: the message comes back when its time is over.
    void lost(int attempt, long now) {
        outcomes.lost(attempt, now);
    }

    /// The run ends with what has not ended.
    void countInFlight(long now) {
        queue.countInFlight(now);
        for (var attempt = 0; calls != null && attempt < attempts.end(); attempt++) {
            if (attempts.state[attempt] < Attempts.LOST && attempts.state[attempt] != Attempts.WAITING) {
                calls.unsent(attempts.message[attempt], now);
            }
        }
    }
}
