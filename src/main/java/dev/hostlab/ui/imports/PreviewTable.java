package dev.hostlab.ui.imports;

import dev.hostlab.trace.TableSample;
import dev.hostlab.trace.TraceColumn;
import dev.hostlab.ui.common.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The first rows of a file as they were read; what a column means is chosen in its header.
final class PreviewTable {

    private static final String NONE = "not used";
    private static final double LINE_WIDTH = 56;
    private static final double WIDTH = 170;

    /// Columns beyond this are not shown, so that a file with a thousand of them can be looked at.
    private static final int MOST_COLUMNS = 40;

    private final TableView<List<String>> table;
    private final ImportViewModel model;

    PreviewTable(TableView<List<String>> table, ImportViewModel model) {
        this.table = table;
        this.model = model;
    }

    void show(TableSample sample) {
        var columns = new ArrayList<TableColumn<List<String>, String>>();
        columns.add(column("Line", LINE_WIDTH, 0));
        for (var index = 0; index < Math.min(MOST_COLUMNS, sample.columns().size()); index++) {
            var column = column("", WIDTH, index + 1);
            var name = sample.columns().get(index);
            column.setGraphic(new VBox(
                    2,
                    Labels.of(name, "strong"),
                    roles(index, name, sample.roles().get(index))));
            columns.add(column);
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(sample.rows().stream().map(PreviewTable::cells).toList());
    }

    private static List<String> cells(TableSample.Row row) {
        var cells = new ArrayList<String>();
        cells.add(row.line() == 0 ? "" : Long.toString(row.line()));
        row.cells().stream().limit(MOST_COLUMNS).forEach(cells::add);
        return cells;
    }

    private static TableColumn<List<String>, String> column(String title, double width, int index) {
        var column = new TableColumn<List<String>, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                index < cell.getValue().size() ? cell.getValue().get(index) : ""));
        return column;
    }

    private ComboBox<String> roles(int index, String name, String role) {
        var box = new ComboBox<String>();
        box.getItems().add(NONE);
        Arrays.stream(TraceColumn.values()).map(TraceColumn::header).forEach(box.getItems()::add);
        box.setValue(role.isEmpty() ? NONE : role);
        box.setId("role-" + (index + 1));
        box.setAccessibleText("What " + name + " means");
        box.valueProperty()
                .addListener((property, before, now) ->
                        model.setRole(name, Optional.ofNullable(now).flatMap(TraceColumn::named)));
        return box;
    }
}
