package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.report.EventFacts;
import dev.hostlab.ui.chart.ChartModel;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Tables;
import dev.hostlab.units.Figures;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Deployments, failures and interruptions, and what each of them cost.
final class EventsTab extends VBox {

    private static final double HEIGHT = 420;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    EventsTab(Comparison comparison) {
        getStyleClass().add("tab-page");
        var rows = EventFacts.of(comparison).rows();
        var words = rows.isEmpty()
                ? "Nothing happened but load. Give times under Events, or play a usual month: events.play."
                : Figures.count(rows.size()) + " events of the first replication, for all options at the same times.";
        var table = table(rows, new ChartModel.Time(comparison.workload().from(), 1));
        VBox.setVgrow(table, Priority.ALWAYS);
        var panel = new VBox(8, Labels.wrapped(words, "muted"), table);
        panel.getStyleClass().add("panel");
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().setAll(panel);
    }

    private static TableView<EventFacts.Row> table(List<EventFacts.Row> rows, ChartModel.Time time) {
        var table = Tables.flexible(Tables.of(rows, "No event."));
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT / 2);
        table.getColumns().add(Tables.words("Time (UTC)", 86, row -> MINUTE.format(time.instant(row.seconds()))));
        table.getColumns().add(Tables.option(row -> OptionId.named(row.id()).orElseThrow()));
        table.getColumns().add(Tables.sentences("What happened", 280, EventsTab::story, EventsTab::cost));
        table.getColumns().add(Tables.spared(Tables.amount("Lost unit-min", 80, EventsTab::lost)));
        table.getColumns().add(Tables.amount("Not served", 70, EventFacts.Row::failed));
        table.getColumns().add(Tables.spared(Tables.amount("Dollars", 56, EventFacts.Row::dollars)));
        table.getColumns().add(Tables.amount("People", 56, EventFacts.Row::time));
        return table;
    }

    /// "Deployment, rolling: done after 3.05 min, every instance on the new version".
    private static String story(EventFacts.Row row) {
        var words = row.what().substring(0, 1).toUpperCase(Locale.ROOT)
                + row.what().substring(1) + ": " + row.outcome() + " after " + row.took();
        return row.story().isEmpty() ? words : words + ", " + row.story();
    }

    /// All that it cost, for a window without room for every column.
    private static String cost(EventFacts.Row row) {
        return "Lost " + row.lost() + "; " + row.failed() + " requests not served; " + row.dollars() + "; " + row.time()
                + " of people";
    }

    /// Without its unit, which stands in the heading.
    private static String lost(EventFacts.Row row) {
        return row.lost().split(" ", 2)[0];
    }
}
