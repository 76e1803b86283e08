package dev.hostlab.ui.workspace;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.units.Figures;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The place of an option's card until the option is done; laid out like the card, so that nothing moves then.
final class PendingCard extends VBox {

    /// The names of a card's rows.
    static final List<String> ROWS =
            List.of("Bill", "People", "p95 response", "Requests lost", "Cold starts", "Tasks held");

    private static final double BAR_WITH_MARGINS = 18;

    /// @param words why there is nothing yet
    PendingCard(OptionId option, String words) {
        getStyleClass().addAll("panel", "card", "pending", option.id());
        setId("card-" + option.id());
        setMinWidth(0);
        var bar = new Region();
        bar.setMinHeight(BAR_WITH_MARGINS);
        var total = Labels.of(Figures.NONE, "total", "muted");
        getChildren().setAll(OptionHeading.of(option, ""), total, Labels.of(words, "muted"), bar, rows());
    }

    private static GridPane rows() {
        var rows = new GridPane();
        rows.getStyleClass().add("card-rows");
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().setAll(name, new ColumnConstraints());
        for (var row : ROWS) {
            rows.addRow(rows.getRowCount(), Labels.of(row, "muted-strong"), Labels.of(Figures.NONE, "muted"));
        }
        return rows;
    }
}
