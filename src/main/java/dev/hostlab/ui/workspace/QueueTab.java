package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.QueueUse;
import dev.hostlab.report.QueueFacts;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.Tables;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The queue that workers pull from: how old its messages became, and how deep it was beside the trace's own.
final class QueueTab extends VBox {

    private static final double HEIGHT = 170;

    QueueTab(Comparison comparison, Behaviour behaviour, Layers layers, Look look) {
        getStyleClass().add("tab-page");
        getChildren().add(figures(comparison));
        var places = new ArrayList<ChartColumn.Place>();
        places.add(new ChartColumn.Place(behaviour.queue(), HEIGHT));
        behaviour.age().ifPresent(age -> places.add(new ChartColumn.Place(age, HEIGHT)));
        var card = new CursorCard(comparison, behaviour.time(), layers, new BehaviourWords(behaviour, layers));
        var column = new ChartColumn(places, behaviour.viewport(), card, layers, look);
        VBox.setVgrow(column, Priority.ALWAYS);
        getChildren().add(column);
    }

    private static VBox figures(Comparison comparison) {
        var outcomes = comparison.outcomes().stream()
                .filter(outcome -> outcome.queue().isPresent())
                .toList();
        var panel = new VBox(8, Labels.of("The central queue", "heading"), Labels.wrapped(words(outcomes)));
        panel.getChildren().add(table(outcomes));
        if (outcomes.stream().anyMatch(outcome -> QueueFacts.of(outcome).cameBack())) {
            panel.getChildren().addAll(Labels.of("Deliveries", "heading"), deliveries(outcomes));
        }
        panel.setId("queue-figures");
        panel.getStyleClass().add("panel");
        return panel;
    }

    private static String words(List<Outcome> outcomes) {
        var first = use(outcomes.getFirst());
        var keep = outcomes.stream()
                .filter(outcome -> use(outcome).keepsTarget())
                .map(outcome -> outcome.option().label())
                .toList();
        var target = Figures.seconds(first.ageTargetSeconds());
        var words = keep.isEmpty()
                ? "No option keeps the oldest message younger than " + target + "."
                : "The oldest message stays within " + target + " on " + String.join(", ", keep) + ".";
        return first.startMessages() == 0
                ? words
                : words + " " + Figures.count(first.startMessages()) + " messages wait when the run begins.";
    }

    private static QueueUse use(Outcome outcome) {
        return outcome.queue().orElseThrow();
    }

    private static TableView<Outcome> table(List<Outcome> outcomes) {
        var table = Tables.of(outcomes, "There is no queue.");
        table.getColumns().add(Tables.option(Outcome::option));
        add(table, "Oldest message", QueueFacts::oldest);
        add(table, "Time within target", QueueFacts::within);
        if (outcomes.stream().anyMatch(outcome -> QueueFacts.of(outcome).isObserved())) {
            add(table, "Off the trace's depth", QueueFacts::error);
        }
        return Tables.full(table);
    }

    /// What was received again, and what it cost.
    private static TableView<Outcome> deliveries(List<Outcome> outcomes) {
        var table = Tables.of(outcomes, "There is no queue.");
        table.setId("deliveries");
        table.getColumns().add(Tables.option(Outcome::option));
        add(table, "Redelivered", QueueFacts::redeliveries);
        add(table, "Wasted slot time", QueueFacts::wasted);
        add(table, "Dead letters, expired", QueueFacts::dropped);
        add(table, "API requests", QueueFacts::calls);
        return Tables.full(table);
    }

    private static void add(TableView<Outcome> table, String title, Function<QueueFacts, String> text) {
        table.getColumns().add(Tables.amount(title, 60, outcome -> text.apply(QueueFacts.of(outcome))));
    }
}
