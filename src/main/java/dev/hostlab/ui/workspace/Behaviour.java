package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.Timeline;
import dev.hostlab.ui.chart.ChartModel;
import dev.hostlab.ui.chart.Series;
import dev.hostlab.ui.chart.Ticks;
import dev.hostlab.ui.chart.Viewport;
import dev.hostlab.units.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// The charts of a comparison: load against capacity, response time, queue. All are those of replication 0.
record Behaviour(ChartModel capacity, ChartModel response, ChartModel queue, Viewport viewport) {

    private static final double MINUTE = 60;
    private static final int FEWEST_BINS = 8;

    /// Nothing where there is no timeline.
    static Optional<Behaviour> of(Comparison comparison) {
        return comparison.outcomes().stream()
                .map(Outcome::timeline)
                .filter(timeline -> timeline.bins() > 0)
                .findFirst()
                .map(timeline -> of(comparison, timeline));
    }

    private static Behaviour of(Comparison comparison, Timeline timeline) {
        var time = new ChartModel.Time(comparison.workload().from(), timeline.binSeconds());
        var length = timeline.bins() * timeline.binSeconds();
        return new Behaviour(
                capacity(comparison, time),
                response(comparison, time),
                queue(comparison, time),
                new Viewport(length, FEWEST_BINS * timeline.binSeconds()));
    }

    List<ChartModel> charts() {
        return List.of(capacity, response, queue);
    }

    private static ChartModel capacity(Comparison comparison, ChartModel.Time time) {
        var perMinute = MINUTE / time.binSeconds();
        var arrived = comparison.outcomes().getFirst().timeline().values("arrived");
        var load = Arrays.stream(arrived).map(count -> count * perMinute).toArray();
        var series = new ArrayList<Series>();
        series.add(
                new Series("load", null, Series.Form.AREA, load, rate -> Figures.number(rate) + " requests a minute"));
        for (var outcome : comparison.outcomes()) {
            series.add(series(
                    outcome,
                    Series.Form.STEPS,
                    outcome.tasksInService(),
                    tasks -> Figures.number(tasks) + (tasks == 1 ? " task" : " tasks")));
        }
        var scale = new ChartModel.Scale(Ticks::plain, true, Optional.empty());
        return new ChartModel("Load and capacity in service", "tasks · requests a minute", time, series, scale);
    }

    private static ChartModel response(Comparison comparison, ChartModel.Time time) {
        var series = comparison.outcomes().stream()
                .map(outcome ->
                        series(outcome, Series.Form.LINE, outcome.timeline().values("p95Seconds"), Figures::seconds))
                .toList();
        var target = comparison.outcomes().getFirst().slo().targetSeconds();
        var limit = new ChartModel.Limit(target, "SLO " + Figures.seconds(target));
        var scale = new ChartModel.Scale(Ticks::seconds, false, Optional.of(limit));
        return new ChartModel("Response time, 95th percentile", "of each " + bin(time), time, series, scale);
    }

    private static ChartModel queue(Comparison comparison, ChartModel.Time time) {
        var series = comparison.outcomes().stream()
                .map(outcome -> series(
                        outcome,
                        Series.Form.LINE,
                        outcome.timeline().values("queued"),
                        waiting -> Figures.number(waiting) + " waiting"))
                .toList();
        var scale = new ChartModel.Scale(Ticks::plain, true, Optional.empty());
        return new ChartModel("Waiting requests", "at the end of each " + bin(time), time, series, scale);
    }

    private static Series series(Outcome outcome, Series.Form form, double[] values, DoubleFunction<String> format) {
        return new Series(outcome.option().label(), outcome.option(), form, values, format);
    }

    private static String bin(ChartModel.Time time) {
        var words = Figures.span(Duration.ofMillis(Math.round(time.binSeconds() * 1_000)));
        return words.startsWith("1 ") ? words.substring(2) : words;
    }
}
