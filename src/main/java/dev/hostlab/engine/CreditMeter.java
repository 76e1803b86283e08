package dev.hostlab.engine;

import dev.hostlab.hosting.CreditPlan;
import dev.hostlab.usage.CreditAccount;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps the credit accounts of burstable instances, tick by tick. An instance that is not told of any more has
/// ended; what it owed is charged.
final class CreditMeter {

    private static final double NANOS_PER_HOUR = 3_600e9;
    private static final double NANOS_PER_MINUTE = 60e9;

    private final CreditPlan plan;
    private final Map<Object, Entry> entries = new LinkedHashMap<>();
    private double charged;

    /// An account and how far it is kept.
    private static final class Entry {
        private final CreditAccount account;
        private long upTo;
        private boolean told;

        private Entry(CreditAccount account, long upTo) {
            this.account = account;
            this.upTo = upTo;
        }
    }

    CreditMeter(CreditPlan plan) {
        this.plan = plan;
    }

    /// When the bill of an instance began, 0 at the start of the run, and when it took up work, which may be now.
    private record Life(long billedFrom, long workingFrom) {}

    /// An instance has run until now.
    ///
    /// @param cpuNanos CPU that its work has used since it was last told of, in vCPU-nanoseconds
    private void tell(Object instance, Life life, double cpuNanos, long now) {
        if (life.billedFrom > now) {
            return;
        }
        var entry = entries.computeIfAbsent(instance, unknown -> opened(life.billedFrom));
        var booting = Math.max(0, life.workingFrom - entry.upTo);
        var used = cpuNanos + plan.bootVcpus() * booting;
        entry.account.pass((now - entry.upTo) / NANOS_PER_HOUR, used / NANOS_PER_MINUTE);
        entry.upTo = now;
        entry.told = true;
    }

    private Entry opened(long billedFrom) {
        var balance = billedFrom == 0 ? plan.startBalance() : 0;
        return new Entry(new CreditAccount(plan.credits(), balance), billedFrom);
    }

    /// Tells of every instance there is.
    void tick(Fleet fleet, long now) {
        if (fleet.cluster().isPresent()) {
            for (var instance : fleet.cluster().get().instances()) {
                var workingFrom = instance.registered ? instance.readyAt : now;
                tell(instance, new Life(instance.billedFrom, workingFrom), instance.cpuNanos, now);
                instance.cpuNanos = 0;
            }
        } else {
            for (var unit : fleet.roster.units()) {
                var workingFrom = unit.state == FleetUnit.State.STARTING ? now : unit.servingSince;
                tell(unit, new Life(unit.begun ? unit.billedFrom : Unit.NEVER, workingFrom), unit.cpuNanos, now);
                unit.cpuNanos = 0;
            }
        }
        closeTick();
    }

    private void closeTick() {
        var each = entries.values().iterator();
        while (each.hasNext()) {
            var entry = each.next();
            if (!entry.told) {
                charge(entry);
                each.remove();
            }
            entry.told = false;
        }
    }

    /// CPU that was charged, in vCPU-hours. What is owed at the end counts, as if the instances ended then: a month
    /// is taken to go on like this, and who owes more each hour pays for it in the end.
    double surplusVcpuHours() {
        var open = entries.values().stream()
                .mapToDouble(entry -> entry.account.chargedVcpuHours() + entry.account.owedVcpuHours())
                .sum();
        return charged + open;
    }

    private void charge(Entry entry) {
        entry.account.close();
        charged += entry.account.chargedVcpuHours();
    }
}
