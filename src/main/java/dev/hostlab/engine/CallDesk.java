package dev.hostlab.engine;

import dev.hostlab.workload.Access;
import java.util.List;

/// What requests meet on their way to the model besides capacity: their tenant's limit and budget, the provider's
/// limits, and the waits before they ask again. Keeps count of what becomes of each.
final class CallDesk {

    private static final Access.Tenant NOBODY = new Access.Tenant("", 1, 0, 0, false, Access.Budget.NONE);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MOST_ATTEMPTS = 64;

    final Visits visits = new Visits();
    final UpstreamWaits due = new UpstreamWaits(1_024);
    final Meter meter;
    final LimitMeter limits;
    final boolean releasesSlot;
    private final boolean streams;
    private final boolean byTrace;

    final ProviderGate provider;
    private final TenantGate[] gates;
    private final double[] shareUpTo;
    private final Access.Retries retries;
    private final long tenantKey;
    private final long backoffKey;

    CallDesk(LimitRules rules, Meter meter, RunId run) {
        var access = rules.access();
        this.meter = meter;
        retries = access.retries();
        byTrace = access.byTrace();
        releasesSlot = retries.releasesSlot();
        provider = new ProviderGate(access.provider(), rules.secondsOfDay());
        var tenants = access.tenants().isEmpty() ? List.of(NOBODY) : access.tenants();
        gates = tenants.stream().map(TenantGate::new).toArray(TenantGate[]::new);
        limits = new LimitMeter(gates, visits);
        streams = meter.latencies().firstTokens() != null;
        shareUpTo = sharesUpTo(gates);
        tenantKey = run.key(Stream.TENANT);
        backoffKey = run.key(Stream.BACKOFF);
    }

    private static double[] sharesUpTo(TenantGate[] gates) {
        var upTo = new double[gates.length];
        var sum = 0.0;
        for (var tenant = 0; tenant < gates.length; tenant++) {
            sum += gates[tenant].tenant().share();
            upTo[tenant] = sum;
        }
        for (var tenant = 0; tenant < gates.length; tenant++) {
            upTo[tenant] /= sum;
        }
        return upTo;
    }

    /// A request arrives; its place.
    ///
    /// @param tenant whose it is as the arrivals tell, or [ArrivalStream#NOBODY]
    int arrives(long request, long now, RequestSampler demand, int tenant) {
        var visit = visits.take();
        visits.number[visit] = request;
        visits.arrived[visit] = now;
        visits.since[visit] = now;
        visits.cpuNanos[visit] = demand.cpuNanos();
        visits.upstreamNanos[visit] = demand.upstreamNanos();
        visits.decodingNanos[visit] = demand.decodingNanos();
        visits.tenant[visit] = byTrace && tenant >= 0 ? tenant : tenantOf(request);
        tally(visit).arrive(visits, visit, demand);
        return visit;
    }

    private int tenantOf(long request) {
        if (gates.length == 1) {
            return 0;
        }
        var u = Draws.unit(Draws.bits(tenantKey, request));
        var tenant = 0;
        while (tenant < gates.length - 1 && u > shareUpTo[tenant]) {
            tenant++;
        }
        return tenant;
    }

    /// Asks its tenant's budget and limit.
    ///
    /// @return 0 if it may go on; nanoseconds for which it has to wait first; [Unit#NEVER] if it has been refused
    long admit(int visit, long now) {
        var gate = gates[visits.tenant[visit]];
        var amount = visits.inputTokens[visit] + visits.outputTokens[visit];
        var tally = tally(visit);
        if (gate.warnsWith(amount)) {
            tally.warnedAt = Math.min(tally.warnedAt, now);
        }
        if (gate.exceedsBudgetWith(amount)) {
            tally.spentAt = Math.min(tally.spentAt, now);
        }
        if (!gate.hasBudgetFor(amount)) {
            refuse(visit, tally.overBudget);
            return Unit.NEVER;
        }
        var wait = gate.nanosUntil(amount, now);
        if (wait == Unit.NEVER || (wait > 0 && !gate.queues())) {
            refuse(visit, tally.limitedByTenant);
            return Unit.NEVER;
        }
        gate.take(amount, now);
        tally.held += wait > 0 ? 1 : 0;
        return wait;
    }

    private void refuse(int visit, TenantTally.Sum sum) {
        sum.add(visits.inputTokens[visit], visits.outputTokens[visit]);
        meter.rejected();
        limits.limited(1);
        visits.free(visit);
    }

    /// Calls the model.
    ///
    /// @return 0 if the provider takes the call; otherwise the nanoseconds until it may, [Unit#NEVER] if never
    long call(int visit, long now) {
        if (visits.attempts[visit]++ > 0) {
            limits.retried();
        }
        var wait = provider.ask(visits.inputTokens[visit], now);
        if (wait > 0) {
            limits.refused();
            return wait;
        }
        tally(visit).passed.add(visits.inputTokens[visit], visits.outputTokens[visit]);
        return 0;
    }

    /// How long a request whose call was refused waits before it asks again; [Unit#NEVER] if it does not.
    ///
    /// Exponential with full jitter (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
    ///
    /// @param retryAfter nanoseconds that the provider asks for
    long backoff(int visit, long retryAfter) {
        var attempt = visits.attempts[visit];
        if (attempt >= retries.attempts()) {
            return Unit.NEVER;
        }
        var longest =
                Math.min(retries.maxSeconds(), retries.baseSeconds() * StrictMath.pow(retries.factor(), attempt - 1.0));
        var bits = Draws.bits(backoffKey, visits.number[visit] * MOST_ATTEMPTS + attempt);
        var wait = (long) (longest * NANOS_PER_SECOND * (retries.jitter() ? Draws.unit(bits) : 1));
        if (!retries.honoursRetryAfter()) {
            return wait;
        }
        return retryAfter > retries.maxSeconds() * NANOS_PER_SECOND ? Unit.NEVER : Math.max(wait, retryAfter);
    }

    /// Something will happen to a request.
    void plan(int visit, long at) {
        if (due.isFull()) {
            due.grow();
        }
        due.add(at, visit);
    }

    /// The model has answered.
    void answered(int visit, long now) {
        provider.ended(visits.outputTokens[visit], now);
        var arrived = visits.arrived[visit];
        var servedBefore = meter.total().served;
        meter.left(arrived, arrived + visits.waited[visit], now, visits.decodingNanos[visit]);
        if (meter.total().served > servedBefore) {
            tally(visit).served(now - arrived, streams ? now - visits.decodingNanos[visit] - arrived : -1);
        }
        visits.free(visit);
    }

    /// The service does not ask again and passes the 429 on; the slot is free already.
    void giveUp(int visit, long now) {
        var failedBefore = meter.total().failed;
        meter.lostWaiting(visits.arrived[visit], now);
        limits.limited(meter.total().failed - failedBefore);
        meter.total().limitSince(failedBefore);
        tally(visit).limitedByProvider.add(visits.inputTokens[visit], visits.outputTokens[visit]);
        giveBack(visit, now);
        visits.free(visit);
    }

    /// It has ended, or will not be played on, before any call of it was taken or refused for good.
    void unsent(int visit, long now) {
        tally(visit).unsent.add(visits.inputTokens[visit], visits.outputTokens[visit]);
        giveBack(visit, now);
    }

    private void giveBack(int visit, long now) {
        gates[visits.tenant[visit]].giveBack(visits.inputTokens[visit] + visits.outputTokens[visit], now);
    }

    /// It is lost with its unit, wherever it stands; what the provider reserved for it comes back.
    void lost(int visit, long now) {
        var state = visits.state[visit];
        var hasSlot = state == Visits.WORKING || state == Visits.CALLING || state == Visits.HOLDING;
        if (state == Visits.CALLING) {
            provider.ended(visits.outputTokens[visit], now);
        } else {
            unsent(visit, now);
        }
        if (state == Visits.HOLDING) {
            limits.holding(-1, now);
        }
        if (hasSlot) {
            meter.lost(visits.arrived[visit], now);
        } else {
            meter.lostWaiting(visits.arrived[visit], now);
        }
        if (state == Visits.WORKING || state == Visits.WAITING) {
            visits.free(visit);
        } else {
            visits.state[visit] = Visits.GONE;
            visits.unit[visit] = -1;
        }
    }

    /// The run ends with these requests inside.
    void countInFlight(long now) {
        for (var visit = 0; visit < visits.end(); visit++) {
            if (visits.state[visit] != Visits.GONE) {
                meter.stillInside(visits.arrived[visit], now);
                if (visits.state[visit] != Visits.CALLING) {
                    unsent(visit, now);
                }
            }
        }
    }

    private TenantTally tally(int visit) {
        return limits.tenant(visits.tenant[visit]);
    }
}
