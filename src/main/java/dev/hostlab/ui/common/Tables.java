package dev.hostlab.ui.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Tables as all tabs have them: dense, sortable, texts that do not fit shown in full when pointed at.
public final class Tables {

    private static final double ROW = 26;
    private static final double HEADER = 30;
    private static final double BESIDE_TEXT = 18;
    private static final double SCROLL_BAR = 14;
    /// Columns of long texts share the room that others leave, and are never narrower than this.
    private static final double FREE = 200;

    private static final double NARROWEST = 110;
    private static final double ENOUGH = 0.7;

    /// What a column asks for.
    ///
    /// @param spare whether it may be hidden where room is short
    private record Asked(TableColumn<?, ?> column, double width, boolean spare) {

        boolean isWide() {
            return width >= FREE;
        }
    }

    private Tables() {}

    public static <T> TableView<T> of(Collection<T> rows, String ifEmpty) {
        var table = new TableView<T>(FXCollections.observableArrayList(rows));
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label(ifEmpty));
        table.setFixedCellSize(ROW);
        table.widthProperty().addListener((property, before, now) -> fit(table));
        table.getColumns().addListener((ListChangeListener<Object>) change -> fit(table));
        return table;
    }

    /// Shares the room: columns of short texts have what they ask for, those of long ones the
    /// rest. What is only for
    /// the curious is hidden where there is no room for it.
    private static void fit(TableView<?> table) {
        var room = table.getWidth() - SCROLL_BAR;
        var wide = new ArrayList<Asked>();
        for (var column : table.getColumns()) {
            if (column.getUserData() instanceof Asked asked) {
                if (asked.isWide()) {
                    wide.add(asked);
                } else {
                    room -= asked.width;
                    column.setPrefWidth(asked.width);
                }
            }
        }
        share(wide, room);
    }

    private static void share(List<Asked> wide, double room) {
        var all = wide.stream().mapToDouble(Asked::width).sum();
        var needed = wide.stream()
                .filter(asked -> !asked.spare)
                .mapToDouble(Asked::width)
                .sum();
        var hidden = room < all * ENOUGH && needed > 0;
        for (var asked : wide) {
            asked.column.setVisible(!asked.spare || !hidden);
            asked.column.setPrefWidth(Math.max(NARROWEST, Math.floor(room * asked.width / (hidden ? needed : all))));
        }
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
        ask(column, width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(own -> new ValueCell<>());
        return column;
    }

    /// Long texts on as many lines as they need; for a table with [#flexible] rows.
    public static <T> TableColumn<T, String> sentences(String title, double width, Function<T, String> text) {
        var column = words(title, width, text);
        column.setCellFactory(WrappedCell::new);
        return column;
    }

    /// Long texts that are hidden where room is short.
    public static <T> TableColumn<T, String> spare(String title, double width, Function<T, String> text) {
        var column = words(title, width, text);
        column.setUserData(new Asked(column, width, true));
        return column;
    }

    private static void ask(TableColumn<?, ?> column, double width) {
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setUserData(new Asked(column, width, false));
    }

    /// Rows as high as their texts.
    public static <T> TableView<T> flexible(TableView<T> table) {
        table.setFixedCellSize(Region.USE_COMPUTED_SIZE);
        table.getStyleClass().add("flexible");
        return table;
    }

    /// Right-aligned, sorted by the number behind the text.
    public static <T> TableColumn<T, Figure> figure(String title, double width, Function<T, Figure> figure) {
        var column = new TableColumn<T, Figure>(title);
        ask(column, width);
        column.getStyleClass().add("figure");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(figure.apply(cell.getValue())));
        column.setCellFactory(own -> new ValueCell<>());
        return column;
    }

    /// A number and how it is written.
    ///
    /// @param tip what is said when it is pointed at
    public record Figure(double number, String text, String tip) implements Comparable<Figure> {

        public Figure(double number, String text) {
            this(number, text, text);
        }

        @Override
        public int compareTo(Figure other) {
            return Double.compare(number, other.number);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class ValueCell<T, V> extends TableCell<T, V> {

        @Override
        protected void updateItem(V value, boolean empty) {
            super.updateItem(value, empty);
            var text = empty || value == null ? "" : value.toString();
            setText(text);
            setTooltip(text.isEmpty() ? null : tip(value instanceof Figure figure ? figure.tip() : text));
        }

        private static Tooltip tip(String text) {
            var tip = new Tooltip(text);
            tip.setWrapText(true);
            tip.setMaxWidth(420);
            return tip;
        }
    }

    /// A cell alone would not tell its row how high it is once its text is on several lines.
    private static final class WrappedCell<T> extends TableCell<T, String> {

        private final Text words = new Text();

        WrappedCell(TableColumn<T, String> column) {
            words.getStyleClass().add("cell-words");
            words.wrappingWidthProperty().bind(column.widthProperty().subtract(BESIDE_TEXT));
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            words.setText(empty ? "" : text);
            setGraphic(empty ? null : words);
        }
    }
}
