package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.share;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// How the central queue delivers a message until a worker deletes it, as a standard queue of Amazon SQS does.
public final class DeliveryParameters {

    public static final Parameter<Double> VISIBILITY_TIMEOUT_SECONDS = parameter(
            "queue.visibilityTimeoutSeconds",
            30.0,
            seconds(1, 43_200),
            documented("Amazon SQS developer guide, 'Amazon SQS visibility timeout': 30 s unless set, 12 h at most"),
            "How long a message that a worker received is kept from the others. A message that is not deleted by then"
                    + " is delivered again, whatever its worker does.");

    public static final Parameter<Boolean> EXTENDS_VISIBILITY = parameter(
            "queue.extendsVisibility",
            false,
            flag(),
            documented("Amazon SQS API reference, ChangeMessageVisibility: a worker may extend it, up to 12 h in all;"
                    + " nobody does it for the worker"),
            "Whether workers renew the visibility timeout each time half of it has passed.");

    public static final Parameter<Integer> MAX_RECEIVES = parameter(
            "queue.maxReceives",
            0,
            whole(0, 1_000, "receives"),
            documented("Amazon SQS developer guide, 'Using dead-letter queues': no redrive policy unless set,"
                    + " maxReceiveCount from 1 to 1,000"),
            "Receives after which a message that comes back goes to a dead-letter queue; 0 for none.");

    public static final Parameter<Double> RETENTION_SECONDS = parameter(
            "queue.retentionSeconds",
            345_600.0,
            seconds(60, 1_209_600),
            documented("Amazon SQS developer guide, 'Amazon SQS message quotas': 4 days unless set, from 60 s to 14"
                    + " days"),
            "Age at which the queue drops a message that nobody works on.");

    public static final Parameter<Double> FAILURE_SHARE = parameter(
            "queue.failureShare",
            0.0,
            share(),
            assumed("processing succeeds unless you say how often it does not"),
            "Share of the attempts at messages that fail after all their work.");

    public static final Parameter<Double> POISON_SHARE = parameter(
            "queue.poisonShare",
            0.0,
            share(),
            assumed("no message is poison unless you say so"),
            "Share of the messages that fail in every attempt.");

    public static final Parameter<Boolean> FAILURE_RELEASES = parameter(
            "queue.failureReleases",
            false,
            flag(),
            documented("Amazon SQS developer guide, 'Terminating the visibility timeout for a message': a worker may"
                    + " set it to 0; otherwise the timeout runs out"),
            "Whether a worker that failed makes the message visible at once.");

    public static final Parameter<Boolean> OLD_RECEIPT_DELETES = parameter(
            "queue.oldReceiptDeletes",
            false,
            flag(),
            assumed("Amazon SQS API reference, DeleteMessage: with the receipt handle of an earlier receive the"
                    + " message might not be deleted; how often it is, nobody says"),
            "Whether a worker can still delete a message that another worker has received since.");

    public static final Parameter<Integer> IN_FLIGHT_LIMIT = parameter(
            "queue.inFlightLimit",
            120_000,
            whole(1, 120_000, "messages"),
            documented("Amazon SQS developer guide, 'Quotas related to queues': about 120,000 in a standard queue"),
            "Messages that may be received and neither deleted nor visible again; at the limit none is received.");

    public static final Parameter<Double> LONG_POLL_SECONDS = parameter(
            "queue.longPollSeconds",
            20.0,
            seconds(1, 20),
            documented("Amazon SQS developer guide, 'Amazon SQS short and long polling': 20 s at most, and best"),
            "How long a worker's call waits for a message before it comes back empty. Decides only how many calls"
                    + " are made.");

    public static final Parameter<Integer> POLLERS_PER_TASK = parameter(
            "queue.pollersPerTask",
            0,
            whole(0, 1_000, "pollers"),
            assumed("a thread that receives for each slot; libraries with one receiving loop a process have 1"),
            "Calls that a task without work keeps waiting for messages; 0 for one a slot. Decides only how many calls"
                    + " are made.");

    public static final Parameter<Integer> MESSAGES_PER_SEND = parameter(
            "queue.messagesPerSend",
            1,
            whole(1, 10, "messages"),
            assumed("producers send each message as it comes; SendMessageBatch takes up to 10"),
            "Messages that producers send in a call. Decides only how many calls are made.");

    public static final Parameter<Integer> MESSAGES_PER_RECEIVE = parameter(
            "queue.messagesPerReceive",
            1,
            whole(1, 10, "messages"),
            documented("Amazon SQS API reference, ReceiveMessage, MaxNumberOfMessages: 1 unless set, 10 at most"),
            "Most messages that a call of a worker brings while messages wait. Decides only how many calls are made.");

    public static final Parameter<Integer> MESSAGES_PER_DELETE = parameter(
            "queue.messagesPerDelete",
            1,
            whole(1, 10, "messages"),
            assumed("workers delete each message when its work is done; DeleteMessageBatch takes up to 10"),
            "Messages that workers delete in a call. Decides only how many calls are made.");

    public static final List<Parameter<?>> ALL = List.of(
            VISIBILITY_TIMEOUT_SECONDS,
            EXTENDS_VISIBILITY,
            MAX_RECEIVES,
            RETENTION_SECONDS,
            FAILURE_SHARE,
            POISON_SHARE,
            FAILURE_RELEASES,
            OLD_RECEIPT_DELETES,
            IN_FLIGHT_LIMIT,
            LONG_POLL_SECONDS,
            POLLERS_PER_TASK,
            MESSAGES_PER_SEND,
            MESSAGES_PER_RECEIVE,
            MESSAGES_PER_DELETE);

    private DeliveryParameters() {}
}
