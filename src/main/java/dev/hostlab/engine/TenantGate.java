package dev.hostlab.engine;

import dev.hostlab.workload.Access;
import org.jspecify.annotations.Nullable;

/// What one tenant is allowed: its own rate, and its budget of the month. Both count the tokens that a request really
/// has, and give them back if its call is refused in the end.
final class TenantGate {

    private final Access.Tenant tenant;
    private final @Nullable TokenBucket requests;
    private final @Nullable TokenBucket tokens;
    private long spent;

    TenantGate(Access.Tenant tenant) {
        this.tenant = tenant;
        requests = tenant.requestsPerMinute() == 0 ? null : new TokenBucket(tenant.requestsPerMinute(), 60);
        tokens = tenant.tokensPerMinute() == 0 ? null : new TokenBucket(tenant.tokensPerMinute(), 60);
        spent = tenant.budget().spent();
    }

    /// Nanoseconds until its rate allows a request of so many tokens, [Unit#NEVER] if it never does.
    long nanosUntil(long amount, long now) {
        var wait = requests == null ? 0 : requests.nanosUntil(1, now);
        return tokens == null ? wait : Math.max(wait, tokens.nanosUntil(amount, now));
    }

    boolean queues() {
        return tenant.queues();
    }

    boolean hasBudgetFor(long amount) {
        var budget = tenant.budget();
        return budget.tokens() == 0 || !budget.hard() || spent + amount <= budget.tokens();
    }

    /// Whether it has used more than its budget, or is about to.
    boolean exceedsBudgetWith(long amount) {
        return tenant.budget().tokens() > 0 && spent + amount > tenant.budget().tokens();
    }

    /// Whether so much of its budget is used with this that people are to be warned.
    boolean warnsWith(long amount) {
        var budget = tenant.budget();
        return budget.tokens() > 0 && spent + amount >= budget.warnShare() * budget.tokens();
    }

    /// Lets a request in.
    void take(long amount, long now) {
        if (requests != null) {
            requests.take(1, now);
        }
        if (tokens != null) {
            tokens.take(amount, now);
        }
        spent += amount;
    }

    /// The request never came to a call.
    void giveBack(long amount, long now) {
        if (tokens != null) {
            tokens.giveBack(amount, now);
        }
        spent -= amount;
    }

    long spent() {
        return spent;
    }

    Access.Tenant tenant() {
        return tenant;
    }
}
