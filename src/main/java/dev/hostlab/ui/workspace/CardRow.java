package dev.hostlab.ui.workspace;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Cards side by side, equally wide and equally high, whatever their texts.
public final class CardRow extends Region {

    private static final double GAP = 12;

    public CardRow() {
        getStyleClass().add("card-row");
    }

    void show(List<? extends Node> cards) {
        getChildren().setAll(cards);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double cardWidth(double width) {
        var count = Math.max(1, getManagedChildren().size());
        return Math.max(0, (width - (count - 1) * GAP) / count);
    }

    @Override
    protected double computePrefHeight(double width) {
        var each = cardWidth(width < 0 ? getWidth() : width);
        return getManagedChildren().stream()
                .mapToDouble(card -> card.prefHeight(each))
                .max()
                .orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        var each = cardWidth(getWidth());
        var x = 0.0;
        for (var card : getManagedChildren()) {
            card.resizeRelocate(snapPositionX(x), 0, snapSizeX(each), getHeight());
            x += each + GAP;
        }
    }
}
