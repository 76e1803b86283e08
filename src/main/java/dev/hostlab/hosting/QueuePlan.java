package dev.hostlab.hosting;

import dev.hostlab.settings.QueueParameters;
import dev.hostlab.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The central queue that workers pull from. Without effect where a load balancer sends the requests.
///
/// @param startMessages    messages that wait when the run starts
/// @param ageTargetSeconds how old the oldest waiting message may become
/// @param redeliveryOrNull how messages are delivered again; null where what a worker loses is lost
/// @param calls            how its API is called
public record QueuePlan(
        long startMessages,
        double ageTargetSeconds,
        @Nullable Redelivery redeliveryOrNull,
        QueueCalls calls) {

    /// A queue that starts empty and forgets what it delivered.
    public static final QueuePlan EMPTY = new QueuePlan(0, QueueParameters.AGE_TARGET_SECONDS.standard(), null);

    /// A queue to whose API each message takes calls of its own.
    public QueuePlan(long startMessages, double ageTargetSeconds, @Nullable Redelivery redeliveryOrNull) {
        this(startMessages, ageTargetSeconds, redeliveryOrNull, QueueCalls.ONE_BY_ONE);
    }

    public QueuePlan {
        if (startMessages < 0 || !(ageTargetSeconds > 0)) {
            throw new IllegalArgumentException(
                    "Messages are at least 0, ages above 0: " + startMessages + ", " + ageTargetSeconds);
        }
    }

    public static QueuePlan of(Settings settings) {
        return new QueuePlan(
                settings.get(QueueParameters.START_MESSAGES),
                settings.get(QueueParameters.AGE_TARGET_SECONDS),
                Redelivery.of(settings),
                QueueCalls.of(settings));
    }

    /// The same queue, empty at the start.
    public QueuePlan emptied() {
        return new QueuePlan(0, ageTargetSeconds, redeliveryOrNull, calls);
    }

    public Optional<Redelivery> redelivery() {
        return Optional.ofNullable(redeliveryOrNull);
    }
}
