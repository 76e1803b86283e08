package dev.hostlab.estimate;

import static java.util.Objects.requireNonNull;

import dev.hostlab.engine.Average;
import dev.hostlab.engine.CapacityMeter;
import dev.hostlab.engine.CreditBook;
import dev.hostlab.hosting.Rented;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.InstanceScaler;
import dev.hostlab.scaling.InstanceScaling;
import dev.hostlab.scaling.Resize;
import dev.hostlab.scaling.ScalingDecision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/// The instances of an estimated ECS cluster: tasks are packed onto them one by one, as in the engine, and cluster
/// auto scaling decides by the same policy.
final class InstancePool {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Rented.OnInstances plan;
    private final Agenda agenda;
    private final List<DecisionNote> decisions;
    private final ObjLongConsumer<PoolUnit> starter;
    private final StartTimes start;
    private final PoolRooms rooms;
    private final List<PoolInstance> instances = new ArrayList<>();
    private final Deque<PoolUnit> waiting = new ArrayDeque<>();
    private final Optional<InstanceScaler> scaler;
    private final CapacityMeter meter;
    private final Average running = new Average(0);
    private final Average empty = new Average(0);
    private final Average stranded = new Average(0);
    private int desired;
    private int live;
    private int registered;
    private int needed;
    private boolean changed = true;
    private @Nullable DecisionNote newest;

    /// @param starter begins the start of a task that has been placed
    InstancePool(
            Rented.OnInstances plan,
            Agenda agenda,
            List<DecisionNote> decisions,
            ObjLongConsumer<PoolUnit> starter,
            Variant variant) {
        this.plan = plan;
        this.agenda = agenda;
        this.decisions = decisions;
        this.starter = starter;
        start = new StartTimes(plan.start(), variant.firstStart());
        rooms = new PoolRooms(plan, variant);
        scaler = plan.scaling().map(InstanceScaling::scaler);
        meter = new CapacityMeter(plan.capacity(), plan.clock());
    }

    /// Makes the instances that `tasks` need, at the start.
    void begin(int tasks) {
        var needed = Math.ceilDiv(tasks, plan.tasksPerInstance());
        desired = plan.wanted(needed);
        for (var number = 0; number < desired; number++) {
            var instance = new PoolInstance(0, null, rooms.nextZone(instances));
            instance.registered = true;
            instance.hasImage = true;
            instances.add(instance);
        }
        measure(0);
    }

    void place(PoolUnit task, long now) {
        if (!placeNow(task, now)) {
            waiting.add(task);
            changed = true;
        }
    }

    /// Puts a task of the initial fleet on an instance without starting it.
    void placeRunning(PoolUnit task) {
        var room = rooms.withRoom(instances);
        occupy(requireNonNull(room, "no room for the initial fleet"), task);
        measure(0);
    }

    /// Takes a task out of the waiting line; false if it does not wait.
    boolean cancel(PoolUnit task) {
        changed = true;
        return waiting.remove(task);
    }

    /// A task is gone: its room goes to one that waits, or the instance may end.
    void taskGone(PoolUnit task, long now) {
        var instance = task.instance;
        if (instance != null) {
            instance.tasks--;
            placeWaiting(now);
            endSurplus(now);
            measure(now);
        }
    }

    /// Cluster auto scaling looks at its metric.
    void evaluate(long now) {
        if (scaler.isEmpty()) {
            return;
        }
        if (changed) {
            count();
        }
        var resize = scaler.get().evaluate(now / 1_000_000_000L, registered, needed, desired);
        if (resize.desired() != desired) {
            newest = note(resize, now);
            decisions.add(newest);
            desired = resize.desired();
        }
        if (live != desired) {
            launchMissing(now);
            endSurplus(now);
            measure(now);
        }
    }

    private DecisionNote note(Resize resize, long now) {
        var scaling = plan.scaling().orElseThrow();
        var clocks = new Clocks(scaling.periodSeconds(), plan.reservationPublishSeconds(), 0, 0, 0, 0, 0);
        return new DecisionNote(new ScalingDecision(
                now / NANOS_PER_SECOND,
                "instances",
                desired,
                resize.desired(),
                scaling.metric(),
                scaling.seen(registered, needed),
                resize.reason(),
                clocks));
    }

    /// An instance has joined the cluster.
    void ready(PoolInstance instance, long now) {
        instance.registered = true;
        instance.readyAt = now;
        if (instance.cause != null) {
            instance.cause.answeredBy(instance, now);
        }
        placeWaiting(now);
        measure(now);
    }

    /// An instance is gone: its bill is closed.
    void gone(PoolInstance instance, long now) {
        instances.remove(instance);
        meter.ended(instance.billedFrom, now, now);
        measure(now);
    }

    /// Closes the bills of what still runs.
    ///
    /// @param leavingNanos time in which tasks held their place without taking requests
    void close(long horizon, double leavingNanos) {
        meter.drained(leavingNanos / plan.tasksPerInstance());
        for (var instance : instances) {
            meter.cut(instance.billedFrom, horizon, horizon);
        }
    }

    /// Tells what each instance's tasks have used since it was last told.
    void tell(CreditBook book, long now) {
        for (var instance : instances) {
            var workingFrom = instance.registered ? instance.readyAt : now;
            book.tell(instance, new CreditBook.Life(instance.billedFrom, workingFrom), instance.cpuNanos, now);
            instance.cpuNanos = 0;
        }
    }

    CapacityMeter meter() {
        return meter;
    }

    Average running() {
        return running;
    }

    Average empty() {
        return empty;
    }

    Average stranded() {
        return stranded;
    }

    /// Counts instances that are to stay, those of them that have joined, and those that tasks need.
    private void count() {
        live = 0;
        registered = 0;
        needed = Math.ceilDiv(waiting.size(), plan.tasksPerInstance());
        for (var instance : instances) {
            live += instance.ending ? 0 : 1;
            registered += !instance.ending && instance.registered ? 1 : 0;
            needed += instance.registered && instance.tasks > 0 ? 1 : 0;
        }
        changed = false;
    }

    private boolean placeNow(PoolUnit task, long now) {
        var room = rooms.withRoom(instances);
        if (room == null) {
            return false;
        }
        occupy(room, task);
        starter.accept(task, now);
        measure(now);
        return true;
    }

    private static void occupy(PoolInstance instance, PoolUnit task) {
        instance.tasks++;
        task.instance = instance;
    }

    private void placeWaiting(long now) {
        while (!waiting.isEmpty() && placeNow(waiting.getFirst(), now)) {
            waiting.removeFirst();
        }
    }

    private void launchMissing(long now) {
        count();
        for (var missing = desired - live; missing > 0; missing--) {
            var instance = new PoolInstance(now, newest, rooms.nextZone(instances));
            var times = start.next();
            instance.billedFrom = now + times.billedFrom();
            instances.add(instance);
            agenda.plan(now + times.ready(), new Agenda.Event.InstanceReady(instance));
        }
    }

    private void endSurplus(long now) {
        count();
        for (var surplus = live - desired; surplus > 0; surplus--) {
            var instance = rooms.toGiveUp(instances);
            if (instance == null) {
                return;
            }
            instance.ending = true;
            var gone = now + Math.round(plan.terminateSeconds() * NANOS_PER_SECOND);
            agenda.plan(gone, new Agenda.Event.InstanceGone(instance));
        }
    }

    private void measure(long now) {
        changed = true;
        var free = 0;
        var idle = 0;
        var on = 0;
        for (var instance : instances) {
            on += instance.billedFrom <= now ? 1 : 0;
            if (instance.registered) {
                idle += instance.tasks == 0 ? 1 : 0;
                free += instance.tasks == 0 ? 0 : plan.tasksPerInstance() - instance.tasks;
            }
        }
        running.set(on, now);
        empty.set(idle, now);
        stranded.set((double) free / plan.tasksPerInstance(), now);
    }
}
