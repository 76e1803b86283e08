package dev.hostlab.engine;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rented;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The units of one option over their lives: asked for, started, in service, draining, gone.
final class Fleet {

    private static final double NANOS_PER_SECOND = 1e9;

    private final FleetPlan plan;
    private final RequestKernel kernel;
    private final Meter meter;
    private final FleetContext context;
    private final UnitStarts starts;
    private final long victimKey;
    private final @Nullable Cluster cluster;
    private final @Nullable CapacityMeter rented;
    private final List<FleetUnit> units = new ArrayList<>();
    private final Deque<Integer> freeIndices = new ArrayDeque<>();
    private final Average inService = new Average(0);
    private final Average draining = new Average(0);
    private final ColdStartLog coldStarts = new ColdStartLog();
    private int indices;
    private int desired;
    private int starting;
    private long victims;
    private double departedCpuNanos;
    private long activityEnds;

    Fleet(FleetPlan plan, RequestKernel kernel, Meter meter, FleetContext context, RunId run) {
        this.plan = plan;
        this.kernel = kernel;
        this.meter = meter;
        this.context = context;
        this.starts = new UnitStarts(plan, context);
        this.victimKey = run.key(Stream.VICTIM);
        switch (plan.rented()) {
            case Rented.PerUnit each -> {
                rented = new CapacityMeter(each.capacity(), each.clock());
                cluster = null;
            }
            case Rented.OnInstances instances -> {
                rented = null;
                cluster = new Cluster(instances, context, starts::begin);
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
        for (var missing = to - wanted(); missing > 0; missing--) {
            launch(now, cause);
        }
        for (var surplus = wanted() - to; surplus > 0; surplus--) {
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
        kernel.end(unit.index, now);
        context.calendar().plan(now + nanos(plan.drain().stopSeconds()), new ControlEvent.UnitGone(unit));
    }

    /// A unit is gone: its bill is closed and its room is free.
    void gone(FleetUnit unit, long now) {
        unit.state = FleetUnit.State.GONE;
        forget(unit);
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
        for (var unit : units) {
            if (unit.state == FleetUnit.State.IN_SERVICE) {
                used += unit.unit.harvestCpuNanos(now);
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
            for (var unit : units) {
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

    private int wanted() {
        var count = 0;
        for (var unit : units) {
            count += isWanted(unit) ? 1 : 0;
        }
        return count;
    }

    private static boolean isWanted(FleetUnit unit) {
        return unit.state == FleetUnit.State.IN_SERVICE || unit.state == FleetUnit.State.STARTING;
    }

    private FleetUnit newUnit(long now, @Nullable DecisionDraft cause) {
        var index = freeIndices.isEmpty() ? indices++ : freeIndices.removeFirst();
        var shape = new UnitShape(plan.unit().slots(), plan.unit().vcpus());
        var unit = new FleetUnit(index, kernel.newUnit(shape, plan.unit().queueLimit()), now, cause);
        units.add(unit);
        return unit;
    }

    private void launch(long now, @Nullable DecisionDraft cause) {
        starting++;
        starts.launch(newUnit(now, cause), now);
    }

    private void enterService(FleetUnit unit, long now) {
        unit.state = FleetUnit.State.IN_SERVICE;
        kernel.admit(unit.index, unit.unit, now);
        inService.set(inService.value() + 1, now);
    }

    private void shed(long now, DecisionDraft cause) {
        for (var unit : units.reversed()) {
            if (unit.state == FleetUnit.State.STARTING) {
                giveUp(unit, now);
                return;
            }
        }
        drain(anyInService(), now, cause);
    }

    /// A start that is no longer wanted is stopped at once, as ECS stops a pending task.
    private void giveUp(FleetUnit unit, long now) {
        starting--;
        if (starts.cancel(unit, now)) {
            forget(unit);
            return;
        }
        leaveService(unit, now);
        var gone = now + nanos(plan.drain().stopSeconds());
        activityEnds = Math.max(activityEnds, gone);
        context.calendar().plan(gone, new ControlEvent.UnitGone(unit));
    }

    private void forget(FleetUnit unit) {
        units.remove(unit);
        freeIndices.add(unit.index);
    }

    private void leaveService(FleetUnit unit, long now) {
        unit.state = FleetUnit.State.DRAINING;
        unit.drainingFrom = now;
        draining.set(draining.value() + 1, now);
    }

    private FleetUnit anyInService() {
        var candidates = units.stream()
                .filter(unit -> unit.state == FleetUnit.State.IN_SERVICE)
                .toList();
        var u = Draws.unit(Draws.bits(victimKey, victims++));
        return candidates.get((int) (u * candidates.size()));
    }

    private void drain(FleetUnit unit, long now, DecisionDraft cause) {
        unit.leftBy = cause;
        kernel.withdraw(unit.index);
        departedCpuNanos += unit.unit.harvestCpuNanos(now);
        leaveService(unit, now);
        inService.set(inService.value() - 1, now);
        var drained = now + nanos(plan.drain().drainSeconds());
        activityEnds = Math.max(activityEnds, drained + nanos(plan.drain().stopSeconds()));
        context.calendar().plan(drained, new ControlEvent.UnitDrained(unit));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
