package dev.hostlab.hosting;

import dev.hostlab.settings.DeliveryParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TrafficParameters;

/// How a queue's API is called, and how many requests Amazon SQS counts for that.
///
/// Every call is a request, whether it brings a message or not, and one more for each 64 KiB begun of the messages
/// that it carries. Source: Amazon SQS developer guide, "Amazon SQS short and long polling" and "Amazon SQS batch
/// actions"; Amazon SQS features, "Payload size" (each chunk of 64 KB is billed as one request), read 2026-11-23.
///
/// @param longPollSeconds how long a receive waits for a message, above 0
/// @param pollersPerTask  receives that a task keeps waiting while it has nothing to do; 0 for one a slot
/// @param batches         messages a call
/// @param messageBytes    size of a message, 0 or more
public record QueueCalls(double longPollSeconds, int pollersPerTask, Batches batches, double messageBytes) {

    private static final double CHUNK_BYTES = 65_536;

    /// Messages that a call carries, each from 1 to 10.
    ///
    /// @param sent     of a producer
    /// @param received most that a receive brings while messages wait; one that came to a waiting worker is alone
    /// @param deleted  of a worker
    public record Batches(int sent, int received, int deleted) {

        public static final Batches NONE = new Batches(1, 1, 1);

        public Batches {
            if (sent < 1 || received < 1 || deleted < 1) {
                throw new IllegalArgumentException(
                        "A call carries a message at least: " + sent + ", " + received + ", " + deleted);
            }
        }
    }

    /// What happened to messages.
    ///
    /// @param sent          by producers
    /// @param atOnce        received by a worker that was waiting for one
    /// @param waited        received after they had waited in the queue, again or not
    /// @param deleted       by workers
    /// @param changes       of a message's visibility, one call each
    /// @param emptyReceives calls that came back without a message
    public record Messages(
            double sent, double atOnce, double waited, double deleted, double changes, double emptyReceives) {}

    /// Every message in calls of its own, and a poller a slot.
    public static final QueueCalls ONE_BY_ONE = new QueueCalls(20, 0, Batches.NONE, 0);

    public QueueCalls {
        if (!(longPollSeconds > 0) || pollersPerTask < 0 || !(messageBytes >= 0)) {
            throw new IllegalArgumentException("A poll takes time, and nothing is below 0: " + longPollSeconds + ", "
                    + pollersPerTask + ", " + messageBytes);
        }
    }

    public static QueueCalls of(Settings settings) {
        return new QueueCalls(
                settings.get(DeliveryParameters.LONG_POLL_SECONDS),
                settings.get(DeliveryParameters.POLLERS_PER_TASK),
                new Batches(
                        settings.get(DeliveryParameters.MESSAGES_PER_SEND),
                        settings.get(DeliveryParameters.MESSAGES_PER_RECEIVE),
                        settings.get(DeliveryParameters.MESSAGES_PER_DELETE)),
                settings.get(TrafficParameters.REQUEST_BYTES));
    }

    /// Requests that are counted for so many messages.
    public double requests(Messages messages) {
        return carrying(messages.sent, batches.sent)
                + carrying(messages.atOnce, 1)
                + carrying(messages.waited, batches.received)
                + messages.deleted / batches.deleted
                + messages.changes
                + messages.emptyReceives;
    }

    /// Pollers that wait while so many slots are idle.
    ///
    /// @param idleSlots idle slots × time
    /// @param tasks     tasks × time, in the same unit
    public double waiting(double idleSlots, double tasks) {
        var idle = Math.max(0, idleSlots);
        return pollersPerTask == 0 ? idle : Math.min(idle, pollersPerTask * tasks);
    }

    /// Calls that come back empty while pollers wait for so long, each added up, and so many messages come to them.
    ///
    /// A call is empty if no message comes to its poller for the time of a long poll. Messages come to each at
    /// the rate r = messages ÷ waiting, at any time alike, so that a wait has 1 ÷ (e^(r L) − 1) empty calls in
    /// the mean; without messages it is one each L seconds.
    ///
    /// @param waitingSeconds pollers × seconds
    /// @param messages       that found a poller waiting
    public double emptyReceives(double waitingSeconds, double messages) {
        if (waitingSeconds <= 0) {
            return 0;
        }
        var perPoll = messages * longPollSeconds / waitingSeconds;
        return perPoll > 0 ? messages / StrictMath.expm1(perPoll) : waitingSeconds / longPollSeconds;
    }

    private double carrying(double messages, int together) {
        return messages / together * Math.max(1, Math.ceil(together * messageBytes / CHUNK_BYTES));
    }
}
