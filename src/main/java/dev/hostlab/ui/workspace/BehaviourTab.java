package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.ui.chart.ChartPanel;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.chart.Legend;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The charts one under the other, with one time axis and one cursor.
final class BehaviourTab extends StackPane {

    private static final double[] HEIGHTS = {152, 122, 90, 90};
    private static final double BESIDE_CURSOR = 14;
    private static final double CARD_WIDTH = CursorCard.WIDTH;
    private static final double BELOW_TITLE = 40;
    private static final double INSIDE_PANEL = 13;

    private final Behaviour behaviour;
    private final CursorCard card;
    private final List<ChartPanel> panels = new ArrayList<>();

    private BehaviourTab(Comparison comparison, Behaviour behaviour, Layers layers, Look look) {
        this.behaviour = behaviour;
        this.card = new CursorCard(comparison, behaviour, layers);
        var column = new VBox();
        column.getStyleClass().add("charts");
        var charts = behaviour.charts();
        for (var i = 0; i < charts.size(); i++) {
            var panel = new ChartPanel(charts.get(i), behaviour.viewport(), layers, look);
            panel.setMinHeight(HEIGHTS[i]);
            panel.setPrefHeight(HEIGHTS[i]);
            VBox.setVgrow(panel, Priority.ALWAYS);
            panels.add(panel);
        }
        column.getChildren().setAll(head(layers, look));
        column.getChildren().addAll(panels);
        card.setVisible(false);
        card.setManaged(false);
        getChildren().setAll(List.of(column, card));
        behaviour.viewport().cursorProperty().addListener((property, before, now) -> follow());
    }

    /// @param layers which lines are seen
    /// @param before the charts of the result before; what they show of the time axis is kept
    static Node of(Comparison comparison, Layers layers, Optional<Node> before, Look look) {
        return Behaviour.of(comparison)
                .<Node>map(behaviour -> {
                    if (before.orElse(null) instanceof BehaviourTab tab) {
                        behaviour.viewport().follow(tab.behaviour.viewport());
                    }
                    return new BehaviourTab(comparison, behaviour, layers, look);
                })
                .orElseGet(() -> Labels.of("Nothing happened: the trace has no bins.", "muted"));
    }

    /// What the lines mean, and how to move about.
    private HBox head(Layers layers, Look look) {
        var viewport = behaviour.viewport();
        var all = new Button("Show all");
        all.getStyleClass().addAll("flat-button", "small");
        all.setOnAction(event -> viewport.reset());
        all.setDisable(!viewport.isZoomed());
        all.setMinWidth(Region.USE_PREF_SIZE);
        viewport.spanProperty().addListener((property, before, now) -> all.setDisable(!viewport.isZoomed()));
        var words = Labels.of("Wheel zooms, dragging pans", "small", "muted");
        words.setMinWidth(0);
        words.setTooltip(new Tooltip("""
                        Wheel or + and −: zoom
                        Dragging or Page Up and Page Down: pan
                        Arrows: move the cursor, with Shift by ten
                        Double click or 0: show all
                        First replication, times in UTC"""));
        var head = new HBox(10, new Legend(behaviour.capacity(), layers, look), Labels.spring(), words, all);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// The card stands beside the cursor, on the side where there is room.
    private void follow() {
        var viewport = behaviour.viewport();
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
        if (behaviour.viewport().hasCursor()) {
            var x = panels.getFirst().chart().x(behaviour.viewport().cursor()) + INSIDE_PANEL;
            var right = x + BESIDE_CURSOR + CARD_WIDTH < getWidth();
            var left = right ? x + BESIDE_CURSOR : Math.max(0, x - BESIDE_CURSOR - CARD_WIDTH);
            var top = panels.getFirst().getBoundsInParent().getMinY() + BELOW_TITLE;
            card.resizeRelocate(Math.floor(left), top, CARD_WIDTH, card.prefHeight(CARD_WIDTH));
        }
    }

    Behaviour behaviour() {
        return behaviour;
    }
}
