package dev.hostlab.ui.chart;

import dev.hostlab.report.chart.Axis;

/// The rectangle of a chart in which lines are drawn, with the translation from time and value to pixels.
record Plot(double left, double top, double width, double height, Viewport.Span span) {

    private static final double LEFT = 50;
    private static final double RIGHT = 46;
    private static final double TOP = 6;
    private static final double BOTTOM = 20;

    /// The plot of a chart of that size; all charts have the same margins, so that their times line up.
    static Plot of(double width, double height, Viewport.Span span) {
        return new Plot(LEFT, TOP, Math.max(1, width - LEFT - RIGHT), Math.max(1, height - TOP - BOTTOM), span);
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    double secondsPerPixel() {
        return span.seconds() / width;
    }

    double x(double seconds) {
        return left + (seconds - span.from()) / span.seconds() * width;
    }

    double seconds(double x) {
        return span.from() + (x - left) / width * span.seconds();
    }

    double y(double value, Axis axis) {
        return top + axis.fromTop(value) * height;
    }

    boolean contains(double x, double y) {
        return x >= left && x <= right() && y >= top && y <= bottom();
    }
}
