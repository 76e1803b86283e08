package dev.hostlab.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How attempts at messages end: with a delete, in vain, by a failure, by a refusal, or with their unit. Whatever does
/// not delete its message leaves it to the visibility timeout. Sources: Amazon SQS API reference, DeleteMessage and
/// ChangeMessageVisibility, read 2026-11-23.
final class AttemptEnds {

    /// What happens later: attempts that go on, and messages, as their complement, that come into the queue.
    final UpstreamWaits due = new UpstreamWaits(1_024);
    private final MessageQueue queue;
    private final MessageTally tally;
    private final Messages messages;
    private final Attempts attempts;
    private final MessageRules rules;
    private final Meter meter;
    private final @Nullable AttemptCalls calls;

    /// @param calls what attempts meet in limits; null where nothing is limited
    AttemptEnds(MessageQueue queue, Attempts attempts, MessageRules rules, Meter meter, @Nullable AttemptCalls calls) {
        this.queue = queue;
        this.tally = queue.tally;
        this.messages = queue.messages;
        this.attempts = attempts;
        this.rules = rules;
        this.meter = meter;
        this.calls = calls;
    }

    void plan(long at, int what) {
        if (due.isFull()) {
            due.grow();
        }
        due.add(at, what);
    }

    /// The work of an attempt is done: its message is deleted, or comes back.
    void done(int attempt, long now) {
        var message = attempts.message[attempt];
        var fails = rules.fails(messages.number[message], attempts.receive[attempt]);
        tally.changes += rules.extensions(now - attempts.started[attempt]);
        tally.deletes += fails ? 0 : 1;
        if (calls != null) {
            calls.ended(message, now);
        }
        if (fails) {
            tally.failed++;
            waste(attempt, now);
            leave(attempt, now, rules.releases() ? now : rules.visibleAt(attempts.started[attempt], now));
        } else if (messages.state[message] != Messages.ENDED && (isLatest(attempt) || rules.oldReceiptDeletes())) {
            served(attempt, now);
            queue.delete(message, now);
        } else {
            tally.inVain++;
            waste(attempt, now);
        }
        attempts.free(attempt);
        letGo(message);
    }

    private void served(int attempt, long now) {
        var message = attempts.message[attempt];
        var arrived = messages.arrived[message];
        var decoding = attempts.decodingNanos[attempt];
        if (calls == null) {
            meter.left(arrived, attempts.started[attempt], now, decoding);
            return;
        }
        var servedBefore = meter.total().served;
        var waited = attempts.started[attempt] - messages.sent[message] + calls.waited(attempt);
        meter.left(arrived, arrived + waited, now, decoding);
        if (meter.total().served > servedBefore) {
            calls.served(message, now - arrived, decoding);
        }
    }

    /// An attempt in a slot is refused for good: its message comes back.
    void refused(int attempt, long now) {
        var message = attempts.message[attempt];
        var refusedFor = Objects.requireNonNull(calls).calls.refusedFor();
        tally.changes += rules.extensions(now - attempts.started[attempt]);
        tally.changes += rules.releases() && refusedFor != Unit.NEVER ? 1 : 0;
        tally.failed++;
        waste(attempt, now);
        leave(attempt, now, rules.visibleAfterRefusal(attempts.started[attempt], now, refusedFor));
        attempts.free(attempt);
        letGo(message);
    }

    /// A worker is gone with its unit: the message comes back when its time is over.
    void lost(int attempt, long now) {
        var message = attempts.message[attempt];
        tally.changes += rules.extensions(now - attempts.started[attempt]);
        tally.lost++;
        if (calls != null) {
            loses(attempt, calls, now);
        }
        waste(attempt, now);
        leave(attempt, now, rules.visibleAt(attempts.started[attempt], now));
        if (attempts.isPlanned(attempt)) {
            attempts.state[attempt] = Attempts.LOST;
        } else {
            attempts.free(attempt);
        }
        letGo(message);
    }

    private void loses(int attempt, AttemptCalls limited, long now) {
        if (attempts.state[attempt] == Attempts.WAITING) {
            limited.ended(attempts.message[attempt], now);
            return;
        }
        limited.unsent(attempts.message[attempt], now);
        if (attempts.state[attempt] == Attempts.HOLDING) {
            limited.limits.holding(-1, now);
        } else if (!attempts.hasSlot(attempt)) {
            limited.comesBack(attempt, now);
        }
    }

    private void waste(int attempt, long now) {
        if (attempts.hasSlot(attempt)) {
            meter.interrupted(now);
        }
        var away = calls == null ? 0 : calls.away(attempt);
        tally.wastedNanos += now - attempts.started[attempt] - away;
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
