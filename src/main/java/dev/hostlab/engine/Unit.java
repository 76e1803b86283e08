package dev.hostlab.engine;

/// One unit of capacity on the hot path: slots, shared CPU, upstream waits, and a line of waiting requests. All
/// state is primitive arrays; a request in a slot is an index.
///
/// CPU work is processor sharing in virtual time: `attained` is the CPU time that every job on the CPU has received
/// since it was last idle, so a job that joins with demand *d* ends when `attained` has grown by *d*, however many
/// others share. Each job gets at most one vCPU. (Kleinrock, "Queueing Systems", vol. 2, 1976, ch. 4: processor
/// sharing.)
final class Unit {

    static final long NEVER = Long.MAX_VALUE;

    private final int slots;
    private final double vcpus;
    private final Line waiting;
    private final boolean ownLine;
    private final long[] arrivedAt;
    private final long[] startedAt;
    private final long[] upstreamNanos;
    private final int[] freeSlots;
    private final CpuJobs cpu;
    private final UpstreamWaits upstream;

    private int free;
    private boolean takesFromLine = true;
    private double attained;
    private long attainedAt;
    private double cpuBusyNanos;
    private long nextCpu = NEVER;

    /// @param shape   slots and vCPUs
    /// @param waiting its own line, or the one it shares with all units
    /// @param ownLine whether the line is its own
    Unit(UnitShape shape, Line waiting, boolean ownLine) {
        this.slots = shape.slots();
        this.vcpus = shape.vcpus();
        this.waiting = waiting;
        this.ownLine = ownLine;
        arrivedAt = new long[slots];
        startedAt = new long[slots];
        upstreamNanos = new long[slots];
        freeSlots = new int[slots];
        cpu = new CpuJobs(slots);
        upstream = new UpstreamWaits(slots);
        free = slots;
        for (var slot = 0; slot < slots; slot++) {
            freeSlots[slot] = slots - 1 - slot;
            startedAt[slot] = NEVER;
        }
    }

    /// What is left of a unit whose application has crashed: without slots, it fails whatever reaches it.
    static Unit crashed() {
        return new Unit(UnitShape.NONE, new WaitingLine(0), true);
    }

    boolean hasFreeSlot() {
        return free > 0;
    }

    /// Requests in slots and in its own line.
    int outstanding() {
        return slots - free + (ownLine ? waiting.size() : 0);
    }

    /// The time of the next thing that happens here of itself, [#NEVER] if nothing does.
    long nextEvent() {
        return Math.min(nextCpu, upstream.next());
    }

    /// Stops taking requests from a shared line; what it holds goes on.
    void stopTaking() {
        takesFromLine = ownLine;
    }

    /// Does everything that happens here up to and including `time`.
    void advanceTo(long time, Meter meter) {
        while (nextEvent() <= time) {
            step(meter);
        }
    }

    /// Does the next thing that happens here of itself.
    void step(Meter meter) {
        var end = upstream.next();
        if (end <= nextCpu) {
            release(upstream.removeNext(), end, meter);
        } else {
            endCpuJob(nextCpu, meter);
        }
    }

    /// Takes a request that arrives now: into a slot, into the line, or not at all.
    ///
    /// @param request its number among the run's arrivals
    /// @param demand  what was drawn for it
    void offer(long request, long now, RequestSampler demand, Meter meter) {
        if (free > 0) {
            meter.entered(now);
            start(now, now, demand.cpuNanos(), demand.upstreamNanos(), meter);
            return;
        }
        if (slots == 0) {
            meter.refused();
            return;
        }
        meter.foundAllSlotsTaken();
        if (!waiting.hasRoom()) {
            dropAbandoned(now, meter);
        }
        if (waiting.hasRoom()) {
            meter.entered(now);
            waiting.add(request, now, demand);
        } else {
            meter.rejected();
        }
    }

    /// Starts waiting requests while there are free slots.
    void takeWaiting(long now, Meter meter) {
        dropAbandoned(now, meter);
        while (free > 0 && !waiting.isEmpty()) {
            var arrived = waiting.headArrived();
            var cpuNanos = waiting.headCpu();
            var upstreamWait = waiting.headUpstream();
            waiting.removeHead();
            start(now, arrived, cpuNanos, upstreamWait, meter);
            dropAbandoned(now, meter);
        }
    }

    /// Loses everything it holds at `now`, as when an instance is gone.
    void loseAll(long now, Meter meter) {
        accrue(now);
        for (var slot = 0; slot < slots; slot++) {
            if (isBusy(slot)) {
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
        for (var slot = 0; slot < slots; slot++) {
            if (isBusy(slot)) {
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
        accrue(now);
        var used = cpuBusyNanos;
        cpuBusyNanos = 0;
        return used;
    }

    private boolean isBusy(int slot) {
        return startedAt[slot] != NEVER;
    }

    private void start(long now, long arrived, long cpuNanos, long upstreamWait, Meter meter) {
        var slot = freeSlots[--free];
        arrivedAt[slot] = arrived;
        startedAt[slot] = now;
        meter.started(now);
        if (cpuNanos > 0) {
            accrue(now);
            upstreamNanos[slot] = upstreamWait;
            cpu.add(attained + cpuNanos, slot);
            planNextCpu(now);
        } else {
            upstream.add(now + upstreamWait, slot);
        }
    }

    private void endCpuJob(long now, Meter meter) {
        accrue(now);
        attained = cpu.next();
        var slot = cpu.removeNext();
        if (cpu.isEmpty()) {
            attained = 0;
        }
        planNextCpu(now);
        if (upstreamNanos[slot] > 0) {
            upstream.add(now + upstreamNanos[slot], slot);
        } else {
            release(slot, now, meter);
        }
    }

    private void release(int slot, long now, Meter meter) {
        meter.left(arrivedAt[slot], startedAt[slot], now);
        startedAt[slot] = NEVER;
        freeSlots[free++] = slot;
        if (takesFromLine && !waiting.isEmpty()) {
            takeWaiting(now, meter);
        }
    }

    private void dropAbandoned(long now, Meter meter) {
        while (!waiting.isEmpty() && meter.hasAbandoned(waiting.headArrived(), now)) {
            meter.abandoned(waiting.headArrived(), now);
            waiting.removeHead();
        }
    }

    private void accrue(long now) {
        var jobs = cpu.size();
        if (jobs > 0) {
            var elapsed = now - attainedAt;
            if (jobs <= vcpus) {
                attained += elapsed;
                cpuBusyNanos += (double) elapsed * jobs;
            } else {
                attained += elapsed * vcpus / jobs;
                cpuBusyNanos += elapsed * vcpus;
            }
        }
        attainedAt = now;
    }

    private void planNextCpu(long now) {
        var jobs = cpu.size();
        if (jobs == 0) {
            nextCpu = NEVER;
            return;
        }
        var left = Math.max(0, cpu.next() - attained);
        nextCpu = now + (long) Math.ceil(jobs <= vcpus ? left : left * jobs / vcpus);
    }
}
