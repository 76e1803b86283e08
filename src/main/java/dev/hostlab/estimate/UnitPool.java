package dev.hostlab.estimate;

import dev.hostlab.engine.Average;
import dev.hostlab.engine.CapacityMeter;
import dev.hostlab.engine.LaunchPacer;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rented;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The units of an estimated fleet over their lives: asked for, started, in service, leaving, gone. The same order
/// of things as in the engine's fleet, with start-up times that are spread instead of drawn.
final class UnitPool {

    private static final double NANOS_PER_SECOND = 1e9;

    private final FleetPlan plan;
    private final Variant variant;
    private final Flow flow;
    private final Agenda agenda;
    private final LaunchPacer pacer;
    private final StartTimes start;
    private final @Nullable StartTimes cachedStart;
    private final @Nullable InstancePool instances;
    private final @Nullable CapacityMeter rented;
    private final List<PoolUnit> units = new ArrayList<>();
    private final Average inService = new Average(0);
    private final Average existing = new Average(0);
    private final Average leaving = new Average(0);
    private final long drainNanos;
    private final long stopNanos;
    private int desired;
    private int starting;
    private int victims;
    private long launches;
    private long coldStarts;
    private double coldNanos;
    private long activityEnds;

    UnitPool(EstimateInput input, Flow flow, Agenda agenda, List<DecisionNote> decisions) {
        plan = input.plan();
        variant = input.variant();
        this.flow = flow;
        this.agenda = agenda;
        pacer = new LaunchPacer(plan.launches());
        start = new StartTimes(plan.start(), variant.firstStart());
        drainNanos = nanos(plan.drain().drainSeconds());
        stopNanos = nanos(plan.drain().stopSeconds());
        switch (plan.rented()) {
            case Rented.PerUnit each -> {
                rented = new CapacityMeter(each.capacity(), each.clock());
                instances = null;
                cachedStart = null;
            }
            case Rented.OnInstances on -> {
                rented = null;
                instances = new InstancePool(on, agenda, decisions, this::begin, variant);
                cachedStart = new StartTimes(on.cachedTaskStart(), variant.firstStart());
            }
        }
    }

    /// Puts the initial fleet into service.
    void begin() {
        desired = plan.initialUnits();
        if (instances != null) {
            instances.begin(desired);
        }
        for (var number = 0; number < desired; number++) {
            var unit = newUnit(0, null);
            if (instances != null) {
                instances.placeRunning(unit);
            }
            enter(unit, 0);
        }
        inService.restart(desired);
    }

    /// Those that start, serve or leave.
    List<PoolUnit> units() {
        return units;
    }

    int desired() {
        return desired;
    }

    /// Changes desired capacity; units are launched or leave at once.
    void resize(int to, long now, DecisionNote cause) {
        desired = to;
        activityEnds = now;
        var wanted = starting + (int) inService.value();
        for (var missing = to - wanted; missing > 0; missing--) {
            launch(now, cause);
        }
        for (var surplus = wanted - to; surplus > 0; surplus--) {
            shed(now);
        }
        flow.setCapacityStarting(starting > 0);
    }

    long activityEnds() {
        return activityEnds;
    }

    /// A unit has finished its start.
    void ready(PoolUnit unit, long now) {
        if (unit.state != PoolUnit.State.STARTING) {
            return;
        }
        starting--;
        flow.setCapacityStarting(starting > 0);
        if (unit.instance != null) {
            unit.instance.hasImage = true;
        }
        coldStarts++;
        coldNanos += now - unit.askedAt;
        if (unit.cause != null) {
            unit.cause.answeredBy(unit, now);
        }
        enter(unit, now);
    }

    /// A unit is gone: its bill is closed and its room is free.
    void gone(PoolUnit unit, long now) {
        forget(unit, now);
        leaving.set(leaving.value() - 1, now);
        if (rented != null) {
            rented.ended(unit.billedFrom, unit.leavingFrom, now);
        }
        if (instances != null) {
            instances.taskGone(unit, now);
        }
    }

    /// Closes the bills of what still runs.
    void close(long horizon) {
        if (instances != null) {
            instances.close(horizon, leaving.areaNanos(horizon));
        }
        if (rented != null) {
            for (var unit : units) {
                var from = unit.state == PoolUnit.State.LEAVING ? unit.leavingFrom : horizon;
                rented.cut(unit.billedFrom, from, horizon);
            }
        }
    }

    Optional<InstancePool> instances() {
        return Optional.ofNullable(instances);
    }

    /// Cluster auto scaling looks at its metric, where there is a cluster.
    void evaluateInstances(long now) {
        if (instances != null) {
            instances.evaluate(now);
        }
    }

    /// Instances that run now; 0 where there is no cluster.
    double runningInstances() {
        return instances == null ? 0 : instances.running().value();
    }

    Optional<CapacityMeter> rented() {
        return Optional.ofNullable(rented);
    }

    Average inService() {
        return inService;
    }

    Average existing() {
        return existing;
    }

    Average leaving() {
        return leaving;
    }

    long launches() {
        return launches;
    }

    long coldStarts() {
        return coldStarts;
    }

    double meanColdSeconds() {
        return coldStarts == 0 ? 0 : coldNanos / coldStarts / NANOS_PER_SECOND;
    }

    private PoolUnit newUnit(long now, @Nullable DecisionNote cause) {
        var unit = new PoolUnit(now, cause);
        units.add(unit);
        existing.set(units.size(), now);
        return unit;
    }

    private void launch(long now, DecisionNote cause) {
        var unit = newUnit(now, cause);
        launches++;
        starting++;
        unit.requestedAt = pacer.next(now);
        if (instances == null) {
            begin(unit, unit.requestedAt);
        } else {
            instances.place(unit, unit.requestedAt);
        }
    }

    private void begin(PoolUnit unit, long now) {
        var at = Math.max(now, unit.requestedAt);
        var cached = unit.instance != null && unit.instance.hasImage;
        var times = (cached && cachedStart != null ? cachedStart : start).next();
        unit.requestedAt = at;
        unit.startedAt = at + times.started();
        unit.billedFrom = at + times.billedFrom();
        var stages = plan.scaling().activityEndsAfter();
        var ends = stages.isPresent() ? times.ends().get(stages.getAsInt() - 1) : times.ready();
        activityEnds = Math.max(activityEnds, at + ends);
        agenda.plan(at + times.ready(), new Agenda.Event.UnitReady(unit));
    }

    private void enter(PoolUnit unit, long now) {
        unit.state = PoolUnit.State.IN_SERVICE;
        unit.servingSince = now;
        flow.join();
        inService.set(inService.value() + 1, now);
    }

    private void shed(long now) {
        for (var unit : units.reversed()) {
            if (unit.state == PoolUnit.State.STARTING) {
                giveUp(unit, now);
                return;
            }
        }
        drain(victim(), now);
    }

    private void giveUp(PoolUnit unit, long now) {
        starting--;
        if (instances != null && instances.cancel(unit)) {
            forget(unit, now);
            return;
        }
        leave(unit, now, stopNanos);
    }

    private void drain(PoolUnit unit, long now) {
        flow.leave();
        inService.set(inService.value() - 1, now);
        leave(unit, now, drainNanos + stopNanos);
    }

    private void leave(PoolUnit unit, long now, long within) {
        unit.state = PoolUnit.State.LEAVING;
        unit.leavingFrom = now;
        leaving.set(leaving.value() + 1, now);
        activityEnds = Math.max(activityEnds, now + within);
        agenda.plan(now + within, new Agenda.Event.UnitGone(unit));
    }

    private void forget(PoolUnit unit, long now) {
        units.remove(unit);
        existing.set(units.size(), now);
    }

    /// AWS takes any unit; here they are taken by a sequence that favours none.
    private PoolUnit victim() {
        var turn = (int) (variant.choice(victims++) * inService.value());
        for (var unit : units) {
            if (unit.state == PoolUnit.State.IN_SERVICE && turn-- == 0) {
                return unit;
            }
        }
        throw new IllegalStateException("No unit in service");
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
