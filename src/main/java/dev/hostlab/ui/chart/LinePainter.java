package dev.hostlab.ui.chart;

import dev.hostlab.report.chart.Axis;
import dev.hostlab.ui.common.Look;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/// Draws the lines of a chart, each as its form says and its room allows.
final class LinePainter {

    private static final double SHARP = 0.5;

    private final GraphicsContext g;
    private final Plot plot;
    private final double binSeconds;
    private final Look look;

    LinePainter(GraphicsContext g, Plot plot, double binSeconds, Look look) {
        this.g = g;
        this.plot = plot;
        this.binSeconds = binSeconds;
        this.look = look;
    }

    void paint(Series line, Axis axis) {
        var color = line.option().map(look::color).orElse(look.palette().load());
        var spread = line.form() == Series.Form.SPREAD ? Spread.bins(binSeconds, plot.secondsPerPixel()) : 1;
        if (spread > 1) {
            shade(
                    line.spread(spread),
                    axis,
                    color.deriveColor(0, 1, 1, line.stress().shade()));
        }
        g.setLineDashes(line.option().map(Look::dashes).orElse(new double[0]));
        g.setLineWidth(line.stress().width());
        g.setLineCap(StrokeLineCap.BUTT);
        g.setStroke(color.deriveColor(0, 1, 1, line.stress().opacity()));
        if (spread > 1) {
            middle(line.spread(spread), axis);
        } else if (line.form() != Series.Form.STEPS && isSparse()) {
            points(line, axis);
        } else {
            stroke(columns(line), axis, line.form() == Series.Form.STEPS);
        }
        g.setLineDashes();
        g.setLineWidth(1);
    }

    Columns columns(Series series) {
        var width = Math.max(1, (int) Math.ceil(plot.width()));
        return Columns.of(
                series.extremes(), plot.span().from() / binSeconds, plot.span().to() / binSeconds, width);
    }

    private boolean isSparse() {
        return plot.secondsPerPixel() * 2 < binSeconds;
    }

    /// With room enough, a line goes from the middle of one bin to that of the next.
    private void points(Series line, Axis axis) {
        var first = Math.max(0, (int) (plot.span().from() / binSeconds) - 1);
        var last = Math.min(line.bins() - 1, (int) (plot.span().to() / binSeconds) + 1);
        var pen = new Pen();
        for (var i = first; i <= last; i++) {
            pen.to((i + SHARP) * binSeconds, line.value(i), axis);
        }
        g.stroke();
    }

    private void middle(Spread spread, Axis axis) {
        var pen = new Pen();
        for (var i = first(spread); i <= last(spread); i++) {
            pen.to(centre(spread, i), spread.middle(i), axis);
        }
        g.stroke();
    }

    /// From the middle value up to the greatest of each stretch.
    private void shade(Spread spread, Axis axis, Color color) {
        g.setFill(color);
        var last = last(spread);
        for (var start = first(spread); start <= last; start++) {
            var end = start;
            while (end <= last && Double.isFinite(spread.middle(end))) {
                end++;
            }
            if (end > start) {
                band(spread, start, end, axis);
                start = end;
            }
        }
    }

    private void band(Spread spread, int start, int end, Axis axis) {
        g.beginPath();
        for (var i = start; i < end; i++) {
            g.lineTo(plot.x(centre(spread, i)), plot.y(spread.greatest(i), axis));
        }
        for (var i = end - 1; i >= start; i--) {
            g.lineTo(plot.x(centre(spread, i)), plot.y(spread.middle(i), axis));
        }
        g.closePath();
        g.fill();
    }

    private double centre(Spread spread, int stretch) {
        return (stretch + SHARP) * spread.bins() * binSeconds;
    }

    private int first(Spread spread) {
        return Math.max(0, (int) (plot.span().from() / binSeconds / spread.bins()) - 1);
    }

    private int last(Spread spread) {
        return Math.min(spread.stretches() - 1, (int) (plot.span().to() / binSeconds / spread.bins()) + 1);
    }

    /// Draws from point to point, and lifts where there is none.
    private final class Pen {

        private boolean down;

        Pen() {
            g.beginPath();
        }

        void to(double seconds, double value, Axis axis) {
            var there = Double.isFinite(value);
            if (there && down) {
                g.lineTo(plot.x(seconds), plot.y(value, axis));
            } else if (there) {
                g.moveTo(plot.x(seconds), plot.y(value, axis));
            }
            down = there;
        }
    }

    /// Within a column the line goes through its least and greatest value, so that a spike of one
    /// bin stays a spike.
    void stroke(Columns columns, Axis axis, boolean steps) {
        g.beginPath();
        var penDown = false;
        var before = Double.NaN;
        for (var column = 0; column < columns.width(); column++) {
            if (columns.isEmpty(column)) {
                penDown = false;
                continue;
            }
            var x = plot.left() + column + SHARP;
            if (!penDown) {
                g.moveTo(x, plot.y(columns.first(column), axis));
            } else if (steps && before != columns.first(column)) {
                g.lineTo(x, plot.y(before, axis));
            }
            through(columns, column, axis, x);
            before = columns.last(column);
            penDown = true;
        }
        g.stroke();
    }

    /// Along the greatest values: the upper edge of an area, where several bins share a column.
    void envelope(Columns columns, Axis axis) {
        g.beginPath();
        var penDown = false;
        for (var column = 0; column < columns.width(); column++) {
            var value = columns.greatest(column);
            if (Double.isFinite(value) && penDown) {
                g.lineTo(plot.left() + column + SHARP, plot.y(value, axis));
            } else if (Double.isFinite(value)) {
                g.moveTo(plot.left() + column + SHARP, plot.y(value, axis));
            }
            penDown = Double.isFinite(value);
        }
        g.stroke();
    }

    private void through(Columns columns, int column, Axis axis, double x) {
        g.lineTo(x, plot.y(columns.first(column), axis));
        if (columns.least(column) < columns.greatest(column)) {
            g.lineTo(x, plot.y(columns.greatest(column), axis));
            g.lineTo(x, plot.y(columns.least(column), axis));
            g.lineTo(x, plot.y(columns.last(column), axis));
        }
    }
}
