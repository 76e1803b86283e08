package dev.hostlab.ui.common;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// A small picture of a load, without axes.
public final class Sparkline extends Region {

    private final double[] values;
    private final Polygon area = new Polygon();
    private final Polyline line = new Polyline();

    /// @param values 0 to 1
    public Sparkline(double[] values) {
        this.values = values.clone();
        getStyleClass().add("sparkline");
        area.getStyleClass().add("sparkline-area");
        line.getStyleClass().add("sparkline-line");
        area.setManaged(false);
        line.setManaged(false);
        getChildren().add(area);
        getChildren().add(line);
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        var height = getHeight() - 1;
        line.getPoints().clear();
        area.getPoints().setAll(0.0, height);
        for (var i = 0; i < values.length; i++) {
            var x = values.length == 1 ? 0 : i * width / (values.length - 1);
            var y = 1 + (1 - values[i]) * (height - 1);
            line.getPoints().addAll(x, y);
            area.getPoints().addAll(x, y);
        }
        area.getPoints().addAll(width, height);
    }
}
