package dev.hostlab.engine;

import dev.hostlab.hosting.StartUp;
import dev.hostlab.hosting.WarmPool;
import dev.hostlab.usage.ComputeUsage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A warm pool over a run: full at the start, and refilled as instances are taken from it.
final class WarmStarts {

    private static final double NANOS_PER_SECOND = 1e9;

    private final WarmPool plan;
    private final FleetContext context;
    private final CapacityMeter meter;
    private final Average kept;
    private final Deque<StartUpDraws.Timing> filling = new ArrayDeque<>();

    /// @param meter of the instances, which pays for those that are on their way into the pool
    WarmStarts(WarmPool plan, FleetContext context, CapacityMeter meter) {
        this.plan = plan;
        this.context = context;
        this.meter = meter;
        this.kept = new Average(plan.size());
    }

    /// How the next instance starts: from the pool while it has one, otherwise as it would without a pool.
    StartUp next(StartUp cold, long now) {
        if (kept.value() < 1) {
            return cold;
        }
        kept.set(kept.value() - 1, now);
        var timing = context.startUps().draw(plan.filling(), now, 1);
        filling.add(timing);
        context.calendar().plan(timing.ready(), new ControlEvent.PoolFilled(this));
        return plan.start();
    }

    /// The instance that has been on its way for longest waits in the pool now; any of them would do.
    void filled(long now) {
        kept.set(kept.value() + 1, now);
        var timing = filling.stream()
                .filter(candidate -> candidate.ready() == now)
                .findFirst()
                .orElseThrow();
        filling.remove(timing);
        meter.ended(timing.billedFrom(), now, now);
    }

    /// What waiting has cost until then; those still on their way are paid for too.
    ///
    /// @param closed adds them
    List<ComputeUsage> closed(CapacityMeter closed, long until) {
        filling.forEach(timing -> closed.cut(timing.billedFrom(), until, until));
        var seconds = kept.areaNanos(until) / NANOS_PER_SECOND;
        return plan.size() == 0 ? List.of() : List.of(new ComputeUsage(plan.kept(), seconds, 0, seconds, 0, 0));
    }
}
