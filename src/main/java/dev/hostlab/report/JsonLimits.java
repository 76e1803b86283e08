package dev.hostlab.report;

import dev.hostlab.comparison.LimitSummary;
import dev.hostlab.comparison.TenantOutcome;
import dev.hostlab.comparison.TokenRates;
import dev.hostlab.engine.RunLimits.Amount;
import dev.hostlab.engine.RunLimits.BudgetUse;
import java.util.List;

/// Tokens, limits and tenants in the JSON of a comparison.
final class JsonLimits {

    private final JsonOut out;
    private final Detail detail;

    JsonLimits(JsonOut out, Detail detail) {
        this.out = out;
        this.detail = detail;
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
                limits.sum(TenantOutcome::repeated),
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
        out.objects("tenants", limits.hasTenants() ? limits.tenants() : List.of(), this::tenant);
    }

    private void tenant(TenantOutcome tenant) {
        out.field("name", tenant.name());
        amounts(new Sums(
                tenant.arrived(),
                tenant.repeated(),
                tenant.unsent(),
                tenant.offered(),
                tenant.passed(),
                tenant.limited(),
                tenant.overBudget()));
        out.field("limitedByOwnLimit", tenant.ownLimit())
                .field("heldByOwnLimit", tenant.held())
                .field("served", tenant.served())
                .field("p95Seconds", tenant.p95Seconds());
        if (!Double.isNaN(tenant.firstToken().p50())) {
            out.object(
                    "firstTokenSeconds",
                    () -> out.field("p50", tenant.firstToken().p50())
                            .field("p95", tenant.firstToken().p95()));
        }
        if (tenant.budget().budget().tokens() > 0) {
            out.object("budget", () -> budget(tenant.budget()));
        }
        if (detail == Detail.TIMELINE && !tenant.series().isEmpty()) {
            out.object("series", () -> tenant.series().forEach(one -> out.numbers(one.name(), one.values())));
        }
    }

    private void budget(BudgetUse use) {
        out.field("tokens", use.budget().tokens())
                .field("used", use.used())
                .field("hardStop", use.budget().hard())
                .field("warningPercent", 100 * use.budget().warnShare())
                .field("warnedAfterSeconds", use.warnedAt())
                .field("spentAfterSeconds", use.spentAt());
    }

    private record Sums(
            Amount arrived,
            Amount repeated,
            Amount unsent,
            Amount offered,
            Amount passed,
            Amount limited,
            Amount overBudget) {}

    private void amounts(Sums sums) {
        amount("arrived", sums.arrived);
        if (sums.repeated.requests() > 0) {
            amount("repeated", sums.repeated);
        }
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
