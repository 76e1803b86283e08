package dev.hostlab.ui.common;

import java.util.Collection;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// Tables as all tabs have them: dense, sortable, texts that do not fit shown in full when pointed at.
public final class Tables {

    private static final double ROW = 26;
    private static final double NARROWEST = 96;
    private static final double HEADER = 30;
    private static final double GROWS = 1.2;
    /// Columns of long texts share the room that others leave.
    private static final double FREE = 200;

    private Tables() {}

    public static <T> TableView<T> of(Collection<T> rows, String ifEmpty) {
        var table = new TableView<T>(FXCollections.observableArrayList(rows));
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label(ifEmpty));
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    /// As high as its rows, so that a page with several tables scrolls as one.
    public static <T> TableView<T> full(TableView<T> table) {
        var height = HEADER + ROW * Math.max(1, table.getItems().size()) + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        return table;
    }

    public static <T> TableColumn<T, String> words(String title, double width, Function<T, String> text) {
        var column = new TableColumn<T, String>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, NARROWEST));
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        if (width < FREE) {
            column.setMaxWidth(Math.max(NARROWEST, width) * GROWS);
        }
        column.setCellFactory(own -> new TextCell<>());
        return column;
    }

    /// Right-aligned, sorted by the number behind the text.
    public static <T> TableColumn<T, Figure> figure(String title, double width, Function<T, Figure> figure) {
        var column = new TableColumn<T, Figure>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, NARROWEST));
        column.setReorderable(false);
        column.setMaxWidth(Math.max(NARROWEST, width) * GROWS);
        column.getStyleClass().add("figure");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(figure.apply(cell.getValue())));
        return column;
    }

    /// A number and how it is written.
    public record Figure(double number, String text) implements Comparable<Figure> {

        @Override
        public int compareTo(Figure other) {
            return Double.compare(number, other.number);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TextCell<T> extends TableCell<T, String> {

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? "" : text);
            setTooltip(empty || text.isEmpty() ? null : tip(text));
        }

        private static Tooltip tip(String text) {
            var tip = new Tooltip(text);
            tip.setWrapText(true);
            tip.setMaxWidth(420);
            return tip;
        }
    }
}
