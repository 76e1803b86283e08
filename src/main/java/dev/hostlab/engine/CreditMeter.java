package dev.hostlab.engine;

import dev.hostlab.hosting.CreditPlan;

/// Tells a [CreditBook] what the instances of a fleet have used.
final class CreditMeter {

    private final CreditBook book;

    CreditMeter(CreditPlan plan) {
        book = new CreditBook(plan);
    }

    /// Tells of every instance there is.
    void tick(Fleet fleet, long now) {
        if (fleet.cluster().isPresent()) {
            for (var instance : fleet.cluster().get().instances()) {
                var workingFrom = instance.registered ? instance.readyAt : now;
                book.tell(instance, new CreditBook.Life(instance.billedFrom, workingFrom), instance.cpuNanos, now);
                instance.cpuNanos = 0;
            }
        } else {
            for (var unit : fleet.roster.units()) {
                var workingFrom = unit.state == FleetUnit.State.STARTING ? now : unit.servingSince;
                var billedFrom = unit.begun ? unit.billedFrom : Unit.NEVER;
                book.tell(unit, new CreditBook.Life(billedFrom, workingFrom), unit.cpuNanos, now);
                unit.cpuNanos = 0;
            }
        }
        book.closeTick();
    }

    /// CPU that was charged, in vCPU-hours.
    double surplusVcpuHours() {
        return book.surplusVcpuHours();
    }
}
