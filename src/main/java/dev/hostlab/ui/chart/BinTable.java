package dev.hostlab.ui.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.AbstractList;
import java.util.Locale;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The figures behind a chart: a row for each bin in view. Rows are made as they are looked at.
final class BinTable {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double TIME_WIDTH = 160;

    private BinTable() {}

    static TableView<Integer> of(ChartModel model, Viewport viewport) {
        var table = new TableView<Integer>();
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label("Nothing in view."));
        var time = column("Time (UTC)", bin -> MINUTE.format(at(model, bin)));
        time.setPrefWidth(TIME_WIDTH);
        table.getColumns().add(time);
        for (var series : model.series()) {
            var name = name(series);
            var column = column(name, series::text);
            column.getStyleClass().add("figure");
            table.getColumns().add(column);
        }
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        show(table, model, viewport.span());
        viewport.spanProperty().addListener((property, before, now) -> show(table, model, now));
        return table;
    }

    private static String name(Series series) {
        var quantity = series.quantity();
        return series.option()
                .map(option -> series.stress() == Series.Stress.MAIN
                        ? option.shortLabel()
                        : option.shortLabel() + " " + quantity)
                .orElse("Requests");
    }

    private static Instant at(ChartModel model, int bin) {
        return model.instant(bin * model.time().binSeconds());
    }

    private static TableColumn<Integer, String> column(String title, IntFunction<String> text) {
        var column = new TableColumn<Integer, String>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private static void show(TableView<Integer> table, ChartModel model, Viewport.Span span) {
        var first = model.bin(span.from());
        var last = model.bin(span.to() - model.time().binSeconds() / 2);
        table.setItems(FXCollections.observableList(new Bins(first, Math.max(0, last - first + 1))));
    }

    /// The numbers of the bins in view.
    private static final class Bins extends AbstractList<Integer> {

        private final int first;
        private final int count;

        Bins(int first, int count) {
            this.first = first;
            this.count = count;
        }

        @Override
        public Integer get(int index) {
            return first + index;
        }

        @Override
        public int size() {
            return count;
        }
    }
}
