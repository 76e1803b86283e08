package dev.hostlab.engine;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rented;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Begins the starts of units: as many at a time as the account's quota holds, no faster than the launch limits
/// allow, and in a cluster when an instance has room.
final class UnitStarts {

    private static final int STAGES_UNTIL_RESUMED = 2;

    private final FleetPlan plan;
    private final FleetContext context;
    private final LaunchPacer pacer;
    private final int quota;
    private final Deque<FleetUnit> held = new ArrayDeque<>();
    private final Average heldNow = new Average(0);
    private final Average begun = new Average(0);
    private @Nullable Cluster cluster;
    private Optional<WarmStarts> warm = Optional.empty();
    private int running;
    private int starting;
    private long launches;
    private long holds;
    private long activityEnds;

    UnitStarts(FleetPlan plan, FleetContext context) {
        this.plan = plan;
        this.context = context;
        this.pacer = new LaunchPacer(plan.launches());
        this.quota = plan.rented() instanceof Rented.PerUnit each ? each.quota() : Integer.MAX_VALUE;
    }

    /// Units are taken from this pool while it has any.
    void from(WarmStarts pool) {
        warm = Optional.of(pool);
    }

    /// Units start on the instances of this cluster.
    void on(Cluster instances) {
        cluster = instances;
    }

    /// Units that the quota allows at the start of the run.
    int initial(int wanted) {
        running = Math.min(wanted, quota);
        begun.restart(running);
        return running;
    }

    void launch(FleetUnit unit, long now) {
        launches++;
        if (running < quota) {
            allow(unit, now);
        } else {
            holds++;
            held.add(unit);
            heldNow.set(held.size(), now);
        }
    }

    private void allow(FleetUnit unit, long now) {
        running++;
        unit.allowedAt = now;
        unit.pacedAt = pacer.next(now);
        unit.pacedBy = pacer.binding();
        if (cluster == null) {
            begin(unit, unit.pacedAt);
        } else {
            cluster.place(unit, unit.pacedAt);
        }
    }

    /// The start of a unit begins: nothing more stands in its way.
    void begin(FleetUnit unit, long now) {
        starting++;
        var at = Math.max(now, unit.pacedAt);
        var cached = unit.instance != null && unit.instance.hasImage;
        var startUp = cached && plan.rented() instanceof Rented.OnInstances on
                ? on.cachedTaskStart()
                : warm.map(pool -> pool.next(plan.start(), at)).orElse(plan.start());
        var timing = context.startUps().draw(startUp, at, starting);
        unit.begun = true;
        unit.requestedAt = at;
        unit.timing = timing;
        unit.billedFrom = timing.billedFrom();
        begun.set(begun.value() + 1, now);
        activityEnds = Math.max(activityEnds, activityEnd(timing));
        context.calendar().plan(timing.ready(), new ControlEvent.UnitReady(unit));
    }

    /// An activity that ends in the group ends there when the instance runs; one from a warm pool runs when it has
    /// resumed.
    private long activityEnd(StartUpDraws.Timing timing) {
        var stages = plan.scaling().activityEndsAfter();
        if (stages.isEmpty() || stages.getAsInt() >= plan.start().stages().size()) {
            return timing.ready();
        }
        var cold = timing.startUp().equals(plan.start());
        return timing.ends()[cold ? stages.getAsInt() - 1 : STAGES_UNTIL_RESUMED - 1];
    }

    /// Takes back a start that has not begun; false if it has.
    boolean cancel(FleetUnit unit, long now) {
        if (held.remove(unit)) {
            heldNow.set(held.size(), now);
            return true;
        }
        if (cluster != null && cluster.cancel(unit)) {
            running--;
            return true;
        }
        return false;
    }

    /// A start that had begun is over, well or not.
    void over() {
        starting--;
    }

    /// A unit that had begun is gone; the quota has room for one that was held.
    void gone(long now) {
        begun.set(begun.value() - 1, now);
        running--;
        if (running < quota && !held.isEmpty()) {
            var next = held.removeFirst();
            heldNow.set(held.size(), now);
            allow(next, now);
        }
    }

    /// When the starts begun so far count as completed.
    long activityEnds() {
        return activityEnds;
    }

    /// Units that exist: starting, in service or draining.
    Average begun() {
        return begun;
    }

    long launches() {
        return launches;
    }

    /// Launches that the quota has held back.
    long holds() {
        return holds;
    }

    /// Units that the quota holds back.
    Average held() {
        return heldNow;
    }
}
