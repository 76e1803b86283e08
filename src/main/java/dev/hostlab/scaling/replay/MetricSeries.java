package dev.hostlab.scaling.replay;

import java.util.List;

/// A given metric, point by point; a period without a row has no point.
///
/// @param periodSeconds length of the period that a point stands for
/// @param points        in order of time, at least one
public record MetricSeries(int periodSeconds, List<Point> points) {

    /// One point.
    ///
    /// @param at    when its period ends, in seconds
    /// @param value in the metric's unit, or the count that was given
    public record Point(long at, double value) {}

    private static final int MINUTE = 60;

    public MetricSeries {
        points = List.copyOf(points);
        if (points.isEmpty() || periodSeconds < 1) {
            throw new IllegalArgumentException("No series: " + points.size() + " points of " + periodSeconds + " s");
        }
    }

    /// The first minute that the series covers.
    int firstMinute() {
        var from = points.getFirst().at() - periodSeconds + MINUTE;
        return (int) Math.max(0, Math.ceilDiv(from, (long) MINUTE));
    }

    /// The last minute, in full.
    int lastMinute() {
        return (int) Math.ceilDiv(points.getLast().at(), (long) MINUTE);
    }
}
