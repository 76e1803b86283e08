package dev.hostlab.engine;

import dev.hostlab.hosting.Redelivery;
import dev.hostlab.hosting.Rented;
import dev.hostlab.routing.Routing;
import org.jspecify.annotations.Nullable;

/// When a queue delivers messages again, and how long a run and its workers go on, so that it can be seen whether any
/// message comes back at all.
///
/// @param redelivery   null where what a worker loses is lost
/// @param graceSeconds for how long a unit that was told to stop goes on, whatever makes it stop
/// @param runSeconds   length of the run
/// @param mostSlots    slots that there can be
record MessageReturns(@Nullable Redelivery redelivery, double graceSeconds, double runSeconds, long mostSlots) {

    /// No message is delivered again.
    static final MessageReturns NONE = new MessageReturns(null, 0, 0, 0);

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MS_PER_SECOND = 1e3;

    static MessageReturns of(RunInput input) {
        var plan = input.plan();
        if (plan.routing() != Routing.CENTRAL) {
            return NONE;
        }
        var pulledAway =
                plan.rented() instanceof Rented.OnInstances on && !on.rules().managedDraining();
        return new MessageReturns(
                input.queue().redeliveryOrNull(),
                pulledAway ? 0 : plan.drain().drainSeconds(),
                input.arrivals().horizonNanos() / NANOS_PER_SECOND,
                (long) plan.range().maximum() * plan.unit().slots());
    }

    /// Whether any message can come back, expire, or wait for others in flight.
    boolean arePossible(KernelPlan plan, RequestSampler demands) {
        if (redelivery == null) {
            return false;
        }
        var longest = demands.longestMs() / MS_PER_SECOND;
        return !plan.isSteady()
                || !Kernels.holdsAreKnown(plan, demands)
                || redelivery.failures().any()
                || !plan.limits().access().provider().isUnlimited()
                || longest > Math.min(redelivery.visibilitySeconds(), graceSeconds)
                || runSeconds > redelivery.retentionSeconds()
                || mostSlots > redelivery.inFlightLimit();
    }
}
