package dev.hostlab.comparison;

import dev.hostlab.engine.RunLimits.Amount;
import dev.hostlab.engine.RunLimits.BudgetUse;
import java.util.List;

/// What became of one tenant's attempts (replication 0), in whole requests and tokens. `offered` is the sum of
/// `passed`, `limited` and `overBudget`; with `unsent` it is all that arrived and was repeated.
///
/// @param name            its name; empty where nobody is told apart
/// @param arrived         requests, so first attempts
/// @param repeated        further attempts: deliveries of a message, or what its client asked again
/// @param unsent          turned away, lost or still waiting before any limit had decided on them
/// @param offered         what limits decided on
/// @param passed          the provider took the call
/// @param limited         got 429 for good
/// @param overBudget      refused since the budget of the month was spent
/// @param ownLimit        requests among the limited that the tenant's own limit refused
/// @param held            requests that waited for the tenant's own limit
/// @param served          requests that got their answer in time
/// @param budget          its budget of the month, and when it warned and was spent
/// @param p95Seconds      95th percentile of its response times, NaN where nothing was served
/// @param firstToken      time to its first token
/// @param series          tick by tick, by name as in [dev.hostlab.engine.TenantSeries#byName()]; as long as the
/// timeline
public record TenantOutcome(
        String name,
        Amount arrived,
        Amount repeated,
        Amount unsent,
        Amount offered,
        Amount passed,
        Amount limited,
        Amount overBudget,
        long ownLimit,
        long held,
        long served,
        BudgetUse budget,
        double p95Seconds,
        FirstToken firstToken,
        List<Timeline.Series> series) {

    /// Percentiles of the time to the first token in seconds; NaN where answers are not streamed
    /// or none was served.
    public record FirstToken(double p50, double p95) {}

    public TenantOutcome {
        series = List.copyOf(series);
    }

    /// Attempts at its requests: what passed, limited, over budget and unsent add up to.
    public long attempts() {
        return arrived.requests() + repeated.requests();
    }
}
