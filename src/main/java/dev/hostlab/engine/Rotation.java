package dev.hostlab.engine;

import java.util.List;

/// Which units take requests: hands them to the kernel and takes them out again, and keeps count.
final class Rotation {

    private final Kernel kernel;
    private final Average inService = new Average(0);
    private final Average draining = new Average(0);
    private double departedCpuNanos;
    private double leastCpuNanos = Double.NaN;
    private double mostCpuNanos = Double.NaN;

    /// Whether the model provider limits the tokens of all units together.
    boolean limitsTokens() {
        return kernel.limitsTokens();
    }

    /// Asks the model provider for tokens beside those of requests; which share it grants.
    double grantTokens(double input, double output, long now) {
        return kernel.grantTokens(input, output, now);
    }

    Rotation(Kernel kernel) {
        this.kernel = kernel;
    }

    /// A unit takes requests from now on.
    void admit(FleetUnit unit, long now) {
        unit.state = FleetUnit.State.IN_SERVICE;
        unit.admitted = true;
        kernel.admit(unit.index, now);
        inService.set(inService.value() + 1, now);
    }

    /// Its application crashes; it stays in rotation until that is noticed.
    void crash(FleetUnit unit, long now) {
        departedCpuNanos += harvest(unit, now);
        kernel.crash(unit.index, now);
    }

    /// A unit in service gets no more requests; what it holds goes on.
    void takeOut(FleetUnit unit, long now) {
        kernel.withdraw(unit.index, now);
        departedCpuNanos += harvest(unit, now);
        inService.set(inService.value() - 1, now);
    }

    /// What a unit out of service still holds is lost.
    void end(FleetUnit unit, long now) {
        if (unit.admitted) {
            unit.admitted = false;
            kernel.end(unit.index, now);
        }
    }

    /// A unit that takes no requests is on its way out.
    void leave(FleetUnit unit, long now) {
        unit.state = FleetUnit.State.DRAINING;
        unit.drainingFrom = now;
        draining.set(draining.value() + 1, now);
    }

    /// It is gone.
    void forget(FleetUnit unit, long now) {
        unit.state = FleetUnit.State.GONE;
        draining.set(draining.value() - 1, now);
    }

    /// CPU time used by units in service since the last call, in vCPU-nanoseconds.
    double harvestCpuNanos(List<FleetUnit> units, long now) {
        var used = departedCpuNanos;
        departedCpuNanos = 0;
        leastCpuNanos = Double.NaN;
        mostCpuNanos = Double.NaN;
        for (var unit : units) {
            if (unit.state == FleetUnit.State.IN_SERVICE) {
                var one = harvest(unit, now);
                used += one;
                leastCpuNanos = one >= leastCpuNanos ? leastCpuNanos : one;
                mostCpuNanos = one <= mostCpuNanos ? mostCpuNanos : one;
            }
        }
        return used;
    }

    /// CPU time of the unit in service that used least between the last two harvests, NaN without units.
    double leastCpuNanos() {
        return leastCpuNanos;
    }

    /// The same of the one that used most.
    double mostCpuNanos() {
        return mostCpuNanos;
    }

    private double harvest(FleetUnit unit, long now) {
        var used = kernel.harvestCpuNanos(unit.index, now);
        unit.used(used);
        return used;
    }

    Average inService() {
        return inService;
    }

    /// Units that no longer take requests and are not gone yet.
    Average draining() {
        return draining;
    }
}
