package dev.hostlab.report;

import dev.hostlab.comparison.LimitSummary;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.Sampled;
import dev.hostlab.comparison.TenantOutcome;
import dev.hostlab.units.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is said about a model provider's limits and about tenants, alike in every report for people.
///
/// @param limits empty where nothing is limited and nobody told apart
public record LimitFacts(Outcome outcome, Optional<LimitSummary> limits) {

    private static final int[] WIDTHS = {18, 16, 10, 13, 8, 9, 12, 8, 0};
    private static final List<String> HEADS =
            List.of("Option", "tenant", "requests", "tokens", "passed", "limited", "over budget", "p95", "1st p95");

    LimitFacts(OptionFacts facts) {
        this(facts.outcome(), facts.outcome().limits());
    }

    /// One tenant with one option.
    ///
    /// @param passed     share of its requests whose call the provider took
    /// @param limited    requests that got 429
    /// @param overBudget requests beyond its budget
    public record TenantRow(
            String option,
            String tenant,
            String requests,
            String tokens,
            String passed,
            String limited,
            String overBudget,
            String p95,
            String firstTokenP95) {

        private List<String> cells() {
            return List.of(option, tenant, requests, tokens, passed, limited, overBudget, p95, firstTokenP95);
        }
    }

    public static LimitFacts of(Outcome outcome) {
        return new LimitFacts(outcome, outcome.limits());
    }

    public boolean isThere() {
        return limits.isPresent();
    }

    /// Minutes in which the provider refused calls: "240 min".
    public String providerBound() {
        return minutes(limits.map(LimitSummary::providerMinutes));
    }

    /// Minutes in which slots were short and the provider refused nothing.
    public String capacityBound() {
        return minutes(limits.map(LimitSummary::capacityMinutes));
    }

    private static String minutes(Optional<Sampled> minutes) {
        return minutes.map(figure -> Figures.number(figure.mean()) + " min").orElse(Figures.NONE);
    }

    public String refusedCalls() {
        return limits.map(all -> Figures.count(all.refusedCalls())).orElse(Figures.NONE);
    }

    /// Calls beyond the first of a request.
    public String retries() {
        return limits.map(all -> Figures.count(outcome.requests().retries())).orElse(Figures.NONE);
    }

    /// What capacity cost that could only wait for the provider: "$335".
    public String helpless() {
        return limits.map(all -> Figures.usd(all.helplessUsd().toDouble())).orElse(Figures.NONE);
    }

    /// Time to the first token: "0.7 s, p95 2.1 s".
    public String firstToken() {
        return outcome.firstToken()
                .map(first -> Figures.seconds(first.p50().mean()) + ", p95 "
                        + Figures.seconds(first.p95().mean()))
                .orElse(Figures.NONE);
    }

    /// What the limits mean for this option, where the provider's held requests back.
    public Optional<String> words() {
        return limits.filter(all -> all.providerMinutes().mean() > 0)
                .map(all -> outcome.option().label() + ": in " + providerBound()
                        + " it was the model provider's limit, not capacity, that held requests back ("
                        + refusedCalls() + " calls got 429). More tasks would not have helped; " + helpless()
                        + " a month pay for tasks that could only wait for it.");
    }

    /// The tenants of all options; none where nobody is told apart.
    public static List<TenantRow> tenants(List<OptionFacts> facts) {
        return facts.stream()
                .flatMap(fact -> fact.outcome().limits().stream()
                        .filter(LimitSummary::hasTenants)
                        .flatMap(all -> all.tenants().stream())
                        .map(tenant -> row(fact, tenant)))
                .toList();
    }

    private static TenantRow row(OptionFacts fact, TenantOutcome tenant) {
        var arrived = tenant.arrived().requests();
        return new TenantRow(
                fact.option().shortLabel(),
                tenant.name(),
                Figures.count(arrived),
                Figures.count(tenant.arrived().tokens()),
                arrived == 0
                        ? Figures.NONE
                        : Figures.share((double) tenant.passed().requests() / tenant.attempts()),
                Figures.count(tenant.limited().requests()),
                Figures.count(tenant.overBudget().requests()),
                seconds(tenant.p95Seconds()),
                seconds(tenant.firstToken().p95()));
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? Figures.NONE : Figures.seconds(seconds);
    }

    /// When budgets warned and were spent, tenant by tenant of each option.
    private Stream<String> budgets() {
        return limits.stream()
                .flatMap(all -> all.tenants().stream())
                .filter(tenant -> tenant.budget().budget().tokens() > 0)
                .map(tenant -> outcome.option().shortLabel() + ": " + budget(tenant));
    }

    private static String budget(TenantOutcome tenant) {
        var use = tenant.budget();
        var budget = use.budget();
        var name = tenant.name() + "'s budget of " + Figures.count(budget.tokens()) + " tokens";
        var warning = Figures.share(budget.warnShare());
        if (Double.isNaN(use.warnedAt())) {
            return name + ": less than " + warning + " used.";
        }
        var warned = name + ": " + warning + " used (the warning) " + after(use.warnedAt());
        if (Double.isNaN(use.spentAt())) {
            return warned + ", not spent.";
        }
        var refused = Figures.count(tenant.overBudget().requests());
        return warned + ", spent " + after(use.spentAt())
                + (budget.hard()
                        ? "; " + refused + " requests beyond it were refused."
                        : "; it has no hard stop, so nothing was refused.");
    }

    private static String after(double seconds) {
        return seconds == 0 ? "at the start" : "after " + Figures.span(Duration.ofSeconds(Math.round(seconds)));
    }

    /// Tenants and what the limits mean, for a terminal; nothing where there are no limits.
    static List<String> lines(List<OptionFacts> facts) {
        var lines = new ArrayList<String>();
        var tenants = tenants(facts);
        if (!tenants.isEmpty()) {
            lines.add("");
            lines.add("Tenants");
            Stream.concat(Stream.of(HEADS), tenants.stream().map(TenantRow::cells))
                    .forEach(cells -> lines.add(line(cells)));
        }
        words(facts).forEach(words -> {
            lines.add("");
            lines.addAll(PlainText.wrap(words, TextGrid.WIDTH));
        });
        return lines;
    }

    /// What the limits mean, option by option.
    static List<String> words(List<OptionFacts> facts) {
        return facts.stream()
                .map(LimitFacts::new)
                .flatMap(fact -> Stream.concat(fact.words().stream(), fact.budgets()))
                .toList();
    }

    private static String line(List<String> cells) {
        var line = new StringBuilder();
        for (var cell = 0; cell < cells.size(); cell++) {
            line.append(PlainText.padRight(cells.get(cell), WIDTHS[cell]));
        }
        return line.toString();
    }
}
