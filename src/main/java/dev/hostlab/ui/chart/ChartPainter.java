package dev.hostlab.ui.chart;

import dev.hostlab.report.chart.Axis;
import dev.hostlab.ui.common.Look;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws a chart: grid, area, lines, limit. Everything but the cursor.
final class ChartPainter {

    private static final double LINE = 1.6;
    private static final double AREA_OPACITY = 0.16;
    private static final double PIXELS_A_TICK = 90;
    private static final double TICK_GAP = 8;
    private static final double SHARP = 0.5;

    private final GraphicsContext g;
    private final Plot plot;
    private final ChartModel model;
    private final Look look;

    ChartPainter(GraphicsContext g, Plot plot, ChartModel model, Look look) {
        this.g = g;
        this.plot = plot;
        this.model = model;
        this.look = look;
    }

    void paint(double width, double height, Font font) {
        g.clearRect(0, 0, width, height);
        g.setFont(font);
        var axis = model.axis(plot.span());
        grid(axis);
        times();
        g.save();
        g.beginPath();
        g.rect(plot.left(), 0, plot.width(), plot.bottom() + 1);
        g.clip();
        model.area().ifPresent(this::area);
        model.lines().forEach(line -> line(line, axis));
        g.restore();
        model.scale().limit().ifPresent(limit -> limit(limit, axis));
    }

    private void grid(Axis axis) {
        g.setLineDashes();
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        for (var tick : axis.ticks()) {
            var y = sharp(plot.y(tick.doubleValue(), axis));
            g.setStroke(look.palette().grid());
            g.strokeLine(plot.left(), y, plot.right(), y);
            label(model.scale().tick().apply(tick), plot.left() - TICK_GAP, y, TextAlignment.RIGHT);
        }
        model.areaAxis(plot.span()).ifPresent(this::rightAxis);
    }

    /// Only its ends and middle: the area tells the shape, the cursor the figures.
    private void rightAxis(Axis axis) {
        var ticks = axis.ticks();
        for (var i = 0; i < ticks.size(); i++) {
            var tick = ticks.get(i);
            label(Ticks.plain(tick), plot.right() + TICK_GAP, plot.y(tick.doubleValue(), axis), TextAlignment.LEFT);
        }
    }

    private void times() {
        g.setTextBaseline(VPos.TOP);
        for (var tick : model.timeTicks(plot.span(), (int) (plot.width() / PIXELS_A_TICK))) {
            var x = plot.left() + tick.position() * plot.width();
            label(tick.label(), x, plot.bottom() + TICK_GAP - 2, TextAlignment.CENTER);
        }
    }

    private void label(String text, double x, double y, TextAlignment align) {
        g.setFill(look.palette().text());
        g.setTextAlign(align);
        g.fillText(text, x, y);
    }

    private Columns columns(Series series) {
        var bin = model.time().binSeconds();
        var width = Math.max(1, (int) Math.ceil(plot.width()));
        return Columns.of(series.values(), plot.span().from() / bin, plot.span().to() / bin, width);
    }

    private void area(Series load) {
        var axis = model.areaAxis(plot.span()).orElseThrow();
        var color = look.palette().load();
        var columns = columns(load);
        g.beginPath();
        g.moveTo(plot.left(), plot.bottom());
        for (var column = 0; column < columns.width(); column++) {
            var value = columns.isEmpty(column) ? 0 : columns.greatest(column);
            g.lineTo(plot.left() + column + SHARP, plot.y(value, axis));
        }
        g.lineTo(plot.right(), plot.bottom());
        g.closePath();
        g.setFill(color.deriveColor(0, 1, 1, AREA_OPACITY));
        g.fill();
        g.setStroke(color.deriveColor(0, 1, 1, 0.7));
        stroke(columns, axis, true);
    }

    private void line(Series line, Axis axis) {
        var option = line.option();
        g.setLineDashes(option.map(Look::dashes).orElse(new double[0]));
        g.setLineWidth(LINE);
        g.setLineCap(StrokeLineCap.BUTT);
        var color = option.map(look::color).orElse(look.palette().load());
        g.setStroke(color);
        if (line.form() == Series.Form.LINE && isSparse()) {
            points(line, axis);
        } else {
            stroke(columns(line), axis, line.form() == Series.Form.STEPS);
        }
        g.setLineDashes();
        g.setLineWidth(1);
    }

    private boolean isSparse() {
        return plot.span().seconds() / model.time().binSeconds() < plot.width() / 2;
    }

    /// With room enough, a line goes from the middle of one bin to that of the next.
    private void points(Series line, Axis axis) {
        var bin = model.time().binSeconds();
        var first = Math.max(0, model.bin(plot.span().from()) - 1);
        var last = Math.min(line.values().length - 1, model.bin(plot.span().to()) + 1);
        var penDown = false;
        g.beginPath();
        for (var i = first; i <= last; i++) {
            var value = line.values()[i];
            var x = plot.x((i + SHARP) * bin);
            if (penDown && Double.isFinite(value)) {
                g.lineTo(x, plot.y(value, axis));
            } else if (Double.isFinite(value)) {
                g.moveTo(x, plot.y(value, axis));
            }
            penDown = Double.isFinite(value);
        }
        g.stroke();
    }

    /// Within a column the line goes through its least and greatest value, so that a spike of one
    /// bin stays a spike.
    private void stroke(Columns columns, Axis axis, boolean steps) {
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

    private void through(Columns columns, int column, Axis axis, double x) {
        g.lineTo(x, plot.y(columns.first(column), axis));
        if (columns.least(column) < columns.greatest(column)) {
            g.lineTo(x, plot.y(columns.greatest(column), axis));
            g.lineTo(x, plot.y(columns.least(column), axis));
            g.lineTo(x, plot.y(columns.last(column), axis));
        }
    }

    private void limit(ChartModel.Limit limit, Axis axis) {
        var y = sharp(plot.y(limit.value(), axis));
        g.setStroke(look.palette().limit());
        g.setLineDashes(5, 4);
        g.strokeLine(plot.left(), y, plot.right(), y);
        g.setLineDashes();
        g.setFill(look.palette().limit());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(limit.label(), plot.right() - 2, y - 2);
    }

    private static double sharp(double y) {
        return Math.floor(y) + SHARP;
    }
}
