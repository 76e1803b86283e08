package dev.hostlab.comparison;

import dev.hostlab.engine.RunLimits.Amount;

/// What became of one tenant's requests (replication 0), in whole requests and tokens. `offered` is the sum of
/// `passed`, `limited` and `overBudget`; with `unsent` it is all that arrived.
///
/// @param name            its name; empty where nobody is told apart
/// @param arrived         all of them
/// @param unsent          turned away, lost or still waiting before any limit had decided on them
/// @param offered         what limits decided on
/// @param passed          the provider took the call
/// @param limited         got 429 for good
/// @param overBudget      refused since the budget of the month was spent
/// @param ownLimit        requests among the limited that the tenant's own limit refused
/// @param held            requests that waited for the tenant's own limit
/// @param budgetTokens    the budget of the month, 0 where there is none
/// @param budgetUsed      what is gone of it at the end
/// @param budgetSpentAt   seconds from the start at which it was spent, NaN if it never was
/// @param p95Seconds      95th percentile of its response times, NaN where nothing was served
public record TenantOutcome(
        String name,
        Amount arrived,
        Amount unsent,
        Amount offered,
        Amount passed,
        Amount limited,
        Amount overBudget,
        long ownLimit,
        long held,
        long budgetTokens,
        long budgetUsed,
        double budgetSpentAt,
        double p95Seconds) {}
