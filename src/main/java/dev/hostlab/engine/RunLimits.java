package dev.hostlab.engine;

import dev.hostlab.workload.Access;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the limits of the model provider and of tenants did in one run.
///
/// @param tenants        by tenant; a single one without a name where nobody is told apart
/// @param calls          what was asked of the provider
/// @param time           how long the provider, or capacity, held requests back
public record RunLimits(List<Tenant> tenants, Calls calls, BoundTime time) {

    /// A number of requests with their tokens.
    public record Amount(long requests, long inputTokens, long outputTokens) {

        public static final Amount NONE = new Amount(0, 0, 0);

        public Amount plus(Amount other) {
            return new Amount(
                    requests + other.requests, inputTokens + other.inputTokens, outputTokens + other.outputTokens);
        }

        public long tokens() {
            return inputTokens + outputTokens;
        }
    }

    /// What was asked of the provider.
    ///
    /// @param refused  calls that got 429
    /// @param retries  calls beyond the first of a request
    /// @param rejected requests whose client got 429, from the provider or for its tenant's sake
    public record Calls(long refused, long retries, long rejected) {}

    /// For how long what held requests back.
    ///
    /// @param providerMinutes minutes in which the provider refused a call: more capacity would
    /// only have asked more
    /// @param capacityMinutes minutes in which it refused none and requests found no free slot
    /// @param helplessShare   part of the capacity in service over the whole run that was there in the provider's
    ///                        minutes and did nothing but wait for it
    public record BoundTime(double providerMinutes, double capacityMinutes, double helplessShare) {}

    /// What became of the attempts at the requests of one tenant: the first at each, and repeated ones where a
    /// queue delivers again or clients ask again. `offered` is the sum of passed, limited and over budget, and
    /// all that arrived or was repeated is offered or unsent.
    ///
    /// @param name            empty where nobody is told apart
    /// @param arrived         requests, so first attempts
    /// @param repeated        attempts beyond the first; each has its request's tokens
    /// @param unsent          turned away, lost or still waiting before any limit had decided on them
    /// @param passed          the provider took the call
    /// @param limitedByProvider refused by the provider until the service gave up
    /// @param limitedByTenant refused by the tenant's own limit
    /// @param overBudget      refused since the tenant's budget was spent
    /// @param held            requests that waited for their tenant's limit
    /// @param served          requests that got their answer in time
    /// @param budget          how the tenant's budget did
    /// @param responses       response times of the served
    /// @param firstTokens     times to the first token of the served; empty where answers are not streamed
    /// @param seriesOrNull    tick by tick; null unless it was asked for
    public record Tenant(
            String name,
            Amount arrived,
            Amount repeated,
            Amount unsent,
            Amount passed,
            Amount limitedByProvider,
            Amount limitedByTenant,
            Amount overBudget,
            long held,
            long served,
            BudgetUse budget,
            LatencyHistogram responses,
            LatencyHistogram firstTokens,
            @Nullable TenantSeries seriesOrNull) {

        public Tenant {
            var decided = passed.plus(limitedByProvider).plus(limitedByTenant).plus(overBudget);
            if (!decided.plus(unsent).equals(arrived.plus(repeated))) {
                throw new IllegalArgumentException("Tokens are not conserved: " + arrived + " arrived, " + repeated
                        + " repeated, " + decided + " decided, " + unsent + " unsent");
            }
        }

        public Optional<TenantSeries> series() {
            return Optional.ofNullable(seriesOrNull);
        }

        /// What the limits decided on.
        public Amount offered() {
            return passed.plus(limited()).plus(overBudget);
        }

        /// What got 429 for good.
        public Amount limited() {
            return limitedByProvider.plus(limitedByTenant);
        }
    }

    /// How a tenant's monthly budget did.
    ///
    /// @param budget   what it may spend; of 0 tokens where there is none
    /// @param used     what is gone at the end, with what was gone before the run
    /// @param warnedAt seconds from the start at which so much was used that it warned; NaN if never
    /// @param spentAt  seconds from the start at which it was first exceeded or refused something; NaN if never
    public record BudgetUse(Access.Budget budget, long used, double warnedAt, double spentAt) {}

    public RunLimits {
        tenants = List.copyOf(tenants);
    }

    /// All tenants together.
    public Amount passed() {
        return tenants.stream().map(Tenant::passed).reduce(Amount.NONE, Amount::plus);
    }

    /// All tenants together.
    public Amount limited() {
        return tenants.stream().map(Tenant::limited).reduce(Amount.NONE, Amount::plus);
    }

    /// All tenants together.
    public Amount overBudget() {
        return tenants.stream().map(Tenant::overBudget).reduce(Amount.NONE, Amount::plus);
    }

    /// All tenants together.
    public Amount offered() {
        return passed().plus(limited()).plus(overBudget());
    }
}
