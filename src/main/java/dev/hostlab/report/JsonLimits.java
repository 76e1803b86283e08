package dev.hostlab.report;

import dev.hostlab.comparison.LimitSummary;
import dev.hostlab.comparison.TenantOutcome;
import dev.hostlab.comparison.TokenRates;
import dev.hostlab.engine.RunLimits.Amount;
import java.util.List;

/// Tokens, limits and tenants in the JSON of a comparison.
final class JsonLimits {

    private final JsonOut out;

    JsonLimits(JsonOut out) {
        this.out = out;
    }

    void tokens(TokenRates rates) {
        out.object("inputPerMinute", () -> rate(rates.input()))
                .object("outputPerMinute", () -> rate(rates.output()))
                .object("inFlight", () -> rate(rates.inFlight()));
    }

    private void rate(TokenRates.Rate rate) {
        out.field("mean", rate.mean()).field("peak", rate.peak());
    }

    void limits(LimitSummary limits) {
        amounts(new Sums(
                limits.sum(TenantOutcome::arrived),
                limits.sum(TenantOutcome::unsent),
                limits.sum(TenantOutcome::offered),
                limits.sum(TenantOutcome::passed),
                limits.sum(TenantOutcome::limited),
                limits.sum(TenantOutcome::overBudget)));
        out.field("refusedCalls", limits.refusedCalls())
                .field("providerBoundMinutes", limits.providerMinutes().mean())
                .halfWidth("providerBoundHalfWidth95", limits.providerMinutes())
                .field("capacityBoundMinutes", limits.capacityMinutes().mean())
                .halfWidth("capacityBoundHalfWidth95", limits.capacityMinutes())
                .field("helplessMonthlyUsd", limits.helplessUsd());
        limits.firstToken()
                .ifPresentOrElse(
                        first -> out.object(
                                "firstTokenSeconds",
                                () -> out.field("p50", first.p50().mean())
                                        .field("p95", first.p95().mean())
                                        .field("p99", first.p99().mean())),
                        () -> out.nothing("firstTokenSeconds"));
        out.objects("tenants", limits.hasTenants() ? limits.tenants() : List.of(), this::tenant);
    }

    private void tenant(TenantOutcome tenant) {
        out.field("name", tenant.name());
        amounts(new Sums(
                tenant.arrived(),
                tenant.unsent(),
                tenant.offered(),
                tenant.passed(),
                tenant.limited(),
                tenant.overBudget()));
        out.field("limitedByOwnLimit", tenant.ownLimit())
                .field("heldByOwnLimit", tenant.held())
                .field("p95Seconds", tenant.p95Seconds());
        if (tenant.budgetTokens() > 0) {
            out.object(
                    "budget",
                    () -> out.field("tokens", tenant.budgetTokens())
                            .field("used", tenant.budgetUsed())
                            .field("spentAfterSeconds", tenant.budgetSpentAt()));
        }
    }

    private record Sums(
            Amount arrived, Amount unsent, Amount offered, Amount passed, Amount limited, Amount overBudget) {}

    private void amounts(Sums sums) {
        amount("arrived", sums.arrived);
        amount("unsent", sums.unsent);
        amount("offered", sums.offered);
        amount("passed", sums.passed);
        amount("limited", sums.limited);
        amount("overBudget", sums.overBudget);
    }

    private void amount(String name, Amount amount) {
        out.object(
                name,
                () -> out.field("requests", amount.requests())
                        .field("inputTokens", amount.inputTokens())
                        .field("outputTokens", amount.outputTokens()));
    }
}
