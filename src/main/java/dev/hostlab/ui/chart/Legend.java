package dev.hostlab.ui.chart;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;

/// What the lines of all charts of a page stand for; an option's lines are hidden by a click on its name.
public final class Legend extends HBox {

    private static final double LENGTH = 18;
    private static final double THICK = 2.2;
    private static final double PALE = 0.35;

    /// @param model a chart that has every option, and the load
    public Legend(ChartModel model, Layers layers, Look look) {
        getStyleClass().add("legend");
        setAlignment(Pos.CENTER_LEFT);
        for (var line : model.lines()) {
            if (line.stress() == Series.Stress.MAIN) {
                line.option().ifPresent(option -> getChildren().add(entry(option, layers, look)));
            }
        }
        model.area().ifPresent(load -> getChildren().add(load(load, look)));
    }

    private static ToggleButton entry(OptionId option, Layers layers, Look look) {
        var entry = new ToggleButton(option.shortLabel(), mark(option, look));
        entry.getStyleClass().addAll("legend-entry", "small");
        entry.setMinWidth(Region.USE_PREF_SIZE);
        entry.setSelected(!layers.isHidden(option));
        entry.setAccessibleText("Show " + option.label());
        entry.setTooltip(new Tooltip("Click to hide or show " + option.label() + " in the charts."));
        entry.selectedProperty().addListener((property, before, now) -> layers.hide(option, !now));
        return entry;
    }

    private static HBox load(Series load, Look look) {
        var surface = new Rectangle(LENGTH / 2, LENGTH / 2);
        Runnable fill = () -> surface.setFill(look.palette().load().deriveColor(0, 1, 1, PALE));
        fill.run();
        look.follow(surface, fill);
        var label = Labels.of(load.quantity(), "small", "muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var entry = new HBox(6, surface, label);
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
        look.follow(line, () -> line.setStroke(look.color(option)));
        return line;
    }
}
