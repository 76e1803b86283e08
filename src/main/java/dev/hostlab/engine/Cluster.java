package dev.hostlab.engine;

import dev.hostlab.hosting.Rented;
import dev.hostlab.scaling.InstanceScaler;
import dev.hostlab.scaling.InstanceScaling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/// The instances of an ECS cluster: places tasks on them, starts instances for tasks that wait, ends empty ones.
///
/// A task that fits nowhere waits in PROVISIONING until an instance has joined. Instances are given up only when
/// empty, and tasks are never moved, so a half-full cluster stays half-full.
final class Cluster {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Rented.OnInstances plan;
    private final FleetContext context;
    private final ObjLongConsumer<FleetUnit> starter;
    private final ObjLongConsumer<ClusterInstance> evictor;
    private final List<ClusterInstance> instances = new ArrayList<>();
    private final Deque<FleetUnit> waiting = new ArrayDeque<>();
    private final Optional<InstanceScaler> scaler;
    private final CapacityMeter meter;
    private final Optional<WarmStarts> warm;
    private final RoomFinder rooms;
    private final ClusterUse use;
    private final Set<FleetUnit> refused = new HashSet<>();
    private int desired;
    private int unnoticed;
    private int heldFromStart;
    private @Nullable DecisionDraft newest;

    /// @param starter begins the start of a task that has been placed
    /// @param evictor takes the tasks off an instance that ends
    Cluster(
            Rented.OnInstances plan,
            FleetContext context,
            ObjLongConsumer<FleetUnit> starter,
            ObjLongConsumer<ClusterInstance> evictor) {
        this.plan = plan;
        this.context = context;
        this.starter = starter;
        this.evictor = evictor;
        this.rooms = new RoomFinder(plan, context.run());
        this.use = new ClusterUse(plan.tasksPerInstance());
        this.scaler = plan.scaling().map(InstanceScaling::scaler);
        this.meter = new CapacityMeter(plan.capacity(), plan.clock());
        this.warm = plan.warmPool().map(pool -> new WarmStarts(pool, context, meter));
    }

    /// Makes the instances that `tasks` need, in the cluster and with the image, at the start of the run.
    ///
    /// @param atLeast instances, where they may be half-empty; 0 for no more than are needed
    void begin(int tasks, int atLeast) {
        var needed = Math.ceilDiv(tasks, plan.tasksPerInstance());
        var most = Math.min(tasks, atLeast);
        heldFromStart = most > needed ? needed : 0;
        while (heldFromStart > 0 && heldFromStart < most && plan.wanted(heldFromStart + 1) <= atLeast) {
            heldFromStart++;
        }
        desired = plan.wanted(Math.max(heldFromStart, needed));
        for (var number = 0; number < desired; number++) {
            var instance = new ClusterInstance(0, null);
            instance.registered = true;
            instance.hasImage = true;
            instance.zone = rooms.nextZone(instances);
            instances.add(instance);
        }
        measure(0);
    }

    /// Puts a task on an instance, or lets it wait for one.
    void place(FleetUnit task, long now) {
        if (placeNow(task, now)) {
            return;
        }
        if (waiting.size() >= plan.rules().provisioningLimit()) {
            refuse(task, now);
            return;
        }
        waiting.add(task);
        var patience = plan.rules().provisioningTimeoutSeconds();
        if (patience < Double.POSITIVE_INFINITY) {
            context.calendar().plan(now + nanos(patience), new ControlEvent.ProvisioningTimedOut(task));
        }
    }

    /// A task has waited long enough; if it still waits, it is given up until the service asks anew.
    void timedOut(FleetUnit task, long now) {
        if (waiting.remove(task)) {
            refuse(task, now);
        }
    }

    /// The service tries again to have a task.
    void askAnew(FleetUnit task, long now) {
        if (refused.remove(task)) {
            place(task, now);
        }
    }

    private void refuse(FleetUnit task, long now) {
        refused.add(task);
        context.calendar().plan(now + nanos(plan.rules().retrySeconds()), new ControlEvent.TaskAskedAnew(task));
    }

    /// Puts a task of the initial fleet on an instance without starting it.
    void placeRunning(FleetUnit task) {
        var room = heldFromStart > 0 ? rooms.emptiest(instances.subList(0, heldFromStart)) : rooms.withRoom(instances);
        var instance = room.orElseThrow(() -> new IllegalStateException("No room for the initial fleet"));
        occupy(instance, task);
        measure(0);
    }

    /// Takes a task out of the waiting line; false if it does not wait.
    boolean cancel(FleetUnit task) {
        return waiting.remove(task) || refused.remove(task);
    }

    /// A task is gone from its instance: the room goes to one that waits, or the instance may end.
    void taskGone(FleetUnit task, long now) {
        var instance = task.instance;
        if (instance == null) {
            return;
        }
        instance.tasks--;
        if (instance.ending && instance.isEmpty()) {
            planEnd(instance, now);
        }
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
        var m = use.needed(instances, waiting.size());
        var resize = scaler.get().evaluate(now / 1_000_000_000L, n, m, desired);
        if (resize.desired() != desired) {
            newest = context.log(resize, new FleetContext.Seen(plan, n, m, desired), now);
            desired = resize.desired();
        }
        launchMissing(now);
        endSurplus(now);
        measure(now);
    }

    /// An instance has joined the cluster.
    void ready(ClusterInstance instance, long now) {
        instance.registered = true;
        instance.tellJoined(now);
        placeWaiting(now);
        measure(now);
    }

    /// An instance is gone: its bill is closed.
    void gone(ClusterInstance instance, long now) {
        instances.remove(instance);
        meter.ended(instance.billedFrom, now, now);
        instance.tellGone(now);
        measure(now);
    }

    /// What the instances cost if those that still run are paid for until then.
    ///
    /// @param drainingTaskNanos time in which tasks held their place without taking requests
    CapacityMeter closed(long until, double drainingTaskNanos) {
        var closed = meter.copy();
        closed.drained(drainingTaskNanos / plan.tasksPerInstance());
        for (var instance : instances) {
            closed.cut(instance.billedFrom, until, until);
        }
        return closed;
    }

    List<ClusterInstance> instances() {
        return instances;
    }

    Optional<WarmStarts> warm() {
        return warm;
    }

    ClusterUse use() {
        return use;
    }

    private int count(boolean registeredOnly) {
        return ClusterUse.count(instances, registeredOnly);
    }

    private boolean placeNow(FleetUnit task, long now) {
        var room = rooms.withRoom(instances);
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

    private void placeWaiting(long now) {
        while (!waiting.isEmpty() && placeNow(waiting.getFirst(), now)) {
            waiting.removeFirst();
        }
    }

    private void launchMissing(long now) {
        for (var missing = desired - count(false) - unnoticed; missing > 0; missing--) {
            var instance = new ClusterInstance(now, newest);
            var timing = context.startUps()
                    .draw(warm.map(pool -> pool.next(plan.start(), now)).orElse(plan.start()), now, 1);
            instance.zone = rooms.nextZone(instances);
            instance.billedFrom = timing.billedFrom();
            instance.timing = timing;
            instances.add(instance);
            context.calendar().plan(timing.ready(), new ControlEvent.InstanceReady(instance));
        }
    }

    /// Only empty instances are released, unless they are not protected: then any may be, with what runs on it.
    private void endSurplus(long now) {
        var isProtected = plan.rules().terminationProtection();
        while (count(false) + unnoticed > desired) {
            var found = rooms.toGiveUp(instances, instance -> !isProtected || instance.isEmpty());
            if (found.isEmpty()) {
                return;
            }
            end(found.get(), now);
        }
    }

    private void end(ClusterInstance instance, long now) {
        instance.ending = true;
        instance.leftBy = newest;
        instance.leftAt = now;
        if (instance.isEmpty()) {
            planEnd(instance, now);
        } else {
            evictor.accept(instance, now);
        }
    }

    private void planEnd(ClusterInstance instance, long now) {
        context.calendar().plan(now + nanos(plan.terminateSeconds()), new ControlEvent.InstanceGone(instance));
    }

    private void measure(long now) {
        use.measure(instances, now);
    }

    /// Instances that stay, some of them still on their way.
    List<ClusterInstance> staying() {
        return instances.stream().filter(instance -> !instance.ending).toList();
    }

    /// Nothing starts in a zone any more; -1 opens all.
    void closeZone(int zone) {
        rooms.close(zone);
    }

    /// An instance dies; its group finds out after some time and starts another.
    void fail(ClusterInstance instance, long now, double noticeSeconds) {
        instance.ending = true;
        instance.leftAt = now;
        unnoticed++;
        if (instance.isEmpty()) {
            planEnd(instance, now);
        }
        context.calendar().plan(now + nanos(noticeSeconds), new ControlEvent.InstanceMissed());
        measure(now);
    }

    /// The group has found a dead instance.
    void missed(long now) {
        unnoticed--;
        launchMissing(now);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
