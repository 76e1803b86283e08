package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.report.DecisionStory;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Tables;
import dev.hostlab.units.Figures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Every change of desired capacity, with its reason and how long it took until it helped.
final class DecisionsTab extends VBox {

    private static final double HEIGHT = 420;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// A decision and whose it is.
    private record Made(OptionId option, Instant at, ScalingDecision decision) {}

    DecisionsTab(Comparison comparison) {
        getStyleClass().add("tab-page");
        var made = made(comparison);
        var words = made.isEmpty()
                ? "No option changed its capacity."
                : Figures.count(made.size()) + " decisions of the first replication.";
        var table = table(made);
        VBox.setVgrow(table, Priority.ALWAYS);
        var panel = new VBox(8, Labels.of(words, "muted"), table);
        panel.getStyleClass().add("panel");
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().setAll(panel);
    }

    private static List<Made> made(Comparison comparison) {
        var from = comparison.workload().from();
        return comparison.outcomes().stream()
                .flatMap(outcome -> outcome.decisions().stream()
                        .map(decision -> new Made(
                                outcome.option(), from.plusMillis(Math.round(decision.atSeconds() * 1_000)), decision)))
                .sorted(Comparator.comparing(Made::at))
                .toList();
    }

    private static TableView<Made> table(List<Made> made) {
        var table = Tables.flexible(Tables.of(made, "No decision was made."));
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT / 2);
        table.getColumns().add(Tables.words("Time (UTC)", 86, row -> MINUTE.format(row.at())));
        table.getColumns().add(Tables.option(Made::option));
        table.getColumns().add(Tables.spare("Change", 100, DecisionsTab::change));
        table.getColumns()
                .add(Tables.sentences("Reason", 200, row -> row.decision().reason(), DecisionsTab::metricAndChange));
        table.getColumns().add(Tables.figure("Helped after", 84, DecisionsTab::until));
        table.getColumns().add(Tables.sentences("How long it took", 260, DecisionsTab::story));
        table.getColumns().add(Tables.spare("Metric", 110, DecisionsTab::metric));
        return table;
    }

    private static String change(Made row) {
        var decision = row.decision();
        return Figures.count(decision.from()) + " → " + Figures.count(decision.to()) + " " + decision.layer();
    }

    /// What a narrow window has no columns for.
    private static String metricAndChange(Made row) {
        return metric(row) + "; " + change(row);
    }

    private static String metric(Made row) {
        return row.decision().metric() + " " + Figures.number(row.decision().value());
    }

    private static String story(Made row) {
        var after = DecisionStory.after(row.decision());
        var before = "Seen: " + DecisionStory.before(row.decision());
        return after.isEmpty() ? before : before + ". Then: " + after;
    }

    /// A scale-in helps nobody wait less.
    private static Tables.Figure until(Made row) {
        var decision = row.decision();
        var seconds = DecisionStory.seconds(decision);
        return decision.to() > decision.from()
                ? new Tables.Figure(seconds, Figures.seconds(seconds))
                : new Tables.Figure(-1, Figures.NONE);
    }
}
