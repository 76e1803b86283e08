package dev.hostlab.report.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The time that a chart spans, with ticks on round minutes, hours or days (UTC).
///
/// @param from    left end
/// @param seconds length, above 0
/// @param marks   what happened when
/// @param spans   shaded stretches
public record TimeAxis(Instant from, double seconds, List<Mark> marks, List<Span> spans) {

    /// A stretch worth shading.
    ///
    /// @param seconds from the left end
    /// @param end     the same of its end
    /// @param label   shown on hovering
    public record Span(double seconds, double end, String label) {}

    /// An axis on which nothing is shaded.
    public TimeAxis(Instant from, double seconds, List<Mark> marks) {
        this(from, seconds, marks, List.of());
    }

    /// A moment worth showing.
    ///
    /// @param seconds from the left end
    /// @param label   shown on hovering
    public record Mark(double seconds, String label) {}

    /// An axis on which nothing happened.
    public TimeAxis(Instant from, double seconds) {
        this(from, seconds, List.of());
    }

    public TimeAxis {
        marks = List.copyOf(marks);
        spans = List.copyOf(spans);
    }

    private static final double MILLISECONDS = 1e3;
    private static final long DAY = 86_400;
    private static final long[] STEPS = {
        1, 5, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, DAY, 2 * DAY, 4 * DAY,
        7 * DAY, 14 * DAY, 28 * DAY, 56 * DAY, 112 * DAY, 224 * DAY
    };
    private static final DateTimeFormatter CLOCK = formatter("HH:mm");
    private static final DateTimeFormatter SECONDS = formatter("HH:mm:ss");
    private static final DateTimeFormatter DATE = formatter("d MMM");

    /// A labelled time.
    ///
    /// @param position part of the axis from its left end
    public record Tick(double position, String label) {}

    /// Ticks, at most `most` of them but for axes of many years.
    public List<Tick> ticks(int most) {
        var step = step(most);
        var start = from.getEpochSecond();
        var origin = step > DAY ? Math.floorDiv(start, DAY) * DAY : 0;
        var ticks = new ArrayList<Tick>();
        for (var at = origin + Math.ceilDiv(start - origin, step) * step; at <= start + seconds; at += step) {
            var offset = Duration.between(from, Instant.ofEpochSecond(at)).toMillis() / MILLISECONDS;
            if (offset >= 0) {
                ticks.add(new Tick(offset / seconds, label(at, step)));
            }
        }
        return ticks;
    }

    private long step(int most) {
        for (var step : STEPS) {
            if (seconds / step < most) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /// Midnight goes by its date where the axis spans more than a day.
    private String label(long epochSecond, long step) {
        var at = Instant.ofEpochSecond(epochSecond);
        if (step >= DAY || (seconds > DAY && Math.floorMod(epochSecond, DAY) == 0)) {
            return DATE.format(at);
        }
        return (step < 60 ? SECONDS : CLOCK).format(at);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
