package dev.hostlab.ui.common;

import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;

/// A table's cell with a text on as many lines as it needs.
///
/// A cell alone would not tell its row how high it is once its text is on several lines.
final class WrappedCell<T> extends TableCell<T, String> {

    private static final double BESIDE_TEXT = 18;

    private final Text words = new Text();
    private final Function<T, String> more;

    WrappedCell(TableColumn<T, String> column, Function<T, String> more) {
        this.more = more;
        words.getStyleClass().add("cell-words");
        words.wrappingWidthProperty().bind(column.widthProperty().subtract(BESIDE_TEXT));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        words.setText(empty ? "" : text);
        setGraphic(empty ? null : words);
        var row = getTableRow() == null ? null : getTableRow().getItem();
        var said = empty || row == null ? "" : more.apply(row);
        setTooltip(said.isEmpty() ? null : Tables.tip(said));
    }
}
