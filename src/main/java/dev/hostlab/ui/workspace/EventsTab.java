package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.report.EventFacts;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Tables;
import dev.hostlab.units.Figures;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Deployments, failures and interruptions, and what each of them cost.
final class EventsTab extends VBox {

    private static final double HEIGHT = 420;

    EventsTab(Comparison comparison) {
        getStyleClass().add("tab-page");
        var rows = EventFacts.of(comparison).rows();
        var words = rows.isEmpty()
                ? "Nothing happened but load. Give times under Events, or play a usual month: events.play."
                : Figures.count(rows.size()) + " events of the first replication, for all options at the same times.";
        var table = table(rows);
        VBox.setVgrow(table, Priority.ALWAYS);
        var panel = new VBox(8, Labels.wrapped(words, "muted"), table);
        panel.getStyleClass().add("panel");
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().setAll(panel);
    }

    private static TableView<EventFacts.Row> table(List<EventFacts.Row> rows) {
        var table = Tables.flexible(Tables.of(rows, "No event."));
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT / 2);
        table.getColumns().add(Tables.words("Time (UTC)", 120, EventFacts.Row::at));
        table.getColumns().add(Tables.words("Option", 88, EventFacts.Row::option));
        table.getColumns().add(Tables.sentences("Event", 150, EventFacts.Row::what));
        table.getColumns().add(Tables.words("Took", 76, EventFacts.Row::took));
        table.getColumns().add(Tables.words("Ended", 116, EventFacts.Row::outcome));
        table.getColumns().add(Tables.words("Capacity lost", 128, EventFacts.Row::lost));
        table.getColumns().add(Tables.words("Not served", 84, EventFacts.Row::failed));
        table.getColumns().add(Tables.words("Dollars", 70, EventFacts.Row::dollars));
        table.getColumns().add(Tables.words("People", 70, EventFacts.Row::time));
        table.getColumns().add(Tables.sentences("How it went", 220, EventFacts.Row::story));
        return table;
    }
}
