package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.report.Headline;
import dev.hostlab.settings.LedgerEntry;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a reader should know, and every value that the result rests on, the changed ones first.
final class AssumptionsTab extends VBox {

    private static final double HEIGHT = 420;

    AssumptionsTab(Comparison comparison) {
        getStyleClass().add("tab-page");
        var notices = new VBox(4);
        Headline.notices(comparison).forEach(notice -> notices.getChildren().add(Labels.wrapped(notice)));
        if (!notices.getChildren().isEmpty()) {
            notices.getStyleClass().add("panel");
            getChildren().add(notices);
        }
        var entries = comparison.ledger().stream()
                .sorted(Comparator.comparing(LedgerEntry::changed).reversed())
                .toList();
        var rows = new FilteredList<>(FXCollections.observableList(entries));
        var search = new TextField();
        search.setPromptText("Search " + entries.size() + " assumptions");
        search.textProperty().addListener((property, before, now) -> rows.setPredicate(entry -> matches(entry, now)));
        var table = table(rows);
        VBox.setVgrow(table, Priority.ALWAYS);
        var panel = new VBox(8, search, table);
        panel.getStyleClass().add("panel");
        VBox.setVgrow(panel, Priority.ALWAYS);
        getChildren().add(panel);
    }

    private static boolean matches(LedgerEntry entry, String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.of(entry.path(), entry.value(), entry.source())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static TableView<LedgerEntry> table(FilteredList<LedgerEntry> rows) {
        var table = Tables.flexible(Tables.of(List.<LedgerEntry>of(), "Nothing matches."));
        var sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT / 2);
        table.getColumns().add(Tables.sentences("Setting", 220, AssumptionsTab::name));
        table.getColumns().add(Tables.sentences("Value", 100, LedgerEntry::value));
        table.getColumns().add(Tables.words("Unit", 60, LedgerEntry::unit));
        table.getColumns().add(Tables.sentences("Range", 108, LedgerEntry::range));
        table.getColumns()
                .add(Tables.spare("Known", 76, entry -> entry.certainty().name().toLowerCase(Locale.ROOT)));
        table.getColumns().add(Tables.sentences("Source", 300, LedgerEntry::source));
        return table;
    }

    private static String name(LedgerEntry entry) {
        return entry.changed() ? "• " + entry.path() : entry.path();
    }
}
