package dev.hostlab.ui.workspace;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.common.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// A stacked bar in an option's colour; each segment says what it is when pointed at.
final class SegmentBar extends Region {

    private static final double HEIGHT = 8;
    private static final double GAP = 2;
    private static final CornerRadii ROUND = new CornerRadii(2);
    private static final Duration AT_ONCE = Duration.millis(150);

    private final List<Segment> segments;
    private final double scale;
    private final List<Region> bars = new ArrayList<>();

    /// @param amount  length, in the unit of the scale
    /// @param opacity of the option's colour
    record Segment(String words, double amount, double opacity) {}

    /// @param scale the amount that fills the width
    SegmentBar(OptionId option, Look look, List<Segment> segments, double scale) {
        this.segments = List.copyOf(segments);
        this.scale = scale;
        getStyleClass().add("segment-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        for (var segment : segments) {
            var bar = new Region();
            paint(bar, option, look, segment);
            look.follow(bar, () -> paint(bar, option, look, segment));
            var tip = new Tooltip(segment.words());
            tip.setShowDelay(AT_ONCE);
            Tooltip.install(bar, tip);
            bar.setAccessibleText(segment.words());
            bars.add(bar);
        }
        getChildren().setAll(bars);
    }

    private static void paint(Region bar, OptionId option, Look look, Segment segment) {
        var color = look.color(option).deriveColor(0, 1, 1, segment.opacity());
        bar.setBackground(new Background(new BackgroundFill(color, ROUND, null)));
    }

    @Override
    protected void layoutChildren() {
        var x = 0.0;
        for (var i = 0; i < bars.size(); i++) {
            var width = scale > 0 ? segments.get(i).amount() / scale * getWidth() : 0;
            var drawn = Math.max(0, snapSizeX(width - GAP));
            bars.get(i).resizeRelocate(snapPositionX(x), 0, drawn, getHeight());
            x += width;
        }
    }
}
