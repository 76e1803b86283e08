package dev.hostlab.engine;

import dev.hostlab.hosting.Rented;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.ManagedScaler;
import dev.hostlab.scaling.ManagedScaling;
import dev.hostlab.scaling.Resize;
import dev.hostlab.scaling.ScalingDecision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/// The instances of an ECS cluster: places tasks on them, starts instances for tasks that wait, ends empty ones.
///
/// A task that fits nowhere waits in PROVISIONING until an instance has joined. Instances are given up only when
/// empty, and tasks are never moved, so a half-full cluster stays half-full.
final class Cluster {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_POINT = 60;

    private final Rented.OnInstances plan;
    private final FleetContext context;
    private final ObjLongConsumer<FleetUnit> starter;
    private final List<ClusterInstance> instances = new ArrayList<>();
    private final Deque<FleetUnit> waiting = new ArrayDeque<>();
    private final Optional<ManagedScaler> scaler;
    private final CapacityMeter meter;
    private final Average running = new Average(0);
    private final Average empty = new Average(0);
    private final Average stranded = new Average(0);
    private int desired;
    private @Nullable DecisionDraft newest;

    /// @param starter begins the start of a task that has been placed
    Cluster(Rented.OnInstances plan, FleetContext context, ObjLongConsumer<FleetUnit> starter) {
        this.plan = plan;
        this.context = context;
        this.starter = starter;
        this.scaler = plan.scaling().map(ManagedScaler::new);
        this.meter = new CapacityMeter(plan.capacity(), plan.clock());
    }

    /// Makes the instances that `tasks` need, in the cluster and with the image, at the start of the run.
    void begin(int tasks) {
        var needed = Math.ceilDiv(tasks, plan.tasksPerInstance());
        desired = plan.scaling()
                .map(scaling -> scaling.wanted(Math.max(1, needed), needed))
                .orElse(plan.range().clamp(needed));
        for (var number = 0; number < desired; number++) {
            var instance = new ClusterInstance(0, null);
            instance.registered = true;
            instance.hasImage = true;
            instances.add(instance);
        }
        measure(0);
    }

    /// Puts a task on an instance, or lets it wait for one.
    void place(FleetUnit task, long now) {
        if (!placeNow(task, now)) {
            waiting.add(task);
        }
    }

    /// Puts a task of the initial fleet on an instance without starting it.
    void placeRunning(FleetUnit task) {
        var instance = withRoom().orElseThrow(() -> new IllegalStateException("No room for the initial fleet"));
        occupy(instance, task);
        measure(0);
    }

    /// Takes a task out of the waiting line; false if it does not wait.
    boolean cancel(FleetUnit task) {
        return waiting.remove(task);
    }

    /// A task is gone from its instance: the room goes to one that waits, or the instance may end.
    void taskGone(FleetUnit task, long now) {
        var instance = task.instance;
        if (instance == null) {
            return;
        }
        instance.tasks--;
        placeWaiting(now);
        endSurplus(now);
        measure(now);
    }

    /// One reservation metric has been published: cluster auto scaling decides.
    void evaluate(long now) {
        if (scaler.isEmpty()) {
            return;
        }
        var n = count(true);
        var m = needed();
        var resize = scaler.get().evaluate(now / 1_000_000_000L, n, m, desired);
        if (resize.desired() != desired) {
            newest = log(resize, ManagedScaling.reservation(n, m), now);
            desired = resize.desired();
        }
        launchMissing(now);
        endSurplus(now);
        measure(now);
    }

    private DecisionDraft log(Resize resize, double reservation, long now) {
        var clocks = new Clocks(SECONDS_PER_POINT, plan.reservationPublishSeconds(), 0, 0, 0, 0, 0);
        return context.log(new ScalingDecision(
                now / NANOS_PER_SECOND,
                "instances",
                desired,
                resize.desired(),
                "capacity-provider-reservation",
                reservation,
                resize.reason(),
                clocks));
    }

    /// An instance has joined the cluster.
    void ready(ClusterInstance instance, long now) {
        instance.registered = true;
        if (instance.cause != null) {
            answer(instance.cause, instance, now);
        }
        placeWaiting(now);
        measure(now);
    }

    private static void answer(DecisionDraft cause, ClusterInstance instance, long now) {
        var seconds = (now - instance.askedAt) / NANOS_PER_SECOND;
        if (cause.isOpen() && instance.timing != null) {
            var billed = (now - instance.billedFrom) / NANOS_PER_SECOND;
            cause.answeredBy(new DecisionDraft.Answer(0, seconds, 0, instance.timing.steps(), billed));
        }
        cause.count(seconds);
    }

    /// An instance is gone: its bill is closed.
    void gone(ClusterInstance instance, long now) {
        instances.remove(instance);
        meter.ended(instance.billedFrom, now, now);
        measure(now);
    }

    /// Closes the bills of what still runs.
    ///
    /// @param drainingTaskNanos time in which tasks held their place without taking requests
    void close(long horizon, double drainingTaskNanos) {
        meter.drained(drainingTaskNanos / plan.tasksPerInstance());
        for (var instance : instances) {
            meter.cut(instance.billedFrom, horizon, horizon);
        }
    }

    CapacityMeter meter() {
        return meter;
    }

    /// Instances from running to gone.
    Average running() {
        return running;
    }

    /// Instances in the cluster without a task.
    Average empty() {
        return empty;
    }

    /// Room on instances with a task that no task uses, in instances.
    Average stranded() {
        return stranded;
    }

    private int needed() {
        var occupied = 0;
        for (var instance : instances) {
            occupied += instance.registered && !instance.isEmpty() ? 1 : 0;
        }
        return occupied + Math.ceilDiv(waiting.size(), plan.tasksPerInstance());
    }

    private int count(boolean registeredOnly) {
        var count = 0;
        for (var instance : instances) {
            count += !instance.ending && (instance.registered || !registeredOnly) ? 1 : 0;
        }
        return count;
    }

    private boolean placeNow(FleetUnit task, long now) {
        var room = withRoom();
        room.ifPresent(instance -> {
            occupy(instance, task);
            starter.accept(task, now);
            measure(now);
        });
        return room.isPresent();
    }

    private void occupy(ClusterInstance instance, FleetUnit task) {
        instance.tasks++;
        task.instance = instance;
    }

    private Optional<ClusterInstance> withRoom() {
        return plan.placement() == Rented.Placement.BINPACK ? fullestWithRoom() : roomiest();
    }

    private Optional<ClusterInstance> fullestWithRoom() {
        ClusterInstance best = null;
        for (var instance : instances) {
            if (hasRoom(instance) && (best == null || instance.tasks > best.tasks)) {
                best = instance;
            }
        }
        return Optional.ofNullable(best);
    }

    private Optional<ClusterInstance> roomiest() {
        ClusterInstance best = null;
        for (var instance : instances) {
            if (hasRoom(instance) && (best == null || instance.tasks < best.tasks)) {
                best = instance;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean hasRoom(ClusterInstance instance) {
        return instance.registered && !instance.ending && instance.tasks < plan.tasksPerInstance();
    }

    private void placeWaiting(long now) {
        while (!waiting.isEmpty() && placeNow(waiting.getFirst(), now)) {
            waiting.removeFirst();
        }
    }

    private void launchMissing(long now) {
        for (var missing = desired - count(false); missing > 0; missing--) {
            var instance = new ClusterInstance(now, newest);
            var timing = context.startUps().draw(plan.start(), now);
            instance.billedFrom = timing.billedFrom();
            instance.timing = timing;
            instances.add(instance);
            context.calendar().plan(timing.ready(), new ControlEvent.InstanceReady(instance));
        }
    }

    private void endSurplus(long now) {
        var surplus = count(false) - desired;
        for (var index = instances.size() - 1; index >= 0 && surplus > 0; index--) {
            var instance = instances.get(index);
            if (instance.registered && !instance.ending && instance.isEmpty()) {
                instance.ending = true;
                surplus--;
                var gone = now + Math.round(plan.terminateSeconds() * NANOS_PER_SECOND);
                context.calendar().plan(gone, new ControlEvent.InstanceGone(instance));
            }
        }
    }

    private void measure(long now) {
        var free = 0;
        var idle = 0;
        var on = 0;
        for (var instance : instances) {
            on += instance.billedFrom <= now ? 1 : 0;
            if (instance.registered) {
                idle += instance.isEmpty() ? 1 : 0;
                free += instance.isEmpty() ? 0 : plan.tasksPerInstance() - instance.tasks;
            }
        }
        running.set(on, now);
        empty.set(idle, now);
        stranded.set((double) free / plan.tasksPerInstance(), now);
    }
}
