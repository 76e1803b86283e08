package dev.hostlab.engine;

import dev.hostlab.workload.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an attempt at a request meets on its way to the model besides capacity: its tenant's limit and budget, the
/// provider's limits, and the waits before it calls again. Keeps count of what becomes of each attempt; who makes
/// attempts, and what follows from their end, is the kernels' business.
final class Calls {

    private static final Access.Tenant NOBODY = new Access.Tenant("", 1, 0, 0, false, Access.Budget.NONE);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MOST_ATTEMPTS = 64;

    final LimitMeter limits;
    final ProviderGate provider;
    final boolean releasesSlot;
    private final boolean streams;
    private final boolean byTrace;
    private final TenantGate[] gates;
    private final double[] shareUpTo;
    private final Access.Retries retries;
    private final long tenantKey;
    private final long backoffKey;
    private long input;
    private long output;
    private long refusedFor;

    Calls(LimitRules rules, Meter meter, RunId run) {
        var access = rules.access();
        retries = access.retries();
        byTrace = access.byTrace();
        releasesSlot = retries.releasesSlot();
        provider = new ProviderGate(access.provider(), rules.secondsOfDay());
        var tenants = access.tenants().isEmpty() ? List.of(NOBODY) : access.tenants();
        gates = tenants.stream().map(TenantGate::new).toArray(TenantGate[]::new);
        limits = new LimitMeter(gates);
        streams = meter.latencies().firstTokens() != null;
        shareUpTo = sharesUpTo(gates);
        tenantKey = run.key(Stream.TENANT);
        backoffKey = run.key(Stream.BACKOFF);
    }

    /// Null where nothing is limited and nobody is told apart.
    static @Nullable Calls of(LimitRules rules, Meter meter, RunId run) {
        return rules.access().isOpen() ? null : new Calls(rules, meter, run);
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

    /// A request arrives; its tenant. Its whole tokens are [#input()] and [#output()] until the next arrives.
    ///
    /// @param told whose it is as the arrivals tell, or [ArrivalStream#NOBODY]
    int arrives(long request, int told, RequestSampler demand) {
        var tenant = byTrace && told >= 0 ? told : tenantOf(request);
        var arrived = limits.tenant(tenant).arrived;
        var inputBefore = arrived.inputTokens;
        var outputBefore = arrived.outputTokens;
        limits.tenant(tenant).arrive(demand);
        input = arrived.inputTokens - inputBefore;
        output = arrived.outputTokens - outputBefore;
        return tenant;
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

    long input() {
        return input;
    }

    long output() {
        return output;
    }

    /// One more attempt is made at a request that had one before.
    void repeats(int tenant, long inputTokens, long outputTokens) {
        limits.tenant(tenant).repeated.add(inputTokens, outputTokens);
    }

    /// Asks the tenant's budget and limit.
    ///
    /// @return 0 if the attempt may go on; nanoseconds for which it has to wait first;
    /// [Unit#NEVER] if it is refused
    long admit(int tenant, long inputTokens, long outputTokens, long now) {
        var gate = gates[tenant];
        var amount = inputTokens + outputTokens;
        var tally = limits.tenant(tenant);
        if (gate.warnsWith(amount)) {
            tally.warnedAt = Math.min(tally.warnedAt, now);
        }
        if (gate.exceedsBudgetWith(amount)) {
            tally.spentAt = Math.min(tally.spentAt, now);
        }
        if (!gate.hasBudgetFor(amount)) {
            tally.overBudget.add(inputTokens, outputTokens);
            refusedFor = Unit.NEVER;
            return Unit.NEVER;
        }
        var wait = gate.nanosUntil(amount, now);
        if (wait == Unit.NEVER || (wait > 0 && !gate.queues())) {
            tally.limitedByTenant.add(inputTokens, outputTokens);
            refusedFor = wait;
            return Unit.NEVER;
        }
        gate.take(amount, now);
        tally.held += wait > 0 ? 1 : 0;
        return wait;
    }

    /// Calls the model.
    ///
    /// @return 0 if the provider takes the call; otherwise the nanoseconds until it may, [Unit#NEVER] if never
    long call(int tenant, long inputTokens, long outputTokens, long now) {
        var wait = provider.ask(inputTokens, now);
        if (wait > 0) {
            limits.refused();
            refusedFor = wait;
            return wait;
        }
        limits.tenant(tenant).passed.add(inputTokens, outputTokens);
        return 0;
    }

    /// After how many nanoseconds the last refusal said that it may be asked again, [Unit#NEVER] for never.
    long refusedFor() {
        return refusedFor;
    }

    /// How long an attempt whose call was refused waits before it calls again; [Unit#NEVER] if it does not.
    ///
    /// Exponential with full jitter (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
    ///
    /// @param number     of the attempt, which its draws hang on
    /// @param made       calls made for it so far
    /// @param retryAfter nanoseconds that the provider asks for
    long backoff(long number, int made, long retryAfter) {
        if (made >= retries.attempts()) {
            return Unit.NEVER;
        }
        var longest =
                Math.min(retries.maxSeconds(), retries.baseSeconds() * StrictMath.pow(retries.factor(), made - 1.0));
        var bits = Draws.bits(backoffKey, number * MOST_ATTEMPTS + made);
        var wait = (long) (longest * NANOS_PER_SECOND * (retries.jitter() ? Draws.unit(bits) : 1));
        if (!retries.honoursRetryAfter()) {
            return wait;
        }
        return retryAfter > retries.maxSeconds() * NANOS_PER_SECOND ? Unit.NEVER : Math.max(wait, retryAfter);
    }

    /// The service does not call again after the provider's last refusal.
    void gaveUp(int tenant, long inputTokens, long outputTokens, long now) {
        limits.tenant(tenant).limitedByProvider.add(inputTokens, outputTokens);
        gates[tenant].giveBack(inputTokens + outputTokens, now);
    }

    /// An attempt that its tenant was let in for has ended, or will not be played on, before any call of it was
    /// taken or refused for good.
    void unsent(int tenant, long inputTokens, long outputTokens, long now) {
        limits.tenant(tenant).unsent.add(inputTokens, outputTokens);
        gates[tenant].giveBack(inputTokens + outputTokens, now);
    }

    /// A call that the provider took has ended.
    void ended(long outputTokens, long now) {
        provider.ended(outputTokens, now);
    }

    /// A request has got its answer in time.
    ///
    /// @param response nanoseconds from its arrival
    /// @param decoding those since its first token
    void served(int tenant, long response, long decoding) {
        limits.tenant(tenant).served(response, streams ? response - decoding : -1);
    }
}
