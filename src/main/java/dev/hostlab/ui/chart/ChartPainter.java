package dev.hostlab.ui.chart;

import dev.hostlab.report.chart.Axis;
import dev.hostlab.ui.common.Look;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws a chart: grid, area, lines, limit. Everything but the cursor.
final class ChartPainter {

    private static final double AREA_OPACITY = 0.16;
    private static final double PIXELS_A_TICK = 90;
    private static final double TICK_GAP = 8;
    private static final double LEAST_PITCH = 13;
    private static final double HALO = 4;
    private static final double SHARP = 0.5;

    private final GraphicsContext g;
    private final Plot plot;
    private final ChartModel model;
    private final Look look;
    private final LinePainter lines;

    ChartPainter(GraphicsContext g, Plot plot, ChartModel model, Look look) {
        this.g = g;
        this.plot = plot;
        this.model = model;
        this.look = look;
        this.lines = new LinePainter(g, plot, model.time().binSeconds(), look);
    }

    void paint(double width, double height, Font font) {
        g.clearRect(0, 0, width, height);
        g.setFont(font);
        var axis = model.axis(plot.span());
        shades();
        grid(axis);
        times();
        g.save();
        g.beginPath();
        g.rect(plot.left(), 0, plot.width(), plot.bottom() + 1);
        g.clip();
        model.area().ifPresent(this::area);
        model.lines().forEach(line -> lines.paint(line, axis));
        model.time().marks().forEach(mark -> mark(mark.seconds()));
        g.restore();
        model.scale().limit().ifPresent(limit -> limit(limit, axis));
    }

    /// The ground under columns of pixels in which any shade has a value above 0.
    private void shades() {
        g.setFill(look.palette().bound());
        var shades = model.time().shades().stream().map(lines::columns).toList();
        var width = shades.stream().mapToInt(Columns::width).max().orElse(0);
        var start = -1;
        for (var column = 0; column <= width; column++) {
            var at = column;
            var shaded = column < width && shades.stream().anyMatch(shade -> shade.greatest(at) > 0);
            if (shaded && start < 0) {
                start = column;
            } else if (!shaded && start >= 0) {
                g.fillRect(plot.left() + start, plot.top(), column - start, plot.height());
                start = -1;
            }
        }
    }

    private void grid(Axis axis) {
        g.setLineDashes();
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        var ticks = axis.ticks();
        var every = every(ticks.size());
        for (var i = 0; i < ticks.size(); i += every) {
            var tick = ticks.get(i);
            var y = sharp(plot.y(tick.doubleValue(), axis));
            g.setStroke(look.palette().grid());
            g.strokeLine(plot.left(), y, plot.right(), y);
            label(model.scale().tick().apply(tick), plot.left() - TICK_GAP, y, TextAlignment.RIGHT);
        }
        model.areaAxis(plot.span()).ifPresent(this::rightAxis);
    }

    /// Which of so many grid lines are drawn in a low chart, so that their figures do not touch.
    private int every(int ticks) {
        var most = Math.max(1, (int) (plot.height() / LEAST_PITCH));
        return Math.max(1, Math.ceilDiv(ticks - 1, most));
    }

    private void rightAxis(Axis axis) {
        var ticks = axis.ticks();
        for (var i = 0; i < ticks.size(); i += every(ticks.size())) {
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

    private void area(Series load) {
        var axis = model.areaAxis(plot.span()).orElseThrow();
        var color = look.palette().load();
        var columns = lines.columns(load);
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
        if (plot.secondsPerPixel() > model.time().binSeconds()) {
            lines.envelope(columns, axis);
        } else {
            lines.stroke(columns, axis, true);
        }
    }

    private void mark(double seconds) {
        var x = sharp(plot.x(seconds));
        g.setStroke(look.palette().cursor());
        g.setLineWidth(1);
        g.setLineDashes(2, 3);
        g.strokeLine(x, plot.top(), x, plot.bottom());
        g.setLineDashes();
    }

    private void limit(ChartModel.Limit limit, Axis axis) {
        var y = sharp(plot.y(limit.value(), axis));
        g.setStroke(look.palette().limit());
        g.setLineDashes(5, 4);
        g.strokeLine(plot.left(), y, plot.right(), y);
        g.setLineDashes();
        g.setTextBaseline(VPos.BOTTOM);
        var words = new Text(limit.label());
        words.setFont(g.getFont());
        var size = words.getLayoutBounds();
        var room = new FreePlace((int) Math.ceil(size.getWidth()) + 2, y - size.getHeight(), y);
        var end = room.end(model.lines().stream().map(lines::columns).toList(), value -> plot.y(value, axis));
        g.setTextAlign(TextAlignment.RIGHT);
        haloed(limit.label(), end.isPresent() ? plot.left() + end.getAsInt() - 2 : plot.right() - 2, y - 2);
    }

    /// Text that can be read on top of lines: its outline covers them.
    private void haloed(String text, double x, double y) {
        g.setStroke(look.palette().card());
        g.setLineWidth(HALO);
        g.strokeText(text, x, y);
        g.setLineWidth(1);
        g.setFill(look.palette().limit());
        g.fillText(text, x, y);
    }

    private static double sharp(double y) {
        return Math.floor(y) + SHARP;
    }
}
