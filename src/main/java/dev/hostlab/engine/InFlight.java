package dev.hostlab.engine;

import java.util.Arrays;

/// Requests whose start and end are known but whose end lies beyond the time up to which the control side lets the
/// kernel play: until then their unit may be ended. Parallel arrays, in no order that matters.
final class InFlight {

    private final Meter meter;
    private final SlotTimes slots;
    private int[] unit = new int[256];
    private long[] arrived = new long[256];
    private long[] started = new long[256];
    private long[] cpuEnd = new long[256];
    private long[] ended = new long[256];
    private long[] decoding = new long[256];
    private int size;
    private long until;

    /// @param slots where the units' CPU time is booked
    InFlight(Meter meter, SlotTimes slots) {
        this.meter = meter;
        this.slots = slots;
    }

    /// Tells the meter what happens up to and including `time`.
    void settle(long time) {
        var left = 0;
        for (var index = 0; index < size; index++) {
            if (started[index] <= time) {
                if (started[index] > until) {
                    meter.started(started[index]);
                }
                bookCpu(index, time);
            }
            if (ended[index] <= time) {
                meter.left(arrived[index], started[index], ended[index], decoding[index]);
            } else {
                move(index, left++);
            }
        }
        size = left;
        until = time;
    }

    /// Takes a request that has entered and ends after the time of the last [#settle(long)].
    ///
    /// @param starts when it gets its slot
    /// @param cpu    CPU time it needs from then on
    /// @param hold   time for which it holds its slot
    void add(int ofUnit, long arrives, long starts, long cpu, long hold) {
        if (size == unit.length) {
            grow();
        }
        unit[size] = ofUnit;
        arrived[size] = arrives;
        started[size] = starts;
        cpuEnd[size] = starts + cpu;
        ended[size] = starts + hold;
        if (starts <= until) {
            meter.started(starts);
            slots.addCpu(ofUnit, Math.min(until, starts + cpu) - starts);
        }
        size++;
    }

    /// For so long the request that was added last is written at its end.
    void decodes(long nanos) {
        decoding[size - 1] = nanos;
    }

    /// Loses all requests of a unit.
    void lose(int ofUnit, long now) {
        var left = 0;
        for (var index = 0; index < size; index++) {
            if (unit[index] != ofUnit) {
                move(index, left++);
            } else if (started[index] <= now) {
                meter.lost(arrived[index], now);
            } else {
                meter.lostWaiting(arrived[index], now);
            }
        }
        size = left;
    }

    /// Tells the meter of all that are still inside at the end of the run.
    void countInFlight(long now) {
        for (var index = 0; index < size; index++) {
            meter.stillInside(arrived[index], now);
        }
    }

    private void bookCpu(int index, long time) {
        var from = Math.max(until, started[index]);
        var to = Math.min(time, cpuEnd[index]);
        if (to > from) {
            slots.addCpu(unit[index], to - from);
        }
    }

    private void move(int from, int to) {
        unit[to] = unit[from];
        arrived[to] = arrived[from];
        started[to] = started[from];
        cpuEnd[to] = cpuEnd[from];
        ended[to] = ended[from];
        decoding[to] = decoding[from];
    }

    private void grow() {
        unit = Arrays.copyOf(unit, 2 * size);
        arrived = Arrays.copyOf(arrived, 2 * size);
        started = Arrays.copyOf(started, 2 * size);
        cpuEnd = Arrays.copyOf(cpuEnd, 2 * size);
        ended = Arrays.copyOf(ended, 2 * size);
        decoding = Arrays.copyOf(decoding, 2 * size);
    }
}
