package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.ui.chart.ChartPanel;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The charts one under the other, with one time axis and one cursor.
final class BehaviourTab extends StackPane {

    private static final double[] HEIGHTS = {166, 134, 104};
    private static final double BESIDE_CURSOR = 14;
    private static final double CARD_WIDTH = 300;
    private static final double BELOW_TITLE = 40;
    private static final double INSIDE_PANEL = 13;

    private final Behaviour behaviour;
    private final CursorCard card;
    private final List<ChartPanel> panels = new ArrayList<>();

    private BehaviourTab(Comparison comparison, Behaviour behaviour, Look look) {
        this.behaviour = behaviour;
        this.card = new CursorCard(comparison, behaviour);
        var column = new VBox();
        column.getStyleClass().add("charts");
        var charts = behaviour.charts();
        for (var i = 0; i < charts.size(); i++) {
            var panel = new ChartPanel(charts.get(i), behaviour.viewport(), look);
            panel.setMinHeight(HEIGHTS[i]);
            panel.setPrefHeight(HEIGHTS[i]);
            VBox.setVgrow(panel, Priority.ALWAYS);
            panels.add(panel);
        }
        column.getChildren().setAll(panels);
        column.getChildren().add(hint());
        card.setVisible(false);
        card.setManaged(false);
        getChildren().setAll(List.of(column, card));
        behaviour.viewport().cursorProperty().addListener((property, before, now) -> follow());
    }

    static Node of(Comparison comparison, Look look) {
        return Behaviour.of(comparison)
                .<Node>map(behaviour -> new BehaviourTab(comparison, behaviour, look))
                .orElseGet(() -> Labels.of("Nothing happened: the trace has no bins.", "muted"));
    }

    private HBox hint() {
        var viewport = behaviour.viewport();
        var all = new Button("Show all");
        all.getStyleClass().addAll("flat-button", "small");
        all.setOnAction(event -> viewport.reset());
        all.setDisable(true);
        viewport.spanProperty().addListener((property, before, now) -> all.setDisable(!viewport.isZoomed()));
        var words = Labels.of(
                "Wheel or + − zooms, dragging or Page Up and Down pans, arrows move the cursor. First replication. UTC.",
                "small",
                "muted");
        var hint = new HBox(8, words, Labels.spring(), all);
        hint.setAlignment(Pos.CENTER_LEFT);
        return hint;
    }

    /// The card stands beside the cursor, on the side where there is room.
    private void follow() {
        var viewport = behaviour.viewport();
        card.setVisible(viewport.hasCursor() && panels.getFirst().showsChart());
        if (card.isVisible()) {
            card.show(viewport.cursor());
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
            card.resizeRelocate(Math.floor(left), BELOW_TITLE, CARD_WIDTH, card.prefHeight(CARD_WIDTH));
        }
    }

    Behaviour behaviour() {
        return behaviour;
    }
}
