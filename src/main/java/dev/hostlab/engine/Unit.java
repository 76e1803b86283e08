package dev.hostlab.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One unit of capacity on the hot path, in primitive arrays: slots, shared CPU, upstream waits, and a line.
///
/// A special unit also has slots that start on demand or change in number, clients who give up, or room without end.
final class Unit {

    static final long NEVER = Long.MAX_VALUE;
    private static final int FIRST_SLOTS = 64;

    private final Line waiting;
    private final boolean ownLine;
    private final boolean isPlain;
    private final int capacity;
    private final SharedCpu cpu;
    private final UpstreamWaits upstream;
    private final @Nullable OnDemandSlots onDemand;

    private long[] arrivedAt;
    private long[] startedAt;
    private long[] upstreamNanos;
    private long[] decodingNanos;
    private int[] freeSlots;
    private int free;
    private int busy;
    private int open;
    private boolean takesFromLine = true;
    private long nextSpecial = NEVER;

    /// A unit as hosting options have it, with its own line or one that it shares with all units.
    Unit(UnitShape shape, Line waiting, boolean ownLine) {
        this(shape, waiting, ownLine, UnitRules.PLAIN, null);
    }

    /// A unit with a line and rules of its own.
    static Unit special(UnitShape shape, UnitRules rules, RunId run) {
        return new Unit(shape, rules.line(run), true, rules, rules.onDemandSlots(run));
    }

    private Unit(UnitShape shape, Line waiting, boolean ownLine, UnitRules rules, @Nullable OnDemandSlots onDemand) {
        this.waiting = waiting;
        this.ownLine = ownLine;
        this.onDemand = onDemand;
        isPlain = rules.isPlain();
        capacity = rules.capacity();
        open = onDemand == null ? shape.slots() : onDemand.on();
        var slots = isPlain ? shape.slots() : Math.min(shape.slots(), FIRST_SLOTS);
        arrivedAt = new long[slots];
        startedAt = new long[slots];
        upstreamNanos = new long[slots];
        decodingNanos = new long[slots];
        freeSlots = new int[slots];
        cpu = new SharedCpu(shape.vcpus(), slots);
        upstream = new UpstreamWaits(slots);
        freeFrom(0);
    }

    /// Requests in slots and in its own line.
    int outstanding() {
        return busy + (ownLine ? waiting.size() : 0);
    }

    /// The time of the next thing that happens here of itself, [#NEVER] if nothing does.
    long nextEvent() {
        return Math.min(Math.min(cpu.next(), upstream.next()), nextSpecial);
    }

    /// Stops taking requests from a shared line; what it holds goes on.
    void stopTaking() {
        takesFromLine = ownLine;
    }

    void advanceTo(long time, Meter meter) {
        while (nextEvent() <= time) {
            step(meter);
        }
    }

    /// Does the next thing that happens here of itself.
    void step(Meter meter) {
        var end = upstream.next();
        var cpuEnd = cpu.next();
        if (nextSpecial < Math.min(end, cpuEnd)) {
            stepSpecial(nextSpecial, meter);
        } else if (end <= cpuEnd) {
            release(upstream.removeNext(), end, meter);
        } else {
            endCpuJob(cpuEnd, meter);
        }
    }

    /// Takes a request that arrives now: into a slot, into the line, or not at all.
    ///
    /// @param request its number among the run's arrivals
    /// @param demand  what was drawn for it
    void offer(long request, long now, RequestSampler demand, Meter meter) {
        if (busy < open) {
            meter.entered(now);
            var slot = start(now, now, demand.cpuNanos(), demand.upstreamNanos(), meter);
            decodingNanos[slot] = demand.decodingNanos();
            if (onDemand != null) {
                onDemand.use();
                planSpecial(meter);
            }
            return;
        }
        if (open == 0 && isPlain) {
            meter.total().refused();
            return;
        }
        meter.foundAllSlotsTaken();
        if (waiting.hasRoom() && waiting.size() < capacity - busy) {
            meter.entered(now);
            waiting.add(request, now, demand);
            if (onDemand != null) {
                onDemand.want(waiting.size(), now);
            }
            planSpecial(meter);
        } else {
            meter.rejected();
        }
    }

    /// Starts waiting requests while there are free slots.
    void takeWaiting(long now, Meter meter) {
        dropAbandoned(now, meter);
        while (busy < open && !waiting.isEmpty()) {
            var slot = start(now, waiting.headArrived(), waiting.headCpu(), waiting.headUpstream(), meter);
            decodingNanos[slot] = waiting.headDecoding();
            waiting.removeHead();
            dropAbandoned(now, meter);
        }
        planSpecial(meter);
    }

    /// Changes how many slots take requests and how many vCPUs share their work. What is in slots
    /// that close goes back to the head of the line, the youngest first, to go on later.
    void resize(int slots, double vcpus, long now, Meter meter) {
        cpu.resize(vcpus, now);
        open = slots;
        while (busy > open) {
            interruptYoungest(now, meter);
        }
        takeWaiting(now, meter);
    }

    /// Loses everything it holds at `now`, as when an instance is gone.
    void loseAll(long now, Meter meter) {
        cpu.accrue(now);
        for (var slot = 0; slot < startedAt.length; slot++) {
            if (startedAt[slot] != NEVER) {
                meter.lost(arrivedAt[slot], now);
            }
        }
        while (ownLine && !waiting.isEmpty()) {
            meter.lostWaiting(waiting.headArrived(), now);
            waiting.removeHead();
        }
    }

    /// Tells the meter of everything it still holds at the end of the run.
    void countInFlight(long now, Meter meter) {
        for (var slot = 0; slot < startedAt.length; slot++) {
            if (startedAt[slot] != NEVER) {
                meter.stillInside(arrivedAt[slot], now);
            }
        }
        while (ownLine && !waiting.isEmpty()) {
            meter.stillInside(waiting.headArrived(), now);
            waiting.removeHead();
        }
    }

    /// The CPU time used since the last call, in vCPU-nanoseconds up to `now`.
    double harvestCpuNanos(long now) {
        return cpu.harvest(now);
    }

    /// Its slots that start and go off, null where they are always on.
    @Nullable
    OnDemandSlots onDemand() {
        return onDemand;
    }

    private int start(long now, long arrived, long cpuNanos, long upstreamWait, Meter meter) {
        if (free == 0) {
            growSlots();
        }
        var slot = freeSlots[--free];
        busy++;
        arrivedAt[slot] = arrived;
        startedAt[slot] = now;
        meter.started(now);
        if (cpuNanos > 0) {
            upstreamNanos[slot] = upstreamWait;
            cpu.add(cpuNanos, slot, now);
        } else {
            upstream.add(now + upstreamWait, slot);
        }
        return slot;
    }

    private void endCpuJob(long now, Meter meter) {
        var slot = cpu.endNext();
        if (upstreamNanos[slot] > 0) {
            upstream.add(now + upstreamNanos[slot], slot);
        } else {
            release(slot, now, meter);
        }
    }

    private void release(int slot, long now, Meter meter) {
        meter.left(arrivedAt[slot], startedAt[slot], now, decodingNanos[slot]);
        free(slot);
        if (takesFromLine && !waiting.isEmpty()) {
            takeWaiting(now, meter);
        }
        if (!isPlain) {
            settleOnDemand(now, meter);
        }
    }

    private void free(int slot) {
        startedAt[slot] = NEVER;
        freeSlots[free++] = slot;
        busy--;
    }

    private void freeFrom(int first) {
        for (var slot = arrivedAt.length - 1; slot >= first; slot--) {
            freeSlots[free++] = slot;
            startedAt[slot] = NEVER;
        }
    }

    private void growSlots() {
        var slots = arrivedAt.length;
        arrivedAt = Arrays.copyOf(arrivedAt, 2 * slots);
        startedAt = Arrays.copyOf(startedAt, 2 * slots);
        upstreamNanos = Arrays.copyOf(upstreamNanos, 2 * slots);
        decodingNanos = Arrays.copyOf(decodingNanos, 2 * slots);
        freeSlots = new int[2 * slots];
        cpu.grow();
        upstream.grow();
        freeFrom(slots);
    }

    private void dropAbandoned(long now, Meter meter) {
        while (!waiting.isEmpty() && meter.hasAbandoned(waiting.headArrived(), now)) {
            meter.abandoned(waiting.headArrived(), now);
            waiting.removeHead();
        }
    }

    private void interruptYoungest(long now, Meter meter) {
        var youngest = -1;
        for (var slot = 0; slot < startedAt.length; slot++) {
            if (startedAt[slot] != NEVER && (youngest < 0 || startedAt[slot] > startedAt[youngest])) {
                youngest = slot;
            }
        }
        meter.interrupted(now);
        waiting.addFirst(arrivedAt[youngest], upstream.remove(youngest) - now);
        free(youngest);
    }

    /// What only special units have: clients who give up, and slots that start and go off.
    private void stepSpecial(long now, Meter meter) {
        if (isPlain) {
            dropAbandoned(now, meter);
        } else if (waiting.nextLeave() <= now) {
            meter.gaveUp(waiting.leaveNext(), now);
        } else if (onDemand != null) {
            onDemand.step(now);
            open = onDemand.on();
            takeWaiting(now, meter);
        }
        settleOnDemand(now, meter);
    }

    private void settleOnDemand(long now, Meter meter) {
        if (onDemand != null) {
            onDemand.settle(busy, waiting.size(), now);
            open = onDemand.on();
        }
        planSpecial(meter);
    }

    /// In a plain line whoever waits longest gives up first; a shared one is looked through when it is taken from.
    private void planSpecial(Meter meter) {
        if (!isPlain) {
            nextSpecial = Math.min(waiting.nextLeave(), onDemand == null ? NEVER : onDemand.next());
        } else if (ownLine) {
            nextSpecial = waiting.isEmpty() ? NEVER : meter.givesUpAt(waiting.headArrived());
        }
    }
}
