package dev.hostlab.ui.workspace;

import dev.hostlab.ui.chart.ChartModel;
import dev.hostlab.ui.chart.ChartPanel;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.chart.Legend;
import dev.hostlab.ui.chart.Viewport;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Charts one under the other, with one time axis and one cursor, and the card that tells what is at the cursor.
final class ChartColumn extends StackPane {

    private static final double BESIDE_CURSOR = 14;
    private static final double CARD_WIDTH = CursorCard.WIDTH;
    private static final double BELOW_TITLE = 40;
    private static final double INSIDE_PANEL = 13;

    private final Viewport viewport;
    private final CursorCard card;
    private final List<ChartPanel> panels = new ArrayList<>();

    /// A chart and how high its panel is at least, in pixels.
    record Place(ChartModel chart, double height) {}

    /// @param places at least one; the legend is that of the first
    /// @param layers which lines are seen
    ChartColumn(List<Place> places, Viewport viewport, CursorCard card, Layers layers, Look look) {
        this.viewport = viewport;
        this.card = card;
        var column = new VBox();
        column.getStyleClass().add("charts");
        for (var place : places) {
            var panel = new ChartPanel(place.chart(), viewport, layers, look);
            panel.setMinHeight(place.height());
            panel.setPrefHeight(place.height());
            VBox.setVgrow(panel, Priority.ALWAYS);
            panels.add(panel);
        }
        column.getChildren().setAll(head(places.getFirst().chart(), layers, look));
        column.getChildren().addAll(panels);
        card.setVisible(false);
        card.setManaged(false);
        getChildren().setAll(List.of(column, card));
        viewport.cursorProperty().addListener((property, before, now) -> follow());
    }

    /// What the lines mean, and how to move about.
    private HBox head(ChartModel first, Layers layers, Look look) {
        var all = new Button("Show all");
        all.getStyleClass().addAll("flat-button", "small");
        all.setOnAction(event -> viewport.reset());
        all.setDisable(!viewport.isZoomed());
        all.setMinWidth(Region.USE_PREF_SIZE);
        viewport.spanProperty().addListener((property, before, now) -> all.setDisable(!viewport.isZoomed()));
        var words = Labels.of("Wheel zooms, dragging pans", "small", "muted");
        words.setMinWidth(0);
        // Half a sentence says nothing.
        words.widthProperty()
                .addListener((property, before, now) ->
                        words.setOpacity(now.doubleValue() + 1 < words.prefWidth(-1) ? 0 : 1));
        words.setTooltip(new Tooltip("""
                        Wheel or + and −: zoom
                        Dragging or Page Up and Page Down: pan
                        Arrows: move the cursor, with Shift by ten
                        Double click or 0: show all
                        First replication, times in UTC"""));
        var head = new HBox(10, new Legend(first, layers, look), Labels.spring(), words, all);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// The card stands beside the cursor, on the side where there is room.
    private void follow() {
        card.setVisible(viewport.hasCursor() && panels.getFirst().showsChart());
        if (card.isVisible()) {
            card.show(viewport.cursor());
            // Its height is asked for before the next layout would give the new texts their fonts.
            card.applyCss();
            place();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        place();
    }

    private void place() {
        if (viewport.hasCursor()) {
            var x = panels.getFirst().chart().x(viewport.cursor()) + INSIDE_PANEL;
            var right = x + BESIDE_CURSOR + CARD_WIDTH < getWidth();
            var left = right ? x + BESIDE_CURSOR : Math.max(0, x - BESIDE_CURSOR - CARD_WIDTH);
            var top = panels.getFirst().getBoundsInParent().getMinY() + BELOW_TITLE;
            card.resizeRelocate(Math.floor(left), top, CARD_WIDTH, card.prefHeight(CARD_WIDTH));
        }
    }
}
