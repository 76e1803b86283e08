package dev.hostlab.report.chart;

import dev.hostlab.units.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Series over time as SVG: value axis from zero, time axis below.
///
/// The drawing is as wide as its place on the page. Paths are stretched to it; words and line widths keep their
/// size.
///
/// @param label  what the chart shows, for those who cannot see it
/// @param time   time axis
/// @param plot   height of the plot in pixels and how many ticks its time axis may have
/// @param series drawn in their order
/// @param limit  a line to compare with
/// @param whole  whether values between whole numbers make no sense
/// @param tick   how a value stands at the axis
public record TimeChart(
        String label,
        TimeAxis time,
        Plot plot,
        List<Series> series,
        Optional<Limit> limit,
        boolean whole,
        Function<BigDecimal, String> tick) {

    private static final double LABEL_DROP = 4;
    private static final double TIME_LABELS = 18;

    /// How a series is drawn.
    public enum Form {
        LINE,
        STEPS,
        AREA
    }

    /// Size of a plot.
    public record Plot(int height, int timeTicks) {}

    /// One quantity.
    ///
    /// @param name  shown on hovering
    /// @param style CSS classes
    @SuppressWarnings("ArrayRecordComponent")
    public record Series(String name, String style, Form form, double[] values) {}

    /// A value not to be exceeded.
    public record Limit(String label, double value) {}

    /// The chart as one `<svg>` element.
    public String svg() {
        var axis = Axis.upTo(highest(), whole);
        var height = plot.height();
        var svg = new Markup();
        svg.open("svg", "class", "plot", "role", "img", "width", "100%", "height", Path.number(height + TIME_LABELS));
        svg.text("title", label);
        time.spans().forEach(span -> span(svg, span));
        grid(svg, axis);
        timeLabels(svg);
        svg.open(
                "svg",
                "class",
                "paths",
                "width",
                "100%",
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 " + Path.number(Path.WIDTH) + " " + height,
                "preserveAspectRatio",
                "none");
        series.forEach(one -> draw(svg, one, axis));
        svg.close("svg");
        limit.ifPresent(line -> limit(svg, axis, line));
        time.marks().forEach(mark -> mark(svg, mark));
        return svg.close("svg").toString();
    }

    private void draw(Markup svg, Series one, Axis axis) {
        svg.open("path", "class", style(one), "d", path(one, axis))
                .text("title", one.name())
                .close("path");
    }

    /// Whether there is anything to see.
    public boolean isEmpty() {
        return series.stream().allMatch(one -> highest(one.values()) <= 0);
    }

    private double highest() {
        var highest = limit.map(Limit::value).orElse(0.0);
        for (var one : series) {
            highest = Math.max(highest, highest(one.values()));
        }
        return highest;
    }

    private static double highest(double[] values) {
        var highest = 0.0;
        for (var value : values) {
            highest = Double.isFinite(value) ? Math.max(highest, value) : highest;
        }
        return highest;
    }

    private static String style(Series one) {
        return one.form() == Form.LINE && Path.isDense(one.values()) ? one.style() + " dense" : one.style();
    }

    private String path(Series one, Axis axis) {
        return switch (one.form()) {
            case LINE -> Path.line(one.values(), axis, plot.height());
            case STEPS -> Path.steps(one.values(), axis, plot.height());
            case AREA -> Path.area(one.values(), axis, plot.height());
        };
    }

    private void grid(Markup svg, Axis axis) {
        for (var value : axis.ticks()) {
            var y = axis.fromTop(value.doubleValue()) * plot.height();
            var line = Path.number(y);
            svg.empty(
                    "line",
                    "class",
                    value.signum() == 0 ? "base" : "grid",
                    "x1",
                    "0",
                    "x2",
                    "100%",
                    "y1",
                    line,
                    "y2",
                    line);
            svg.text("text", tick.apply(value), "class", "tick value", "x", "-8", "y", Path.number(y + LABEL_DROP));
        }
    }

    private void timeLabels(Markup svg) {
        for (var at : time.ticks(plot.timeTicks())) {
            var x = percent(at.position());
            var top = Integer.toString(plot.height());
            svg.empty(
                    "line",
                    "class",
                    "base",
                    "x1",
                    x,
                    "x2",
                    x,
                    "y1",
                    top,
                    "y2",
                    Path.number(plot.height() + LABEL_DROP));
            svg.text(
                    "text",
                    at.label(),
                    "class",
                    "tick time",
                    "x",
                    x,
                    "y",
                    Path.number(plot.height() + TIME_LABELS - 1));
        }
    }

    private void span(Markup svg, TimeAxis.Span span) {
        var width = percent((span.end() - span.seconds()) / time.seconds());
        var height = Integer.toString(plot.height());
        var x = percent(span.seconds() / time.seconds());
        svg.open("rect", "class", "bound", "x", x, "y", "0", "width", width, "height", height)
                .text("title", span.label())
                .close("rect");
    }

    private void mark(Markup svg, TimeAxis.Mark mark) {
        var x = percent(mark.seconds() / time.seconds());
        var bottom = Integer.toString(plot.height());
        svg.open("line", "class", "base", "stroke-dasharray", "2 3", "x1", x, "x2", x, "y1", "0", "y2", bottom)
                .text("title", mark.label())
                .close("line");
    }

    private void limit(Markup svg, Axis axis, Limit line) {
        var y = Path.number(axis.fromTop(line.value()) * plot.height());
        svg.empty("line", "class", "limit", "x1", "0", "x2", "100%", "y1", y, "y2", y);
        var above = Path.number(axis.fromTop(line.value()) * plot.height() - LABEL_DROP);
        svg.text("text", line.label(), "class", "tick limit", "x", "100%", "y", above);
    }

    /// A position in per cent, to a hundredth.
    static String percent(double part) {
        return BigDecimal.valueOf(part * 100)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /// A tick as a plain number with thousands separated.
    public static String plainTick(BigDecimal value) {
        return value.scale() <= 0
                ? Figures.count(value.longValue())
                : value.stripTrailingZeros().toPlainString();
    }
}
