package dev.hostlab.engine;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rented;
import dev.hostlab.hosting.ScalingPlan;
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
    private final Kernel kernel;
    private final Meter meter;
    private final FleetContext context;
    private final LaunchPacer pacer;
    private final long victimKey;
    private final @Nullable Cluster cluster;
    private final @Nullable CapacityMeter rented;
    private final List<FleetUnit> units = new ArrayList<>();
    private final Deque<Integer> freeIndices = new ArrayDeque<>();
    private final Average inService = new Average(0);
    private final Average existing = new Average(0);
    private final Average draining = new Average(0);
    private final ColdStartLog coldStarts = new ColdStartLog();
    private int indices;
    private int desired;
    private int starting;
    private long victims;
    private long launches;
    private double departedCpuNanos;
    private long activityEnds;

    Fleet(FleetPlan plan, Kernel kernel, Meter meter, FleetContext context, RunId run) {
        this.plan = plan;
        this.kernel = kernel;
        this.meter = meter;
        this.context = context;
        this.pacer = new LaunchPacer(plan.launches());
        this.victimKey = run.key(Stream.VICTIM);
        switch (plan.rented()) {
            case Rented.PerUnit each -> {
                rented = new CapacityMeter(each.capacity(), each.clock());
                cluster = null;
            }
            case Rented.OnInstances instances -> {
                rented = null;
                cluster = new Cluster(instances, context, this::begin);
            }
        }
    }

    /// Puts the initial fleet into service at time 0.
    void begin() {
        desired = plan.initialUnits();
        if (cluster != null) {
            cluster.begin(desired);
        }
        for (var number = 0; number < desired; number++) {
            var unit = newUnit(0, null);
            if (cluster != null) {
                cluster.placeRunning(unit);
            }
            enterService(unit, 0);
        }
        inService.restart(desired);
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
            shed(now);
        }
        meter.setCapacityStarting(starting > 0);
    }

    /// When the activity that the last resize began will have completed.
    long activityEnds() {
        return activityEnds;
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
        forget(unit, now);
        draining.set(draining.value() - 1, now);
        if (rented != null) {
            rented.ended(unit.billedFrom, unit.drainingFrom, now);
        }
        if (cluster != null) {
            cluster.taskGone(unit, now);
        }
    }

    /// CPU time used by units in service since the last call, in vCPU-nanoseconds.
    double harvestCpuNanos(long now) {
        var used = departedCpuNanos;
        departedCpuNanos = 0;
        for (var unit : units) {
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
            for (var unit : units) {
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

    /// Units that exist: starting, in service or draining.
    Average existing() {
        return existing;
    }

    long launches() {
        return launches;
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
        var unit = new FleetUnit(index, now, cause);
        units.add(unit);
        existing.set(units.size(), now);
        return unit;
    }

    private void launch(long now, DecisionDraft cause) {
        var unit = newUnit(now, cause);
        launches++;
        starting++;
        unit.requestedAt = pacer.next(now);
        if (cluster == null) {
            begin(unit, unit.requestedAt);
        } else {
            cluster.place(unit, unit.requestedAt);
        }
    }

    private void begin(FleetUnit unit, long now) {
        var at = Math.max(now, unit.requestedAt);
        var cached = unit.instance != null && unit.instance.hasImage;
        var startUp = cached && plan.rented() instanceof Rented.OnInstances on ? on.cachedTaskStart() : plan.start();
        var timing = context.startUps().draw(startUp, at);
        unit.requestedAt = at;
        unit.startedAt = timing.started();
        unit.billedFrom = timing.billedFrom();
        activityEnds = Math.max(activityEnds, activityEnd(timing));
        context.calendar().plan(timing.ready(), new ControlEvent.UnitReady(unit));
    }

    private long activityEnd(StartUpDraws.Timing timing) {
        return plan.scaling() instanceof ScalingPlan.Trigger trigger
                ? timing.ends()[trigger.activityStages() - 1]
                : timing.ready();
    }

    private void enterService(FleetUnit unit, long now) {
        unit.state = FleetUnit.State.IN_SERVICE;
        kernel.admit(unit.index, now);
        inService.set(inService.value() + 1, now);
    }

    private void shed(long now) {
        for (var unit : units.reversed()) {
            if (unit.state == FleetUnit.State.STARTING) {
                giveUp(unit, now);
                return;
            }
        }
        drain(anyInService(), now);
    }

    /// A start that is no longer wanted is stopped at once, as ECS stops a pending task.
    private void giveUp(FleetUnit unit, long now) {
        starting--;
        if (cluster != null && cluster.cancel(unit)) {
            forget(unit, now);
            return;
        }
        leaveService(unit, now);
        var gone = now + nanos(plan.drain().stopSeconds());
        activityEnds = Math.max(activityEnds, gone);
        context.calendar().plan(gone, new ControlEvent.UnitGone(unit));
    }

    private void forget(FleetUnit unit, long now) {
        units.remove(unit);
        existing.set(units.size(), now);
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

    private void drain(FleetUnit unit, long now) {
        kernel.withdraw(unit.index, now);
        departedCpuNanos += kernel.harvestCpuNanos(unit.index, now);
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
