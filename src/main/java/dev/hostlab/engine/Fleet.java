package dev.hostlab.engine;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rented;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The units of one option over their lives: asked for, started, in service, draining, gone.
final class Fleet {

    private static final double NANOS_PER_SECOND = 1e9;

    private final FleetPlan plan;
    private final Kernel kernel;
    private final Meter meter;
    private final FleetContext context;
    private final UnitStarts starts;
    private final @Nullable Cluster cluster;
    private final @Nullable CapacityMeter rented;
    private final Roster roster;
    private final Average inService = new Average(0);
    private final Average draining = new Average(0);
    private final ColdStartLog coldStarts = new ColdStartLog();
    private int desired;
    private int starting;
    private double departedCpuNanos;
    private long activityEnds;

    Fleet(FleetPlan plan, Kernel kernel, Meter meter, FleetContext context) {
        this.plan = plan;
        this.kernel = kernel;
        this.meter = meter;
        this.context = context;
        this.starts = new UnitStarts(plan, context);
        this.roster = new Roster(context.run());
        switch (plan.rented()) {
            case Rented.PerUnit each -> {
                rented = new CapacityMeter(each.capacity(), each.clock());
                cluster = null;
            }
            case Rented.OnInstances instances -> {
                rented = null;
                cluster = new Cluster(instances, context, starts::begin, this::evict);
                starts.on(cluster);
            }
        }
    }

    /// Puts the initial fleet into service at time 0.
    void begin() {
        desired = plan.initialUnits();
        if (cluster != null) {
            cluster.begin(desired);
        }
        var allowed = starts.initial(desired);
        for (var number = 0; number < allowed; number++) {
            var unit = newUnit(0, null);
            unit.begun = true;
            if (cluster != null) {
                cluster.placeRunning(unit);
            }
            enterService(unit, 0);
        }
        inService.restart(allowed);
        for (var missing = desired - allowed; missing > 0; missing--) {
            launch(0, null);
        }
        meter.setCapacityStarting(starting > 0);
    }

    int desired() {
        return desired;
    }

    /// Changes desired capacity; units are launched or drained at once.
    void resize(int to, long now, DecisionDraft cause) {
        desired = to;
        activityEnds = now;
        for (var missing = to - roster.wanted(); missing > 0; missing--) {
            launch(now, cause);
        }
        for (var surplus = roster.wanted() - to; surplus > 0; surplus--) {
            shed(now, cause);
        }
        meter.setCapacityStarting(starting > 0);
    }

    /// When the activity that the last resize began will have completed.
    long activityEnds() {
        return Math.max(activityEnds, starts.activityEnds());
    }

    /// A unit has finished its start.
    void ready(FleetUnit unit, long now) {
        if (unit.state != FleetUnit.State.STARTING) {
            return;
        }
        starting--;
        meter.setCapacityStarting(starting > 0);
        if (unit.instance != null) {
            unit.instance.hasImage = true;
        }
        coldStarts.add(unit, now);
        enterService(unit, now);
    }

    /// The drain of a unit is over: what it still holds is lost.
    void drained(FleetUnit unit, long now) {
        if (unit.state != FleetUnit.State.DRAINING) {
            return;
        }
        endInKernel(unit, now);
        context.calendar().plan(now + nanos(plan.drain().stopSeconds()), new ControlEvent.UnitGone(unit));
    }

    /// A unit is gone: its bill is closed and its room is free.
    void gone(FleetUnit unit, long now) {
        if (unit.state == FleetUnit.State.GONE) {
            return;
        }
        unit.state = FleetUnit.State.GONE;
        roster.forget(unit);
        draining.set(draining.value() - 1, now);
        coldStarts.gone(unit, now, plan.drain().stopSeconds());
        if (rented != null) {
            rented.ended(unit.billedFrom, unit.drainingFrom, now);
        }
        if (cluster != null) {
            cluster.taskGone(unit, now);
        }
        starts.gone(now);
    }

    /// CPU time used by units in service since the last call, in vCPU-nanoseconds.
    double harvestCpuNanos(long now) {
        var used = departedCpuNanos;
        departedCpuNanos = 0;
        for (var unit : roster.units()) {
            if (unit.state == FleetUnit.State.IN_SERVICE) {
                used += kernel.harvestCpuNanos(unit.index, now);
            }
        }
        return used;
    }

    /// Closes the bills of what still runs.
    void close(long horizon) {
        if (cluster != null) {
            cluster.close(horizon, draining.areaNanos(horizon));
        }
        if (rented != null) {
            for (var unit : roster.units()) {
                if (!unit.begun) {
                    continue;
                }
                var draining = unit.state == FleetUnit.State.DRAINING ? unit.drainingFrom : horizon;
                rented.cut(unit.billedFrom, draining, horizon);
            }
        }
    }

    Optional<Cluster> cluster() {
        return Optional.ofNullable(cluster);
    }

    /// The meter of units that are rented one by one.
    Optional<CapacityMeter> rented() {
        return Optional.ofNullable(rented);
    }

    Average inService() {
        return inService;
    }

    /// How units are started, and what holds them back.
    UnitStarts starts() {
        return starts;
    }

    ColdStartLog coldStarts() {
        return coldStarts;
    }

    /// Units that no longer take requests and are not gone yet.
    Average draining() {
        return draining;
    }

    private FleetUnit newUnit(long now, @Nullable DecisionDraft cause) {
        var unit = new FleetUnit(roster.newIndex(), now, cause);
        roster.add(unit);
        return unit;
    }

    private void launch(long now, @Nullable DecisionDraft cause) {
        starting++;
        starts.launch(newUnit(now, cause), now);
    }

    private void enterService(FleetUnit unit, long now) {
        unit.state = FleetUnit.State.IN_SERVICE;
        unit.admitted = true;
        kernel.admit(unit.index, now);
        inService.set(inService.value() + 1, now);
    }

    private void shed(long now, DecisionDraft cause) {
        var starting = roster.youngestStarting();
        if (starting.isPresent()) {
            giveUp(starting.get(), now);
        } else {
            drain(roster.anyInService(), now, cause);
        }
    }

    /// A start that is no longer wanted is stopped at once, as ECS stops a pending task.
    private void giveUp(FleetUnit unit, long now) {
        starting--;
        if (starts.cancel(unit, now)) {
            roster.forget(unit);
            return;
        }
        leaveService(unit, now);
        var gone = now + nanos(plan.drain().stopSeconds());
        activityEnds = Math.max(activityEnds, gone);
        context.calendar().plan(gone, new ControlEvent.UnitGone(unit));
    }

    /// An instance ends under its tasks: they are drained, or lost with it; the service asks for others at once.
    private void evict(ClusterInstance instance, long now) {
        var graceful = plan.rented() instanceof Rented.OnInstances on && on.rules().managedDraining();
        roster.on(instance).forEach(unit -> evict(unit, graceful, now));
        for (var missing = desired - roster.wanted(); missing > 0; missing--) {
            launch(now, null);
        }
    }

    private void evict(FleetUnit unit, boolean graceful, long now) {
        if (!graceful) {
            lose(unit, now);
        } else if (unit.state == FleetUnit.State.IN_SERVICE) {
            drain(unit, now, null);
        } else if (unit.state == FleetUnit.State.STARTING) {
            giveUp(unit, now);
        }
    }

    /// A unit ends at once, with everything that it holds.
    private void lose(FleetUnit unit, long now) {
        if (unit.state == FleetUnit.State.STARTING) {
            starting--;
        }
        if (unit.state == FleetUnit.State.IN_SERVICE) {
            takeOut(unit, now);
        }
        if (unit.state != FleetUnit.State.DRAINING) {
            leaveService(unit, now);
        }
        endInKernel(unit, now);
        gone(unit, now);
    }

    private void takeOut(FleetUnit unit, long now) {
        kernel.withdraw(unit.index, now);
        departedCpuNanos += kernel.harvestCpuNanos(unit.index, now);
        inService.set(inService.value() - 1, now);
    }

    private void endInKernel(FleetUnit unit, long now) {
        if (unit.admitted) {
            unit.admitted = false;
            kernel.end(unit.index, now);
        }
    }

    private void leaveService(FleetUnit unit, long now) {
        unit.state = FleetUnit.State.DRAINING;
        unit.drainingFrom = now;
        draining.set(draining.value() + 1, now);
    }

    private void drain(FleetUnit unit, long now, @Nullable DecisionDraft cause) {
        unit.leftBy = cause;
        takeOut(unit, now);
        leaveService(unit, now);
        var drained = now + nanos(plan.drain().drainSeconds());
        activityEnds = Math.max(activityEnds, drained + nanos(plan.drain().stopSeconds()));
        context.calendar().plan(drained, new ControlEvent.UnitDrained(unit));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
