package dev.hostlab.ui.chart;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;

/// What the lines of a chart stand for, for its title line.
final class Legend {

    private static final double LENGTH = 18;
    private static final double THICK = 2.2;
    private static final double PALE = 0.35;

    private Legend() {}

    static HBox of(ChartModel model, Look look) {
        var legend = new HBox();
        legend.getStyleClass().add("legend");
        legend.setAlignment(Pos.CENTER_RIGHT);
        for (var line : model.lines()) {
            line.option().ifPresent(option -> legend.getChildren().add(entry(mark(option, look), option.shortLabel())));
        }
        model.area().ifPresent(load -> legend.getChildren().add(entry(surface(look), load.name() + ", right scale")));
        return legend;
    }

    private static HBox entry(Node mark, String name) {
        var label = Labels.of(name, "small", "muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var entry = new HBox(6, mark, label);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    private static Line mark(OptionId option, Look look) {
        var line = new Line(0, 0, LENGTH, 0);
        line.setStrokeWidth(THICK);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        for (var dash : Look.dashes(option)) {
            line.getStrokeDashArray().add(dash);
        }
        line.setStroke(look.color(option));
        look.darkProperty().addListener((property, before, now) -> line.setStroke(look.color(option)));
        return line;
    }

    private static Rectangle surface(Look look) {
        var surface = new Rectangle(LENGTH / 2, LENGTH / 2);
        surface.setFill(look.palette().load().deriveColor(0, 1, 1, PALE));
        return surface;
    }
}
