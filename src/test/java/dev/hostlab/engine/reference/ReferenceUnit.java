package dev.hostlab.engine.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A unit of the reference simulator: lists of requests, brought forward step by step.
final class ReferenceUnit {

    final int number;
    final List<ReferenceRequest> onCpu = new ArrayList<>();
    final List<ReferenceRequest> upstream = new ArrayList<>();
    final Deque<ReferenceRequest> line = new ArrayDeque<>();
    boolean inService = true;
    double cpuUsedNanos;
    long cpuPlan;

    private final double vcpus;
    private long now;

    ReferenceUnit(int number, double vcpus, long now) {
        this.number = number;
        this.vcpus = vcpus;
        this.now = now;
    }

    int busySlots() {
        return onCpu.size() + upstream.size();
    }

    int outstanding() {
        return busySlots() + line.size();
    }

    /// The part of a vCPU that each request on the CPU has: evenly shared, one at most.
    private double speed() {
        return Math.min(1, vcpus / onCpu.size());
    }

    /// The request on the CPU that has the least left.
    Optional<ReferenceRequest> nextOffCpu() {
        return onCpu.stream().min(Comparator.comparingDouble(request -> request.cpuLeft));
    }

    /// When that is done: the first whole nanosecond by which its work fits.
    long nextOffCpuAt() {
        return nextOffCpu()
                .map(next -> now + (long) Math.ceil(next.cpuLeft / speed()))
                .orElse(Long.MAX_VALUE);
    }

    /// Gives everybody on the CPU their share of the time up to `time`.
    void forwardTo(long time) {
        if (!onCpu.isEmpty()) {
            work((time - now) * speed());
        }
        now = time;
    }

    /// Lets the request with the least left finish at `time`. What is left of the nanosecond is nobody's.
    ReferenceRequest finishOnCpu(long time) {
        cpuUsedNanos += (time - now) * speed() * onCpu.size();
        var done = nextOffCpu().orElseThrow();
        var received = done.cpuLeft;
        onCpu.forEach(request -> request.cpuLeft -= received);
        now = time;
        onCpu.remove(done);
        return done;
    }

    private void work(double received) {
        onCpu.forEach(request -> request.cpuLeft -= received);
        cpuUsedNanos += received * onCpu.size();
    }
}
