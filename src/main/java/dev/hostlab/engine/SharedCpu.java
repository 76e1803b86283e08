package dev.hostlab.engine;

import java.util.Arrays;

/// The vCPUs of one unit and the jobs that share them: processor sharing in virtual time.
///
/// `attained` is the CPU time that every job has received since the CPU was last idle, so a job that joins with demand
/// *d* ends when `attained` has grown by *d*, however many others share. Each job gets at most one vCPU. (Kleinrock,
/// "Queueing Systems", vol. 2, 1976, ch. 4: processor sharing.) The jobs stand in order of the virtual time at which
/// they end, in a binary heap over primitive arrays.
final class SharedCpu {

    private double vcpus;
    private double[] end;
    private int[] slot;
    private int size;
    private double attained;
    private long attainedAt;
    private double busyNanos;
    private long next = Unit.NEVER;

    /// @param slots most jobs at a time
    SharedCpu(double vcpus, int slots) {
        this.vcpus = vcpus;
        end = new double[slots];
        slot = new int[slots];
    }

    /// When the next job ends, [Unit#NEVER] if there is none.
    long next() {
        return next;
    }

    /// Adds a job.
    void add(double cpuNanos, int inSlot, long now) {
        accrue(now);
        push(attained + cpuNanos, inSlot);
        planNext(now);
    }

    /// Ends the job whose time has come and tells its slot.
    int endNext() {
        var now = next;
        accrue(now);
        attained = end[0];
        var removed = pop();
        if (size == 0) {
            attained = 0;
        }
        planNext(now);
        return removed;
    }

    /// Takes out the job of a slot before its time. Looks through all of them.
    void cancel(int inSlot, long now) {
        accrue(now);
        var at = 0;
        while (slot[at] != inSlot) {
            at++;
        }
        while (at > 0) {
            var parent = (at - 1) >>> 1;
            end[at] = end[parent];
            slot[at] = slot[parent];
            at = parent;
        }
        pop();
        if (size == 0) {
            attained = 0;
        }
        planNext(now);
    }

    /// Changes how many vCPUs there are, 0 or more.
    void resize(double to, long now) {
        accrue(now);
        vcpus = to;
        planNext(now);
    }

    /// The CPU time used since the last call, in vCPU-nanoseconds up to `now`.
    double harvest(long now) {
        accrue(now);
        var used = busyNanos;
        busyNanos = 0;
        return used;
    }

    /// Counts the time up to `now`.
    void accrue(long now) {
        if (size > 0) {
            var elapsed = now - attainedAt;
            if (size <= vcpus) {
                attained += elapsed;
                busyNanos += (double) elapsed * size;
            } else {
                attained += elapsed * vcpus / size;
                busyNanos += elapsed * vcpus;
            }
        }
        attainedAt = now;
    }

    /// Makes room for twice the jobs.
    void grow() {
        end = Arrays.copyOf(end, 2 * end.length);
        slot = Arrays.copyOf(slot, 2 * slot.length);
    }

    private void planNext(long now) {
        if (size == 0 || vcpus == 0) {
            next = Unit.NEVER;
            return;
        }
        var left = Math.max(0, end[0] - attained);
        next = now + (long) Math.ceil(size <= vcpus ? left : left * size / vcpus);
    }

    private void push(double ends, int inSlot) {
        var child = size++;
        while (child > 0) {
            var parent = (child - 1) >>> 1;
            if (end[parent] <= ends) {
                break;
            }
            end[child] = end[parent];
            slot[child] = slot[parent];
            child = parent;
        }
        end[child] = ends;
        slot[child] = inSlot;
    }

    private int pop() {
        var removed = slot[0];
        size--;
        var ends = end[size];
        var inSlot = slot[size];
        var parent = 0;
        for (var child = 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && end[child + 1] < end[child]) {
                child++;
            }
            if (end[child] >= ends) {
                break;
            }
            end[parent] = end[child];
            slot[parent] = slot[child];
            parent = child;
        }
        end[parent] = ends;
        slot[parent] = inSlot;
        return removed;
    }
}
