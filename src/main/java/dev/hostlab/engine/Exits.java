package dev.hostlab.engine;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rented;
import org.jspecify.annotations.Nullable;

/// The ways in which units leave a fleet: their start is given up, they drain, or they are lost at once.
final class Exits {

    private static final double NANOS_PER_SECOND = 1e9;

    private final FleetPlan plan;
    private final Fleet fleet;
    private final FleetContext context;
    private long activityEnds;

    Exits(FleetPlan plan, Fleet fleet, FleetContext context) {
        this.plan = plan;
        this.fleet = fleet;
        this.context = context;
    }

    void activityBegins(long now) {
        activityEnds = now;
    }

    /// When the units that have left since the activity began will be gone.
    long activityEnds() {
        return activityEnds;
    }

    /// A start that is no longer wanted is stopped at once, as ECS stops a pending task.
    void giveUp(FleetUnit unit, long now) {
        fleet.startEnded();
        if (fleet.starts().cancel(unit, now)) {
            fleet.roster.forget(unit);
            unit.state = FleetUnit.State.GONE;
            return;
        }
        fleet.starts().over();
        fleet.rotation().leave(unit, now);
        var gone = now + nanos(plan.drain().stopSeconds());
        activityEnds = Math.max(activityEnds, gone);
        context.calendar().plan(gone, new ControlEvent.UnitGone(unit));
    }

    /// An instance ends under its tasks: they are drained, or lost with it; the service asks for others at once.
    void evict(ClusterInstance instance, long now) {
        var graceful =
                plan.rented() instanceof Rented.OnInstances on && on.rules().managedDraining();
        fleet.roster.on(instance).forEach(unit -> evict(unit, graceful, now));
        fleet.launchMissing(now, null);
    }

    private void evict(FleetUnit unit, boolean graceful, long now) {
        if (!graceful) {
            lose(unit, now);
        } else {
            retire(unit, now);
        }
    }

    /// Ends a unit gracefully, whatever it does.
    void retire(FleetUnit unit, long now) {
        if (unit.state == FleetUnit.State.STARTING) {
            giveUp(unit, now);
        } else if (Roster.isAlive(unit)) {
            drain(unit, now, null);
        }
    }

    /// A unit ends at once, with everything that it holds.
    void lose(FleetUnit unit, long now) {
        if (unit.state == FleetUnit.State.STARTING) {
            fleet.startEnded();
            fleet.starts().over();
        }
        if (unit.state == FleetUnit.State.IN_SERVICE) {
            fleet.rotation().takeOut(unit, now);
        }
        if (unit.state != FleetUnit.State.DRAINING) {
            fleet.rotation().leave(unit, now);
        }
        fleet.rotation().end(unit, now);
        fleet.gone(unit, now);
    }

    /// A unit gets no more requests and finishes what it has.
    void drain(FleetUnit unit, long now, @Nullable DecisionDraft cause) {
        drain(unit, now, cause, plan.drain().drainSeconds());
    }

    /// The same, in another time.
    void drain(FleetUnit unit, long now, @Nullable DecisionDraft cause, double seconds) {
        unit.leftBy = cause;
        if (unit.state == FleetUnit.State.IN_SERVICE) {
            fleet.rotation().takeOut(unit, now);
        }
        fleet.rotation().leave(unit, now);
        var drained = now + nanos(seconds);
        activityEnds = Math.max(activityEnds, drained + nanos(plan.drain().stopSeconds()));
        context.calendar().plan(drained, new ControlEvent.UnitDrained(unit));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
