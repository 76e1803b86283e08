package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.LimitSummary;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.TenantOutcome;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What became of tenants' requests and budgets, and who suffers for whom, alike for window and web page.
///
/// @param rows       one a tenant and option, tenant by tenant
/// @param budgets    one an option for each tenant that has a budget
/// @param neighbours sentences about tenants that use up what all share; none where nobody does
public record TenantFacts(List<Row> rows, List<Budget> budgets, List<String> neighbours) {

    /// A loss below this share of a tenant's requests is not worth a sentence.
    private static final double WORTH_SAYING = 0.01;

    public TenantFacts {
        rows = List.copyOf(rows);
        budgets = List.copyOf(budgets);
        neighbours = List.copyOf(neighbours);
    }

    /// One tenant with one option.
    ///
    /// @param of         the figures behind the words
    /// @param share      part of all requests
    /// @param offered    requests that limits decided on
    /// @param passed     requests whose call the provider took
    /// @param limited    requests that got 429
    /// @param overBudget requests beyond its budget
    /// @param unsent     requests that never came to a call
    /// @param tokens     tokens of its requests
    public record Row(
            OptionId option,
            TenantOutcome of,
            String share,
            String arrived,
            String offered,
            String passed,
            String limited,
            String overBudget,
            String unsent,
            String tokens,
            String p95,
            String firstTokenP95) {

        public String tenant() {
            return of.name();
        }
    }

    /// A tenant's tokens of the month.
    ///
    /// @param tokens the budget
    /// @param used   what is gone of it at the end of the run
    /// @param words  how it went: "91 % of 5,000,000 tokens, spent after 2 h"
    public record Budget(OptionId option, String tenant, double tokens, double used, State state, String words) {}

    /// How far a budget is gone.
    public enum State {
        FINE,
        WARNED,
        SPENT
    }

    /// Whether tenants are told apart.
    public static boolean areThere(Comparison comparison) {
        return comparison.outcomes().stream()
                .anyMatch(outcome -> limits(outcome).isPresent());
    }

    private static Optional<LimitSummary> limits(Outcome outcome) {
        return outcome.limits().filter(LimitSummary::hasTenants);
    }

    public static TenantFacts of(Comparison comparison) {
        var rows = new ArrayList<Row>();
        var neighbours = new ArrayList<String>();
        for (var outcome : comparison.outcomes()) {
            limits(outcome).ifPresent(all -> {
                var arrived = all.sum(TenantOutcome::arrived).requests();
                all.tenants().forEach(tenant -> rows.add(row(outcome.option(), tenant, arrived)));
                neighbour(outcome.option(), all).ifPresent(neighbours::add);
            });
        }
        var names = rows.stream().map(Row::tenant).distinct().toList();
        rows.sort(Comparator.comparingInt(row -> names.indexOf(row.tenant())));
        var budgets = rows.stream()
                .filter(row -> row.of().budget().budget().tokens() > 0)
                .map(row -> budget(row.option(), row.of()))
                .toList();
        return new TenantFacts(rows, budgets, neighbours);
    }

    private static Row row(OptionId option, TenantOutcome tenant, long all) {
        return new Row(
                option,
                tenant,
                all == 0
                        ? Figures.NONE
                        : Figures.share((double) tenant.arrived().requests() / all),
                Figures.count(tenant.arrived().requests()),
                Figures.count(tenant.offered().requests()),
                Figures.count(tenant.passed().requests()),
                Figures.count(tenant.limited().requests()),
                Figures.count(tenant.overBudget().requests()),
                Figures.count(tenant.unsent().requests()),
                Figures.count(tenant.arrived().tokens()),
                seconds(tenant.p95Seconds()),
                seconds(tenant.firstToken().p95()));
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? Figures.NONE : Figures.seconds(seconds);
    }

    private static Budget budget(OptionId option, TenantOutcome tenant) {
        var use = tenant.budget();
        var tokens = use.budget().tokens();
        var spent = !Double.isNaN(use.spentAt());
        var words = Figures.share((double) use.used() / tokens) + " of " + Figures.count(tokens) + " tokens";
        if (spent) {
            words += ", spent " + after(use.spentAt());
        } else if (!Double.isNaN(use.warnedAt())) {
            words += ", warned at " + Figures.share(use.budget().warnShare()) + " " + after(use.warnedAt());
        }
        if (tenant.overBudget().requests() > 0) {
            words += ", " + Figures.count(tenant.overBudget().requests()) + " requests refused";
        }
        var state = spent ? State.SPENT : Double.isNaN(use.warnedAt()) ? State.FINE : State.WARNED;
        return new Budget(option, tenant.name(), tokens, use.used(), state, words);
    }

    private static String after(double seconds) {
        return seconds == 0 ? "before the run" : "after " + Figures.seconds(seconds);
    }

    /// Who asks for most of the provider's limit while others lose requests to it.
    private static Optional<String> neighbour(OptionId option, LimitSummary all) {
        var tokens = all.sum(TenantOutcome::arrived).tokens();
        var loudest = all.tenants().stream()
                .max(Comparator.comparingLong(tenant -> tenant.arrived().tokens()))
                .orElseThrow();
        var suffer = all.tenants().stream()
                .filter(tenant -> !tenant.equals(loudest))
                .filter(tenant -> lostToProvider(tenant) > WORTH_SAYING)
                .toList();
        var share = tokens == 0 ? 0 : (double) loudest.arrived().tokens() / tokens;
        if (suffer.isEmpty() || share * all.tenants().size() <= 1) {
            return Optional.empty();
        }
        var losses = suffer.stream()
                .map(tenant -> tenant.name() + " " + Figures.share(lostToProvider(tenant)))
                .collect(Collectors.joining(", "));
        return Optional.of(option.label() + ": " + loudest.name() + " asks for " + Figures.share(share)
                + " of the tokens. Of the others' requests the provider's limit, which all share, refused: " + losses
                + ". A limit of its own for " + loudest.name() + " (service.tenants) would leave room for them.");
    }

    private static double lostToProvider(TenantOutcome tenant) {
        var attempts = tenant.attempts();
        return attempts == 0 ? 0 : (double) (tenant.limited().requests() - tenant.ownLimit()) / attempts;
    }
}
