package dev.hostlab.engine;

import java.util.ArrayList;
import java.util.List;

/// Counts what limits do: by tenant over the whole run, and tick by tick for what held requests back.
final class LimitMeter {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final TenantGate[] gates;
    private final TenantTally[] tenants;
    private long refused;
    private long retries;
    private long foundNoSlot;
    private long holding;
    private long holdingArea;
    private long holdingAt;
    private long limited;
    private long rejected;

    private long refusedBefore;
    private long foundNoSlotBefore;
    private long limitedBefore;
    private long passedBefore;
    private double providerNanos;
    private double capacityNanos;
    private double unitNanos;
    private double helplessNanos;

    /// @param gates one for each tenant; one at least
    LimitMeter(TenantGate[] gates) {
        this.gates = gates;
        tenants = new TenantTally[gates.length];
        for (var tenant = 0; tenant < tenants.length; tenant++) {
            tenants[tenant] = new TenantTally();
            tenants[tenant].warnedAt = gates[tenant].warnsWith(0) ? 0 : Unit.NEVER;
        }
    }

    /// Counts each tenant tick by tick from now on, where tenants are told apart.
    ///
    /// @param ticks   how many there will be at most
    /// @param streams whether answers are streamed
    void follow(int ticks, boolean streams) {
        if (gates.length == 1 && gates[0].tenant().name().isEmpty()) {
            return;
        }
        for (var tenant : tenants) {
            tenant.clock = new TenantClock(tenant, ticks, streams);
        }
    }

    private void closeClocks() {
        for (var tenant : tenants) {
            if (tenant.clock != null) {
                tenant.clock.close();
            }
        }
    }

    TenantTally tenant(int index) {
        return tenants[index];
    }

    /// The provider has refused a call.
    void refused() {
        refused++;
    }

    void retried() {
        retries++;
    }

    void foundNoSlot() {
        foundNoSlot++;
    }

    /// A request was refused for good.
    ///
    /// @param many 1 if its client is there to learn it, 0 if it has gone
    void limited(long many) {
        limited++;
        rejected += many;
    }

    /// A client of a request that was refused before has got its 429.
    void rejected() {
        rejected++;
    }

    /// One request more waits, with its slot, before it calls again; or one less.
    void holding(int change, long now) {
        holdingArea += holding * (now - holdingAt);
        holdingAt = now;
        holding += change;
    }

    /// What one tick held back.
    ///
    /// @param refused calls that got 429
    /// @param limited requests that were refused for good
    /// @param passedTokens tokens of the calls that the provider took
    record TickLimits(long refused, long limited, long passedTokens) {

        static final TickLimits NONE = new TickLimits(0, 0, 0);
    }

    /// Closes a tick: what held requests back in it.
    ///
    /// @param slots slots of one unit
    /// @param vcpus vCPUs of one unit
    TickLimits close(Tick tick, int slots, double vcpus) {
        holding(0, tick.end());
        closeClocks();
        var held = holdingArea;
        holdingArea = 0;
        unitNanos += tick.unitNanos();
        var refusedNow = refused - refusedBefore;
        if (refusedNow > 0) {
            providerNanos += tick.nanos();
            var busy = (tick.load().meanBusySlots() * tick.nanos() - held) / slots;
            helplessNanos += Math.max(0, tick.unitNanos() - Math.max(busy, tick.cpuNanos() / vcpus));
        } else if (foundNoSlot > foundNoSlotBefore) {
            capacityNanos += tick.nanos();
        }
        var passed = passedTokens();
        var limits = new TickLimits(refusedNow, limited - limitedBefore, passed - passedBefore);
        refusedBefore = refused;
        foundNoSlotBefore = foundNoSlot;
        limitedBefore = limited;
        passedBefore = passed;
        return limits;
    }

    private long passedTokens() {
        var sum = 0L;
        for (var tenant : tenants) {
            sum += tenant.passed.inputTokens + tenant.passed.outputTokens;
        }
        return sum;
    }

    RunLimits result() {
        var time = new RunLimits.BoundTime(
                providerNanos / NANOS_PER_MINUTE,
                capacityNanos / NANOS_PER_MINUTE,
                unitNanos == 0 ? 0 : helplessNanos / unitNanos);
        return new RunLimits(results(), new RunLimits.Calls(refused, retries, rejected), time);
    }

    private List<RunLimits.Tenant> results() {
        var results = new ArrayList<RunLimits.Tenant>();
        for (var index = 0; index < tenants.length; index++) {
            var tally = tenants[index];
            var gate = gates[index];
            results.add(new RunLimits.Tenant(
                    gate.tenant().name(),
                    tally.arrived.amount(),
                    tally.repeated.amount(),
                    tally.unsent.amount(),
                    tally.passed.amount(),
                    tally.limitedByProvider.amount(),
                    tally.limitedByTenant.amount(),
                    tally.overBudget.amount(),
                    tally.held,
                    tally.served,
                    budgetUse(gate, tally),
                    tally.responses,
                    tally.firstTokens,
                    tally.clock == null ? null : tally.clock.series()));
        }
        return results;
    }

    private static RunLimits.BudgetUse budgetUse(TenantGate gate, TenantTally tally) {
        return new RunLimits.BudgetUse(
                gate.tenant().budget(), gate.spent(), seconds(tally.warnedAt), seconds(tally.spentAt));
    }

    private static double seconds(long at) {
        return at == Unit.NEVER ? Double.NaN : at / 1e9;
    }
}
