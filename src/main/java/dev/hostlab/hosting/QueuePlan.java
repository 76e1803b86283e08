package dev.hostlab.hosting;

import dev.hostlab.settings.QueueParameters;
import dev.hostlab.settings.Settings;

/// The central queue that workers pull from. Without effect where a load balancer sends the requests.
///
/// @param startMessages    messages that wait when the run starts
/// @param ageTargetSeconds how old the oldest waiting message may become
public record QueuePlan(long startMessages, double ageTargetSeconds) {

    /// A queue that starts empty.
    public static final QueuePlan EMPTY = new QueuePlan(0, QueueParameters.AGE_TARGET_SECONDS.standard());

    public QueuePlan {
        if (startMessages < 0 || !(ageTargetSeconds > 0)) {
            throw new IllegalArgumentException(
                    "Messages are at least 0, ages above 0: " + startMessages + ", " + ageTargetSeconds);
        }
    }

    public static QueuePlan of(Settings settings) {
        return new QueuePlan(
                settings.get(QueueParameters.START_MESSAGES), settings.get(QueueParameters.AGE_TARGET_SECONDS));
    }
}
