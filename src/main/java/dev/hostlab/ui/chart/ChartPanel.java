package dev.hostlab.ui.chart;

import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chart with its title line: what it shows, in which unit, what the lines stand for, and the table behind it.
public final class ChartPanel extends VBox {

    private final ChartModel model;
    private final Viewport viewport;
    private final TimeChart chart;
    private final StackPane body = new StackPane();

    public ChartPanel(ChartModel model, Viewport viewport, Look look) {
        this.model = model;
        this.viewport = viewport;
        this.chart = new TimeChart(model, viewport, look);
        getStyleClass().addAll("panel", "chart-panel");
        body.getChildren().setAll(chart);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(title(look), body);
    }

    private HBox title(Look look) {
        var table = new ToggleButton("Table");
        table.getStyleClass().addAll("flat-button", "small");
        table.setAccessibleText("Table behind " + model.title());
        table.selectedProperty().addListener((property, before, now) -> show(now));
        var heading = Labels.of(model.title(), "heading");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        table.setMinWidth(Region.USE_PREF_SIZE);
        var legend = Legend.of(model, look);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        var unit = Labels.of(model.unit(), "small", "muted");
        unit.setMinWidth(0);
        var line = new HBox(8, heading, unit, Labels.spring(), legend, table);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void show(boolean table) {
        Node shown = table ? BinTable.of(model, viewport) : chart;
        body.getChildren().setAll(shown);
        viewport.hideCursor();
    }

    /// Whether the chart is seen and not its table.
    public boolean showsChart() {
        return body.getChildren().contains(chart);
    }

    public TimeChart chart() {
        return chart;
    }

    public ChartModel model() {
        return model;
    }
}
