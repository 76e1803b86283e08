package dev.hostlab.ui.workspace;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.common.Look;
import java.util.ArrayList;
import java.util.List;

/// A stacked bar of many parts in shades of one colour, the first darkest.
final class Shades {

    private static final double LIGHTER = 0.78;
    private static final double LIGHTEST = 0.18;
    private static final double HEIGHT = 18;

    private Shades() {}

    /// @param words said when the part is pointed at
    record Part(String words, double amount) {}

    /// @param scale the amount that fills the width
    static SegmentBar bar(OptionId option, Look look, List<Part> parts, double scale) {
        var segments = new ArrayList<SegmentBar.Segment>();
        var opacity = 1.0;
        for (var part : parts) {
            if (part.amount() > 0) {
                segments.add(new SegmentBar.Segment(part.words(), part.amount(), opacity));
                opacity = Math.max(LIGHTEST, opacity * LIGHTER);
            }
        }
        var bar = new SegmentBar(option, look, segments, scale);
        bar.setMinHeight(HEIGHT);
        bar.setPrefHeight(HEIGHT);
        return bar;
    }
}
