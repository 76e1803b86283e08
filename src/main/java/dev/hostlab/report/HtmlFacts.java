package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A table of what only some workloads have, with what it means in words.
///
/// @param heads titles of the cells
/// @param notes sentences under the table
record HtmlFacts(String title, List<String> heads, List<Row> rows, List<String> notes) {

    /// One option, or one tenant with one option.
    ///
    /// @param name empty where the option says it all
    record Row(String id, String option, String name, List<String> cells) {

        private static Row of(OptionId option, String... cells) {
            return new Row(option.id(), option.label(), "", List.of(cells));
        }
    }

    /// Limits of the model provider, tenants, budgets, the central queue, evaluations: each only where it is there.
    static List<HtmlFacts> of(Comparison comparison) {
        var options = OptionFacts.of(comparison);
        var tenants = TenantFacts.of(comparison);
        return Stream.of(
                        limits(options),
                        tenants(tenants),
                        budgets(tenants),
                        queue(options),
                        clients(options),
                        delivery(options))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whether rows have names, which then have a column.
    public boolean named() {
        return rows.stream().anyMatch(row -> !row.name().isEmpty());
    }

    private Optional<HtmlFacts> ifAny() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(this);
    }

    private static List<Row> rows(List<OptionFacts> options, Function<OptionFacts, Optional<Row>> row) {
        return options.stream().map(row).flatMap(Optional::stream).toList();
    }

    private static Optional<HtmlFacts> limits(List<OptionFacts> options) {
        var heads = List.of(
                "Provider-bound",
                "Capacity-bound",
                "Calls refused",
                "Retries",
                "First token",
                "Paid for waiting a month");
        return new HtmlFacts(
                        "The model provider's limits",
                        heads,
                        rows(options, fact -> limits(fact)),
                        options.stream()
                                .flatMap(option -> new LimitFacts(option).words().stream())
                                .toList())
                .ifAny();
    }

    private static Optional<Row> limits(OptionFacts option) {
        var fact = new LimitFacts(option);
        return Optional.of(fact)
                .filter(LimitFacts::isThere)
                .map(all -> Row.of(
                        option.option(),
                        all.providerBound(),
                        all.capacityBound(),
                        all.refusedCalls(),
                        Figures.count(option.outcome().requests().retries()),
                        all.firstToken(),
                        all.helpless()));
    }

    private static Optional<HtmlFacts> tenants(TenantFacts tenants) {
        var heads = List.of(
                "Arrived",
                "of all",
                "Offered",
                "Passed",
                "Limited",
                "Over budget",
                "Unsent",
                "p95",
                "1st token p95",
                "Tokens");
        var rows = tenants.rows().stream()
                .map(row -> new Row(row.option().id(), row.option().shortLabel(), row.tenant(), cells(row)))
                .toList();
        var notes = new ArrayList<>(tenants.neighbours());
        notes.add("Arrived = offered + unsent; offered = passed + limited + over budget. Unsent never came to a call: "
                + "turned away for a full line, lost with a task, or still waiting at the end. First replication.");
        return new HtmlFacts("Tenants", heads, rows, notes).ifAny();
    }

    private static List<String> cells(TenantFacts.Row row) {
        return List.of(
                row.arrived(),
                row.share(),
                row.offered(),
                row.passed(),
                row.limited(),
                row.overBudget(),
                row.unsent(),
                row.p95(),
                row.firstTokenP95(),
                row.tokens());
    }

    private static Optional<HtmlFacts> budgets(TenantFacts tenants) {
        var rows = tenants.budgets().stream()
                .map(budget -> new Row(
                        budget.option().id(), budget.option().shortLabel(), budget.tenant(), List.of(budget.words())))
                .toList();
        return new HtmlFacts("Budgets of tenants", List.of("Used of the month's budget"), rows, List.of()).ifAny();
    }

    private static Optional<HtmlFacts> queue(List<OptionFacts> options) {
        var heads = new ArrayList<>(List.of("Oldest message", "Within its target"));
        var facts = options.stream().map(QueueFacts::new).toList();
        var observed = facts.stream().anyMatch(QueueFacts::isObserved);
        var again = facts.stream().anyMatch(QueueFacts::cameBack);
        heads.addAll(observed ? List.of("Off the trace's depth") : List.of());
        heads.addAll(again ? List.of("Redelivered", "Wasted slot time", "Dead letters, expired") : List.of());
        heads.add("SQS requests");
        return new HtmlFacts("The central queue", heads, rows(options, fact -> queue(fact, observed, again)), List.of())
                .ifAny();
    }

    private static Optional<Row> queue(OptionFacts option, boolean observed, boolean again) {
        var fact = new QueueFacts(option);
        if (!fact.isThere()) {
            return Optional.empty();
        }
        var cells = new ArrayList<>(List.of(fact.oldest(), fact.within()));
        if (observed) {
            cells.add(fact.error());
        }
        if (again) {
            cells.addAll(List.of(fact.redeliveries(), fact.wasted(), fact.dropped()));
        }
        cells.add(fact.calls());
        return Optional.of(Row.of(option.option(), cells.toArray(String[]::new)));
    }

    private static Optional<HtmlFacts> clients(List<OptionFacts> options) {
        var heads = List.of("Asked again", "Not for want of quota", "Slot time for nobody");
        var note =
                "Retries are the same request: its outcome is that of the last attempt, its response time counts from"
                        + " the first. Slot time for nobody went into attempts whose client had gone when they ended.";
        return new HtmlFacts("Clients that ask again", heads, rows(options, HtmlFacts::clientRow), List.of(note))
                .ifAny();
    }

    private static Optional<Row> clientRow(OptionFacts option) {
        return option.askedAgain()
                ? Optional.of(Row.of(option.option(), option.retries(), option.withheld(), option.abandoned()))
                : Optional.empty();
    }

    private static Optional<HtmlFacts> delivery(List<OptionFacts> options) {
        var heads = List.of(
                "Lead time of a change", "of it rollout", "Evaluations a month", "Their tokens", "Work a month");
        var note = "Evaluations pass a version before it gets traffic; the work is among the chores of a month.";
        return new HtmlFacts("Evaluations and rotations", heads, rows(options, HtmlFacts::deliveryRow), List.of(note))
                .ifAny();
    }

    private static Optional<Row> deliveryRow(OptionFacts option) {
        var fact = new DeliveryFacts(option);
        return fact.delivery()
                .map(there -> Row.of(
                        option.option(), fact.lead(), fact.rollout(), fact.evaluations(), fact.tokens(), fact.hours()));
    }
}
