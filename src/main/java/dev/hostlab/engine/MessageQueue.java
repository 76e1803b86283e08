package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// The central queue as a standard queue of Amazon SQS keeps it: which message is received next, when one is visible
/// again, and when it has ended. Sources: Amazon SQS developer guide, "Amazon SQS visibility timeout", "Using
/// dead-letter queues", "Quotas related to queues"; read 2026-11-23.
///
/// Every message ends in exactly one way: it is deleted, it becomes a dead letter, or it expires. Whether one has to
/// be dropped is looked at when it is next.
final class MessageQueue {

    /// After how many receives CloudWatch's age of the oldest message leaves a message out.
    private static final int RECEIVES_IN_AGE = 3;

    final Messages messages = new Messages();
    final MessageTally tally = new MessageTally();
    private final MessageRules rules;
    private final Meter meter;
    private final RequestSampler sampler;
    private final @Nullable AttemptCalls calls;
    /// Messages that nobody has received: kept where limits are played, drawn again where they are not.
    private final VisitLine kept = new VisitLine();
    private final FreshLine fresh;
    private final ReturnedLines returned = new ReturnedLines();
    private long keptVisible;
    private int inFlight;

    /// @param sampler draws what messages need
    /// @param twin    a second source of the same messages
    /// @param calls   what messages meet in limits; null where nothing is limited
    MessageQueue(
            MessageRules rules, Meter meter, RequestSampler sampler, RequestSource twin, @Nullable AttemptCalls calls) {
        this.rules = rules;
        this.meter = meter;
        this.sampler = sampler;
        this.calls = calls;
        this.fresh = new FreshLine(twin);
    }

    /// Messages that may be received now.
    long visible() {
        return fresh.size() + keptVisible;
    }

    boolean mayDeliver() {
        return inFlight < rules.inFlightLimit();
    }

    /// A message that nobody can receive at once joins the line.
    void join(long number) {
        fresh.add(number);
    }

    /// A message that has just arrived and been drawn is received.
    int receiveNew(long number, long now) {
        return receive(messages.take(number, now));
    }

    /// A message has arrived and been drawn where limits are played; it is not in the queue yet.
    int keep(long number, long now) {
        var message = messages.take(number, now);
        messages.inputTokens[message] = sampler.inputTokens();
        messages.outputTokens[message] = sampler.outputTokens();
        messages.state[message] = Messages.HELD;
        return message;
    }

    /// A message that was kept comes into the queue.
    void send(int message, long now) {
        messages.sent[message] = now;
        messages.state[message] = Messages.VISIBLE;
        messages.hold(message);
        kept.add(message);
        keptVisible++;
    }

    /// Receives the message that is next.
    ///
    /// @return the message, drawn by [#sampler]; -1 if there is none
    int receiveNext(long now) {
        while (visible() > 0 && mayDeliver()) {
            var first = nextKept();
            var message = first < 0 ? receiveFresh(now) : receiveKept(first, now);
            if (message >= 0) {
                return message;
            }
        }
        return -1;
    }

    /// The kept message that is next, -1 if it is a fresh one.
    private int nextKept() {
        if (kept.isEmpty()) {
            return returned.removeBefore(fresh.isEmpty() ? Unit.NEVER : fresh.headArrived());
        }
        var again = returned.removeBefore(messages.sent[kept.head()]);
        return again < 0 ? kept.removeHead() : again;
    }

    private int receiveFresh(long now) {
        var arrived = fresh.headArrived();
        var message = -1;
        if (meter.hasAbandoned(arrived, now)) {
            meter.abandoned(arrived, now);
        } else if (rules.hasExpired(arrived, now)) {
            expire(now);
        } else {
            fresh.drawHead(sampler);
            message = receive(messages.take(fresh.headNumber(), arrived));
        }
        fresh.removeHead();
        return message;
    }

    private int receiveKept(int message, long now) {
        var received = -1;
        if (messages.state[message] != Messages.ENDED) {
            keptVisible--;
            if (isDropped(message, now)) {
                end(message, now);
            } else {
                var index = MessageRules.index(messages.number[message], messages.receives[message]);
                sampler.drawAgain(index, messages.inputTokens[message], messages.outputTokens[message]);
                tally.redeliveries += messages.receives[message] > 0 ? 1 : 0;
                received = receive(message);
            }
        }
        messages.letGo(message);
        return received;
    }

    private boolean isDropped(int message, long now) {
        var arrived = messages.arrived[message];
        if (meter.hasAbandoned(arrived, now)) {
            meter.abandoned(arrived, now);
        } else if (rules.hasExpired(messages.sent[message], now)) {
            expire(now);
        } else if (rules.isDead(messages.receives[message])) {
            tally.deadLettered++;
            drop(now);
        } else {
            return false;
        }
        return true;
    }

    private int receive(int message) {
        messages.state[message] = Messages.HIDDEN;
        messages.inputTokens[message] = sampler.inputTokens();
        messages.outputTokens[message] = sampler.outputTokens();
        messages.receives[message]++;
        messages.workers[message]++;
        messages.hold(message);
        inFlight++;
        return message;
    }

    /// A message that was hidden, and has not ended, is visible again.
    void comeBack(int message, long now) {
        if (messages.state[message] == Messages.HIDDEN) {
            inFlight--;
            messages.state[message] = Messages.VISIBLE;
            messages.hold(message);
            returned.add(message, messages.receives[message], now);
            keptVisible++;
        }
    }

    /// A worker deletes a message that is there.
    void delete(int message, long now) {
        if (messages.state[message] == Messages.HIDDEN) {
            inFlight--;
        } else {
            keptVisible--;
        }
        end(message, now);
    }

    private void end(int message, long now) {
        if (calls != null) {
            calls.left(message);
            unsentIfNew(message, calls, now);
        }
        messages.end(message);
    }

    private void unsentIfNew(int message, AttemptCalls limited, long now) {
        if (messages.receives[message] == 0) {
            limited.unsent(message, now);
        }
    }

    private void expire(long now) {
        tally.expired++;
        drop(now);
    }

    /// It counts as failed, however long ago it was sent.
    private void drop(long now) {
        meter.lostWaiting(now, now);
    }

    /// When the oldest message arrived that no worker is at, leaving out those received more often than CloudWatch
    /// counts; [Unit#NEVER] if there is none.
    long oldestWaiting() {
        var oldest = fresh.isEmpty() ? Unit.NEVER : fresh.headArrived();
        for (var message = 0; message < messages.end(); message++) {
            if (messages.state[message] < Messages.ENDED
                    && messages.workers[message] == 0
                    && messages.receives[message] <= RECEIVES_IN_AGE) {
                oldest = Math.min(oldest, messages.sent[message]);
            }
        }
        return oldest;
    }

    /// The run ends with these messages neither deleted nor dropped.
    void countInFlight(long now) {
        for (var message = 0; message < messages.end(); message++) {
            if (messages.state[message] != Messages.ENDED) {
                var visible = messages.state[message] == Messages.VISIBLE;
                stillThere(messages.arrived[message], visible && rules.hasExpired(messages.sent[message], now), now);
                if (calls != null) {
                    unsentIfNew(message, calls, now);
                }
            }
        }
        for (; !fresh.isEmpty(); fresh.removeHead()) {
            stillThere(fresh.headArrived(), rules.hasExpired(fresh.headArrived(), now), now);
        }
    }

    private void stillThere(long arrived, boolean expired, long now) {
        if (expired) {
            tally.expired++;
            meter.total().failed++;
        } else {
            meter.stillInside(arrived, now);
        }
    }
}
