package dev.hostlab.engine;

import java.util.Arrays;

/// When the slots of each unit will be free, where a request's end is known as soon as it arrives: a sorted run of
/// times for each unit, and the start times of the requests that wait for it. First come, first served within a
/// unit, so a request starts when the earliest slot is free.
final class SlotTimes {

    private static final int FIRST_WAITING = 16;
    private static final int FEW = 8;
    private static final long[] NONE = {};

    private final int slots;
    private final int queueLimit;
    private long[] free;
    private long[][] waitingStarts;
    private int[] waitingHead;
    private int[] waitingSize;
    private double[] cpuNanos;

    /// @param slots      of each unit
    /// @param queueLimit most requests that wait for one unit
    SlotTimes(int slots, int queueLimit) {
        this.slots = slots;
        this.queueLimit = queueLimit;
        free = new long[64 * slots];
        waitingStarts = new long[64][];
        Arrays.fill(waitingStarts, NONE);
        waitingHead = new int[64];
        waitingSize = new int[64];
        cpuNanos = new double[64];
    }

    /// A fresh unit, idle from `now` on.
    void open(int unit, long now) {
        if (unit >= waitingHead.length) {
            grow(Math.max(unit + 1, 2 * waitingHead.length));
        }
        Arrays.fill(free, unit * slots, (unit + 1) * slots, now);
        waitingSize[unit] = 0;
        cpuNanos[unit] = 0;
    }

    /// When the unit's earliest slot is free.
    long earliest(int unit) {
        return free[unit * slots];
    }

    /// The earliest slot is taken until `end`. In a short run every time is compared, which costs less than a
    /// branch that nobody can foresee.
    void take(int unit, long end) {
        var at = unit * slots;
        var last = at + slots - 1;
        if (slots <= FEW) {
            var later = end;
            for (; at < last; at++) {
                var next = free[at + 1];
                free[at] = Math.min(next, later);
                later = Math.max(next, later);
            }
            free[last] = later;
            return;
        }
        while (at < last && free[at + 1] < end) {
            free[at] = free[at + 1];
            at++;
        }
        free[at] = end;
    }

    /// Whether a request that arrives now and finds all slots taken may wait.
    boolean hasRoom(int unit, long now) {
        return queueLimit == Integer.MAX_VALUE || waiting(unit, now) < queueLimit;
    }

    /// A request waits for the unit until `start`.
    void addWaiting(int unit, long start) {
        var starts = waitingStarts[unit];
        if (waitingSize[unit] == starts.length) {
            starts = longer(unit);
        }
        starts[(waitingHead[unit] + waitingSize[unit]++) & (starts.length - 1)] = start;
    }

    /// Requests of the unit, in slots or waiting.
    int outstanding(int unit, long now) {
        var busy = 0;
        for (var slot = unit * slots; slot < (unit + 1) * slots; slot++) {
            busy += free[slot] > now ? 1 : 0;
        }
        return busy == slots ? busy + waiting(unit, now) : busy;
    }

    /// CPU time that requests of the unit have used.
    void addCpu(int unit, long nanos) {
        cpuNanos[unit] += nanos;
    }

    /// CPU time used since the last call.
    double harvestCpu(int unit) {
        var used = cpuNanos[unit];
        cpuNanos[unit] = 0;
        return used;
    }

    private int waiting(int unit, long now) {
        var size = waitingSize[unit];
        if (size == 0) {
            return 0;
        }
        var starts = waitingStarts[unit];
        var head = waitingHead[unit];
        while (size > 0 && starts[head] <= now) {
            head = (head + 1) & (starts.length - 1);
            size--;
        }
        waitingHead[unit] = head;
        waitingSize[unit] = size;
        return size;
    }

    private long[] longer(int unit) {
        var old = waitingStarts[unit];
        var starts = new long[Math.max(FIRST_WAITING, 2 * old.length)];
        for (var index = 0; index < waitingSize[unit]; index++) {
            starts[index] = old[(waitingHead[unit] + index) & (old.length - 1)];
        }
        waitingHead[unit] = 0;
        waitingStarts[unit] = starts;
        return starts;
    }

    private void grow(int units) {
        free = Arrays.copyOf(free, units * slots);
        var from = waitingStarts.length;
        waitingStarts = Arrays.copyOf(waitingStarts, units);
        Arrays.setAll(waitingStarts, unit -> unit < from ? waitingStarts[unit] : NONE);
        waitingHead = Arrays.copyOf(waitingHead, units);
        waitingSize = Arrays.copyOf(waitingSize, units);
        cpuNanos = Arrays.copyOf(cpuNanos, units);
    }
}
