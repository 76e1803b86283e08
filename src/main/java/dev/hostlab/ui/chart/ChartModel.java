package dev.hostlab.ui.chart;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.report.chart.Axis;
import dev.hostlab.report.chart.TimeAxis;
import dev.hostlab.units.Figures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/// What one chart shows.
///
/// @param title  what it is about
/// @param unit   unit of the left axis
/// @param time   start of the axis and width of a bin
/// @param series from the back to the front
/// @param scale  the left axis
public record ChartModel(String title, String unit, Time time, List<Series> series, Scale scale) {

    /// Where the bins lie in time, and what happened when.
    ///
    /// @param shades above 0 where the ground of the plot is shaded, since the model provider refused calls
    public record Time(Instant from, double binSeconds, List<TimeAxis.Mark> marks, List<Series> shades) {

        /// A time in which nothing is shaded.
        public Time(Instant from, double binSeconds, List<TimeAxis.Mark> marks) {
            this(from, binSeconds, marks, List.of());
        }

        /// A time in which nothing happened.
        public Time(Instant from, double binSeconds) {
            this(from, binSeconds, List.of());
        }

        public Time {
            marks = List.copyOf(marks);
            shades = List.copyOf(shades);
        }

        /// The time at so many seconds from the start.
        public Instant instant(double seconds) {
            return from.plusMillis(Math.round(seconds * 1_000));
        }

        private Time seen(Layers layers) {
            return new Time(
                    from,
                    binSeconds,
                    marks,
                    shades.stream().filter(layers::shows).toList());
        }
    }

    /// The left axis.
    ///
    /// @param tick  text of a grid line
    /// @param whole whether values between whole numbers make no sense
    /// @param limit a value to mark, if there is one
    public record Scale(Function<BigDecimal, String> tick, boolean whole, Optional<Limit> limit) {}

    /// A value to mark.
    public record Limit(double value, String label) {}

    private static final double HEADROOM = 1.04;

    public ChartModel {
        series = List.copyOf(series);
    }

    List<Series> lines() {
        return series.stream().filter(Predicate.not(ChartModel::isArea)).toList();
    }

    Optional<Series> area() {
        return series.stream().filter(ChartModel::isArea).findFirst();
    }

    /// The same chart with the lines that are to be seen.
    ChartModel seen(Layers layers) {
        var seen = series.stream().filter(layers::shows).toList();
        return new ChartModel(title, unit, time.seen(layers), seen, scale);
    }

    /// What a point stands for when so much time falls on a pixel.
    String note(double secondsPerPixel) {
        var bins = Spread.bins(time.binSeconds(), secondsPerPixel);
        var grouped = bins > 1 && series.stream().anyMatch(line -> line.form() == Series.Form.SPREAD);
        var note = new StringBuilder(
                grouped ? "median " + span(1) + " of each " + span(bins) + ", shaded up to the worst" : unit);
        for (var quantity : onDemand()) {
            note.append(", ").append(stress(quantity).words()).append(": ").append(quantity);
        }
        return note.toString();
    }

    private Series.Stress stress(String quantity) {
        return series.stream()
                .filter(line -> line.quantity().equals(quantity))
                .map(Series::stress)
                .findFirst()
                .orElseThrow();
    }

    /// So many bins in words: "minute", "15 minutes".
    private String span(int bins) {
        var words = Figures.span(Duration.ofMillis(Math.round(bins * time.binSeconds() * 1_000)));
        return words.startsWith("1 ") ? words.substring(2) : words;
    }

    /// The quantities that are shown on demand.
    List<String> onDemand() {
        return series.stream()
                .filter(line -> line.stress() != Series.Stress.MAIN)
                .map(Series::quantity)
                .distinct()
                .toList();
    }

    /// One option's values of a quantity.
    public Optional<Series> find(String quantity, OptionId option) {
        return series.stream()
                .filter(line -> line.quantity().equals(quantity))
                .filter(line -> line.option().stream().anyMatch(option::equals))
                .findFirst();
    }

    private static boolean isArea(Series series) {
        return series.form() == Series.Form.AREA;
    }

    /// The left axis for a stretch of time.
    Axis axis(Viewport.Span span) {
        var highest =
                lines().stream().mapToDouble(line -> highest(line, span)).max().orElse(0);
        var limit = scale.limit().map(Limit::value);
        return Axis.upTo(Math.max(highest, limit.orElse(0.0)) * HEADROOM, scale.whole());
    }

    /// The right axis, which belongs to the area.
    Optional<Axis> areaAxis(Viewport.Span span) {
        return area().map(load -> Axis.upTo(highest(load, span) * HEADROOM, true));
    }

    private double highest(Series line, Viewport.Span span) {
        return Columns.highest(line.extremes(), span.from() / time.binSeconds(), span.to() / time.binSeconds());
    }

    List<TimeAxis.Tick> timeTicks(Viewport.Span span, int most) {
        return new TimeAxis(instant(span.from()), span.seconds()).ticks(Math.max(2, most));
    }

    /// The time at so many seconds from the start.
    public Instant instant(double seconds) {
        return time.instant(seconds);
    }

    /// The bin at so many seconds from the start; beyond the last it is the last.
    public int bin(double seconds) {
        return Math.clamp((long) (seconds / time.binSeconds()), 0, Math.max(0, bins() - 1));
    }

    public int bins() {
        return series.stream().mapToInt(Series::bins).max().orElse(0);
    }

    OptionalDouble limit() {
        return scale.limit().map(limit -> OptionalDouble.of(limit.value())).orElse(OptionalDouble.empty());
    }
}
