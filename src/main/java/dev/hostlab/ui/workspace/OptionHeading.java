package dev.hostlab.ui.workspace;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.common.Labels;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// An option's colour, its name and one figure.
final class OptionHeading {

    private OptionHeading() {}

    static HBox of(OptionId option, String figure) {
        var mark = new Region();
        mark.getStyleClass().add("mark");
        var heading =
                new HBox(8, mark, Labels.of(option.label(), "heading"), Labels.spring(), Labels.of(figure, "strong"));
        heading.getStyleClass().add(option.id());
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }
}
