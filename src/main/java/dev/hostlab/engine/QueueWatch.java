package dev.hostlab.engine;

import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.routing.Routing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Watches the central queue: how old its oldest waiting message is at the end of each tick.
///
/// CloudWatch's age counts messages that a worker has and has not deleted as well, so it is larger by the time of
/// one processing at most. Source: Amazon SQS developer guide, available CloudWatch metrics:
/// ApproximateAgeOfOldestMessage, read 2026-11-23.
final class QueueWatch {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Kernel kernel;
    private final Meter meter;
    private final QueuePlan plan;
    private final boolean central;
    private double ageSeconds;
    private double oldestSeconds;
    private long watchedNanos;
    private long withinNanos;
    private long tickStart;
    private double idleSlotNanos;

    QueueWatch(Kernel kernel, Meter meter, RunInput input) {
        this.kernel = kernel;
        this.meter = meter;
        this.plan = input.queue();
        this.central = input.plan().routing() == Routing.CENTRAL;
    }

    /// Messages that wait when the run starts.
    static long startMessages(RunInput input) {
        return input.plan().routing() == Routing.CENTRAL ? input.queue().startMessages() : 0;
    }

    /// Requests that wait now; messages that can be received.
    long waiting() {
        return kernel.waiting(meter);
    }

    /// What clients asked again so far.
    RunResult.Repeats repeats() {
        return kernel.repeats();
    }

    /// Slots had no message for so long, each added up.
    void idle(double slotNanos) {
        idleSlotNanos += Math.max(0, slotNanos);
    }

    /// A tick ends now.
    void close(long now) {
        if (!central) {
            return;
        }
        var oldest = kernel.oldestWaiting();
        ageSeconds = oldest == Unit.NEVER ? 0 : (now - oldest) / NANOS_PER_SECOND;
        oldestSeconds = Math.max(oldestSeconds, ageSeconds);
        watchedNanos += now - tickStart;
        withinNanos += ageSeconds <= plan.ageTargetSeconds() ? now - tickStart : 0;
        tickStart = now;
    }

    /// Age of the oldest message that waited at the end of the last tick, 0 where none did.
    double ageSeconds() {
        return ageSeconds;
    }

    /// What was found; empty where there is no central queue.
    Optional<RunResult.Queue> result() {
        return central && watchedNanos > 0
                ? Optional.of(new RunResult.Queue(
                        plan.startMessages(), oldestSeconds, (double) withinNanos / watchedNanos, deliveries()))
                : Optional.empty();
    }

    private RunResult.@Nullable Deliveries deliveries() {
        var redelivery = plan.redeliveryOrNull();
        if (redelivery == null) {
            return null;
        }
        var empty = idleSlotNanos / NANOS_PER_SECOND / redelivery.longPollSeconds();
        var played = kernel.deliveries(empty);
        return played == null ? deliveredOnce(empty) : played;
    }

    /// Where no message came back each was received once, if at all, and deleted when it left its worker.
    private RunResult.Deliveries deliveredOnce(double empty) {
        var total = meter.total();
        var receives = total.arrived - meter.waiting();
        var tally = new MessageTally();
        tally.deletes = total.arrived - meter.inside();
        return tally.figures(total.arrived, receives, empty);
    }
}
