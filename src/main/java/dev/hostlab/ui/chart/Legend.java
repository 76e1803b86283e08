package dev.hostlab.ui.chart;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
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
                getChildren()
                        .add(line.option()
                                .<Node>map(option -> entry(option, layers, look))
                                .orElseGet(() -> plain(line.quantity(), look)));
            }
        }
        model.area()
                .ifPresent(load -> getChildren()
                        .add(ground(load.quantity(), () -> look.palette().load().deriveColor(0, 1, 1, PALE), look)));
        model.time().shades().stream()
                .map(Series::quantity)
                .distinct()
                .forEach(words -> getChildren().add(bound(words, look)));
    }

    /// What belongs to no option.
    private static HBox plain(String quantity, Look look) {
        var line = new Line(0, 0, LENGTH, 0);
        line.setStrokeWidth(THICK);
        line.setStroke(look.palette().load());
        look.follow(line, () -> line.setStroke(look.palette().load()));
        return labelled(line, quantity);
    }

    private static HBox bound(String words, Look look) {
        var entry = ground(words, () -> look.palette().bound(), look);
        Tooltip.install(
                entry,
                new Tooltip("Shaded: the model provider refused calls (429). More tasks would not have helped."));
        return entry;
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

    private static HBox ground(String words, Supplier<Color> color, Look look) {
        var surface = new Rectangle(LENGTH / 2, LENGTH / 2);
        Runnable fill = () -> surface.setFill(color.get());
        fill.run();
        look.follow(surface, fill);
        return labelled(surface, words);
    }

    private static HBox labelled(Node mark, String words) {
        var label = Labels.of(words, "small", "muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var entry = new HBox(6, mark, label);
        entry.getStyleClass().add("legend-ground");
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
