package dev.hostlab.estimate;

import dev.hostlab.engine.CreditBook;
import dev.hostlab.hosting.CreditPlan;
import java.util.List;
import java.util.Optional;

/// The CPU credits of an estimated fleet, by the accounts of the engine: all units in service use CPU alike.
final class PoolCredits {

    private final CreditBook book;
    private long tickStart;

    PoolCredits(CreditPlan plan) {
        book = new CreditBook(plan);
    }

    /// A tick ends: every unit, or every instance where units run on such, has used its part of the tick's CPU.
    void tick(TickLoad tick, List<PoolUnit> units, Optional<InstancePool> instances, long now) {
        var vcpus = tick.unitSeconds > 0 ? tick.cpuSeconds / tick.unitSeconds : 0;
        for (var unit : units) {
            var serving = unit.state == PoolUnit.State.IN_SERVICE;
            var used = serving ? vcpus * (now - Math.max(tickStart, unit.servingSince)) : 0;
            if (unit.instance != null) {
                unit.instance.cpuNanos += used;
            } else if (instances.isEmpty()) {
                var workingFrom = unit.state == PoolUnit.State.STARTING ? now : unit.servingSince;
                book.tell(unit, new CreditBook.Life(unit.billedFrom, workingFrom), used, now);
            }
        }
        instances.ifPresent(cluster -> cluster.tell(book, now));
        book.closeTick();
        tickStart = now;
    }

    /// CPU that was charged beyond credits, in vCPU-hours.
    double surplusVcpuHours() {
        return book.surplusVcpuHours();
    }
}
