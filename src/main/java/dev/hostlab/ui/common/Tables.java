package dev.hostlab.ui.common;

import dev.hostlab.hosting.OptionId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Tables as all tabs have them: dense, sortable, texts that do not fit shown in full when pointed at.
public final class Tables {

    private static final double ROW = 26;
    private static final double HEADER = 30;
    private static final double SCROLL_BAR = 15;
    private static final double BORDERS = 15;
    private static final String FULL = "full";
    private static final String FIGURE = "figure";
    private static final int LOOKED_AT = 200;
    /// Columns of long texts share the room that others leave, and are never narrower than this.
    private static final double FREE = 200;

    private static final double NARROWEST = 90;
    private static final double ENOUGH = 0.55;
    /// What a letter of a heading takes, and the room around it.
    private static final double LETTER = 5.9;

    private static final double AROUND = 18;
    private static final double FIGURE_LETTER = 6.2;

    /// What a column asks for.
    ///
    /// @param spare whether it may be hidden where room is short
    private record Asked(TableColumn<?, ?> column, double width, boolean spare) {

        boolean isWide() {
            return width >= FREE;
        }

        boolean isFigure() {
            return column.getStyleClass().contains(FIGURE);
        }

        /// Below this it is of no use.
        double least() {
            return isWide() ? Math.max(NARROWEST, width * ENOUGH) : width;
        }
    }

    private static final double MARK_GAP = 6;
    private static final double OPTION = 106;
    private static final List<String> OPTIONS =
            Arrays.stream(OptionId.values()).map(OptionId::id).toList();

    private Tables() {}

    public static <T> TableView<T> of(Collection<T> rows, String ifEmpty) {
        var table = new TableView<T>(FXCollections.observableArrayList(rows));
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label(ifEmpty));
        table.setFixedCellSize(ROW);
        table.widthProperty().addListener((property, before, now) -> fit(table));
        table.getColumns().addListener((ListChangeListener<TableColumn<T, ?>>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(column -> widen(table, column));
            }
            fit(table);
        });
        return table;
    }

    /// No figure is ever cut.
    private static <T> void widen(TableView<T> table, TableColumn<T, ?> column) {
        if (column.getUserData() instanceof Asked asked
                && column.getStyleClass().contains(FIGURE)) {
            var longest = table.getItems().stream()
                    .limit(LOOKED_AT)
                    .mapToInt(row -> String.valueOf(column.getCellData(row)).length())
                    .max()
                    .orElse(0);
            column.setUserData(new Asked(column, Math.max(asked.width, longest * FIGURE_LETTER + AROUND), asked.spare));
        }
    }

    /// Shares the room, so that nothing scrolls sideways: columns of short texts have what they ask for, those of
    /// long ones the rest. What is only for the curious is hidden where there is no room for it; where there is
    /// more than enough and no long text to take it, all columns grow alike.
    private static void fit(TableView<?> table) {
        var room = table.getWidth() - (FULL.equals(table.getUserData()) ? BORDERS : SCROLL_BAR);
        var asked = table.getColumns().stream()
                .map(TableColumn::getUserData)
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast)
                .toList();
        var all = asked.stream().mapToDouble(Asked::least).sum();
        var hidden = room < all && asked.stream().anyMatch(one -> !one.spare);
        asked.forEach(one -> one.column.setVisible(!one.spare || !hidden));
        share(asked.stream().filter(one -> !one.spare || !hidden).toList(), room);
    }

    private static void share(List<Asked> asked, double room) {
        var all = asked.stream().mapToDouble(Asked::width).sum();
        if (all <= room && asked.stream().allMatch(one -> one.isFigure() || !one.isWide())) {
            asked.forEach(one -> one.column.setPrefWidth(Math.floor(one.width * room / all)));
            return;
        }
        var fixed = asked.stream()
                .filter(one -> !one.isWide())
                .mapToDouble(Asked::width)
                .sum();
        var wide =
                asked.stream().filter(Asked::isWide).mapToDouble(Asked::width).sum();
        for (var one : asked) {
            if (one.isWide()) {
                one.column.setPrefWidth(Math.max(NARROWEST, Math.floor((room - fixed) * one.width / wide)));
            } else {
                var more = wide > 0 ? 1 : Math.max(1, room / fixed);
                one.column.setPrefWidth(Math.floor(one.width * more));
            }
        }
    }

    /// As high as its rows, so that a page with several tables scrolls as one.
    public static <T> TableView<T> full(TableView<T> table) {
        var height = HEADER + ROW * Math.max(1, table.getItems().size()) + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setUserData(FULL);
        fit(table);
        return table;
    }

    public static <T> TableColumn<T, String> words(String title, double width, Function<T, String> text) {
        var column = new TableColumn<T, String>(title);
        ask(column, width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(own -> new ValueCell<>());
        return column;
    }

    /// The option that a row is of, with its colour.
    public static <T> TableColumn<T, String> option(Function<T, OptionId> option) {
        var column = words("Option", OPTION, (T row) -> option.apply(row).shortLabel());
        column.setCellFactory(own -> new OptionCell<>(option));
        return column;
    }

    /// Long texts on as many lines as they need; for a table with [#flexible] rows.
    public static <T> TableColumn<T, String> sentences(String title, double width, Function<T, String> text) {
        return sentences(title, width, text, row -> "");
    }

    /// The same, with more to tell when pointed at; empty for nothing.
    public static <T> TableColumn<T, String> sentences(
            String title, double width, Function<T, String> text, Function<T, String> more) {
        var column = words(title, width, text);
        column.setCellFactory(own -> new WrappedCell<>(own, more));
        return column;
    }

    /// Long texts that are hidden where room is short.
    public static <T> TableColumn<T, String> spare(String title, double width, Function<T, String> text) {
        var column = words(title, width, text);
        ask(column, width, true);
        return column;
    }

    /// The same, hidden where room is short.
    public static <T, V> TableColumn<T, V> spared(TableColumn<T, V> column) {
        ask(column, column.getPrefWidth(), true);
        return column;
    }

    private static void ask(TableColumn<?, ?> column, double width) {
        ask(column, width, false);
    }

    /// A heading is never cut.
    private static void ask(TableColumn<?, ?> column, double width, boolean spare) {
        var enough = Math.max(width, column.getText().length() * LETTER + AROUND);
        column.setPrefWidth(enough);
        column.setReorderable(false);
        column.setUserData(new Asked(column, enough, spare));
    }

    /// Rows as high as their texts.
    public static <T> TableView<T> flexible(TableView<T> table) {
        table.setFixedCellSize(Region.USE_COMPUTED_SIZE);
        table.getStyleClass().add("flexible");
        return table;
    }

    /// Right-aligned texts that begin with a number.
    public static <T> TableColumn<T, String> amount(String title, double width, Function<T, String> text) {
        var column = words(title, width, text);
        column.getStyleClass().add(FIGURE);
        column.setSortable(false);
        return column;
    }

    /// Right-aligned, sorted by the number behind the text.
    public static <T> TableColumn<T, Figure> figure(String title, double width, Function<T, Figure> figure) {
        var column = new TableColumn<T, Figure>(title);
        ask(column, width);
        column.getStyleClass().add(FIGURE);
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
    }

    static Tooltip tip(String text) {
        var tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        return tip;
    }

    private static final class OptionCell<T> extends TableCell<T, String> {

        private final Function<T, OptionId> option;
        private final Region mark = new Region();

        OptionCell(Function<T, OptionId> option) {
            this.option = option;
            mark.getStyleClass().add("mark");
            setGraphicTextGap(MARK_GAP);
        }

        @Override
        protected void updateItem(String label, boolean empty) {
            super.updateItem(label, empty);
            var row = getTableRow() == null ? null : getTableRow().getItem();
            getStyleClass().removeAll(OPTIONS);
            setText(empty ? "" : label);
            setGraphic(empty || row == null ? null : mark);
            if (!empty && row != null) {
                getStyleClass().add(option.apply(row).id());
            }
        }
    }
}
