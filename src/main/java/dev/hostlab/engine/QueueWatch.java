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
    private final QueueCallMeter calls;
    private double ageSeconds;
    private double oldestSeconds;
    private long watchedNanos;
    private long withinNanos;
    private long tickStart;

    QueueWatch(Kernel kernel, Meter meter, RunInput input) {
        this.kernel = kernel;
        this.meter = meter;
        this.plan = input.queue();
        this.central = input.plan().routing() == Routing.CENTRAL;
        this.calls = new QueueCallMeter(plan.calls(), input.plan().unit(), plan.startMessages());
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

    /// A tick is over: what workers asked of the queue meanwhile.
    void add(Tick tick) {
        if (central) {
            calls.add(tick);
        }
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

    /// Requests to the queue's API, 0 where there is none.
    long requests() {
        var made = central ? deliveries() : null;
        return made == null ? 0 : made.calls();
    }

    private RunResult.@Nullable Deliveries deliveries() {
        if (plan.redeliveryOrNull() == null) {
            return null;
        }
        var played = kernel.deliveries(calls);
        return played == null ? deliveredOnce() : played;
    }

    /// Where no message came back each was received once, if at all, and deleted when it left its worker.
    private RunResult.Deliveries deliveredOnce() {
        var total = meter.total();
        var entered = total.arrived - total.rejected;
        var tally = new MessageTally();
        tally.deletes = entered - meter.inside();
        return tally.figures(entered, entered - meter.waiting(), calls);
    }
}
