package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.effort.ChoreHours;
import dev.hostlab.report.DeliveryFacts;
import dev.hostlab.report.Shown;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.Tables;
import dev.hostlab.units.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// A month's hours of each option, chore by chore, and what the assumptions alone would allow.
final class EffortTab extends VBox {

    EffortTab(Comparison comparison, Look look) {
        getStyleClass().add("tab-page");
        var highest = comparison.outcomes().stream()
                .mapToDouble(outcome -> outcome.effort().hoursPerMonth())
                .max()
                .orElse(0);
        if (comparison.outcomes().stream()
                .anyMatch(outcome -> outcome.delivery().isPresent())) {
            getChildren().add(delivery(comparison.outcomes()));
        }
        comparison.outcomes().forEach(outcome -> getChildren().add(panel(outcome, highest, look)));
    }

    /// Evaluations before traffic moves, whose work is among the chores.
    private static VBox delivery(List<Outcome> outcomes) {
        var table = Tables.of(outcomes, "Nothing is evaluated.");
        table.setId("delivery");
        table.getColumns().add(Tables.option(Outcome::option));
        table.getColumns()
                .add(Tables.amount(
                        "Lead time of a change", 100, one -> facts(one).lead()));
        table.getColumns()
                .add(Tables.amount("of it rollout", 80, one -> facts(one).rollout()));
        table.getColumns()
                .add(Tables.amount("Evaluations a month", 90, one -> facts(one).evaluations()));
        table.getColumns().add(Tables.amount("Work", 60, one -> facts(one).hours()));
        table.getColumns()
                .add(Tables.spare("Their tokens", 110, one -> facts(one).tokens()));
        var panel = new VBox(8, Labels.of("Evaluations and rotations", "heading"), Tables.full(table));
        panel.getStyleClass().add("panel");
        return panel;
    }

    private static DeliveryFacts facts(Outcome outcome) {
        return new DeliveryFacts(outcome.delivery());
    }

    private static VBox panel(Outcome outcome, double highest, Look look) {
        var effort = outcome.effort();
        var title = OptionHeading.of(
                outcome.option(), Shown.hours(outcome.effortHours()).compact() + " a month");
        var range = Labels.wrapped(
                "The assumptions alone allow " + Figures.hours(effort.lowHours()) + " to "
                        + Figures.hours(effort.highHours()) + ". At " + Figures.usd(effort.hourlyRateUsd())
                        + " an hour this is " + Figures.usd(effort.usdPerMonth()) + " a month.",
                "muted");
        var parts = effort.chores().stream()
                .sorted(Comparator.comparingDouble(ChoreHours::hours).reversed())
                .map(chore -> new Shades.Part(chore.chore() + "\n" + Figures.hours(chore.hours()), chore.hours()))
                .toList();
        var panel = new VBox(8, title, Shades.bar(outcome.option(), look, parts, highest), range, table(outcome));
        panel.getStyleClass().add("panel");
        return panel;
    }

    private static TableView<ChoreHours> table(Outcome outcome) {
        var table = Tables.of(outcome.effort().chores(), "Nothing to do.");
        table.getColumns().add(Tables.words("Chore", 250, ChoreHours::chore));
        table.getColumns().add(Tables.figure("Times", 60, chore -> number(chore.count())));
        table.getColumns().add(Tables.figure("Minutes each", 92, chore -> number(chore.minutes())));
        table.getColumns().add(Tables.figure("Hours", 64, chore -> hours(chore.hours())));
        table.getColumns().add(Tables.spare("Source", 300, ChoreHours::source));
        return Tables.full(table);
    }

    private static Tables.Figure number(double number) {
        return new Tables.Figure(number, Figures.number(number));
    }

    private static Tables.Figure hours(double hours) {
        return new Tables.Figure(hours, String.format(Locale.ROOT, "%,.2f", hours));
    }
}
