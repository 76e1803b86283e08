package dev.hostlab.ui.chart;

import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chart with its title line: what it shows, in which unit, which more lines it can show, and the table behind it.
public final class ChartPanel extends VBox {

    private final ChartModel model;
    private final Viewport viewport;
    private final Layers layers;
    private final TimeChart chart;
    private final StackPane body = new StackPane();
    private final ToggleButton table = new ToggleButton("Table");

    /// @param model every line, also those that are shown on demand
    public ChartPanel(ChartModel model, Viewport viewport, Layers layers, Look look) {
        this.model = model;
        this.viewport = viewport;
        this.layers = layers;
        this.chart = new TimeChart(model.seen(layers), viewport, look);
        getStyleClass().addAll("panel", "chart-panel");
        body.getChildren().setAll(chart);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(title(), body);
        layers.onChange(() -> {
            chart.show(model.seen(layers));
            showBody();
        });
    }

    private HBox title() {
        var heading = Labels.of(model.title(), "heading");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        var unit = Labels.of("", "small", "muted");
        unit.textProperty().bind(chart.noteProperty());
        unit.setTooltip(new Tooltip());
        unit.getTooltip().textProperty().bind(chart.noteProperty());
        unit.setMinWidth(0);
        var line = new HBox(8, heading, unit, Labels.spring());
        if (!model.onDemand().isEmpty()) {
            line.getChildren().add(more());
        }
        table.getStyleClass().addAll("flat-button", "small");
        table.setAccessibleText("Table behind " + model.title());
        table.selectedProperty().addListener((property, before, now) -> showBody());
        table.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(table);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private MenuButton more() {
        var more = new MenuButton("Lines");
        more.getStyleClass().addAll("flat-button", "small");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setAccessibleText("More lines of " + model.title());
        for (var quantity : model.onDemand()) {
            var item = new CheckMenuItem(quantity);
            item.setSelected(layers.isAsked(quantity));
            item.selectedProperty().addListener((property, before, now) -> layers.ask(quantity, now));
            more.getItems().add(item);
        }
        return more;
    }

    private void showBody() {
        Node shown = table.isSelected() ? BinTable.of(model.seen(layers), viewport) : chart;
        body.getChildren().setAll(shown);
        viewport.hideCursor();
    }

    /// Whether the chart is seen and not its table.
    public boolean showsChart() {
        return !table.isSelected();
    }

    public TimeChart chart() {
        return chart;
    }
}
