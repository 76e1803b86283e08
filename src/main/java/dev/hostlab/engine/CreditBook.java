package dev.hostlab.engine;

import dev.hostlab.hosting.CreditPlan;
import dev.hostlab.usage.CreditAccount;
import java.util.LinkedHashMap;
import java.util.Map;

/// The credit accounts of burstable instances, kept tick by tick. An instance that is not told of any more has ended;
/// what it owed is charged.
public final class CreditBook {

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

    public CreditBook(CreditPlan plan) {
        this.plan = plan;
    }

    /// An instance in time, in nanoseconds from the start of the run.
    ///
    /// @param billedFrom  when its bill began, 0 for those that are there at the start
    /// @param workingFrom when it took up work, which may be now
    public record Life(long billedFrom, long workingFrom) {}

    /// An instance has run until now; nothing is done where its bill has not begun.
    ///
    /// @param cpuNanos CPU that its work has used since it was last told of, in vCPU-nanoseconds
    public void tell(Object instance, Life life, double cpuNanos, long now) {
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

    /// Every instance there is has been told of.
    public void closeTick() {
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
    public double surplusVcpuHours() {
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
