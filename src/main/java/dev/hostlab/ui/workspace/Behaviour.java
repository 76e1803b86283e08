package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.Timeline;
import dev.hostlab.report.EventFacts;
import dev.hostlab.ui.chart.ChartModel;
import dev.hostlab.ui.chart.Series;
import dev.hostlab.ui.chart.Series.Form;
import dev.hostlab.ui.chart.Series.Stress;
import dev.hostlab.ui.chart.Ticks;
import dev.hostlab.ui.chart.Viewport;
import dev.hostlab.units.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The charts of a comparison: load against capacity, response time, queue, and of workers the age of the oldest
/// message. All are those of replication 0.
record Behaviour(
        ChartModel capacity, ChartModel response, ChartModel queue, Optional<ChartModel> age, Viewport viewport) {

    static final String LOAD = "load, right scale";
    static final String IN_SERVICE = "in service";
    static final String PROVISIONED = "provisioned";
    static final String DESIRED = "desired";
    static final String P50 = "p50";
    static final String P95 = "p95";
    static final String P99 = "p99";
    static final String WAITING = "waiting";
    static final String OBSERVED = "in the trace";
    static final String OLDEST = "oldest message";

    static final String BOUND = "provider-bound";

    private static final String OBSERVED_SERIES = "observedQueued";
    private static final String REFUSED_SERIES = "refusedCalls";

    static final double MINUTE = 60;
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
        var time = new ChartModel.Time(
                comparison.workload().from(),
                timeline.binSeconds(),
                EventFacts.of(comparison).marks(),
                bound(comparison));
        var length = timeline.bins() * timeline.binSeconds();
        return new Behaviour(
                capacity(comparison, time),
                response(comparison, time),
                queue(comparison, time),
                age(comparison, time),
                new Viewport(length, FEWEST_BINS * timeline.binSeconds()));
    }

    /// When the provider refused an option's calls; nothing where it never did.
    private static List<Series> bound(Comparison comparison) {
        return comparison.outcomes().stream()
                .filter(outcome -> outcome.limits()
                        .filter(limits -> limits.refusedCalls() > 0)
                        .isPresent())
                .filter(outcome -> outcome.timeline().has(REFUSED_SERIES))
                .map(outcome -> new Series(
                        new Series.Name(BOUND, outcome.option(), Stress.MAIN),
                        Form.STEPS,
                        bins(outcome.timeline(), REFUSED_SERIES),
                        calls -> Figures.number(calls) + " calls refused (429)"))
                .toList();
    }

    /// What the bins of all charts have in common.
    ChartModel.Time time() {
        return capacity.time();
    }

    List<ChartModel> charts() {
        return Stream.concat(Stream.of(capacity, response, queue), age.stream()).toList();
    }

    private static ChartModel capacity(Comparison comparison, ChartModel.Time time) {
        var timeline = comparison.outcomes().getFirst().timeline();
        var load = bins(timeline, () -> times(timeline.values("arrived"), MINUTE / time.binSeconds()));
        var series = new ArrayList<Series>();
        var name = new Series.Name(LOAD, null, Stress.MAIN);
        series.add(new Series(name, Form.AREA, load, rate -> Figures.number(rate) + " a minute"));
        for (var outcome : comparison.outcomes()) {
            series.add(held(outcome, DESIRED, Stress.THIRD, "desired"));
            series.add(held(outcome, PROVISIONED, Stress.SECOND, "provisioned"));
        }
        for (var outcome : comparison.outcomes()) {
            series.add(held(outcome, IN_SERVICE, Stress.MAIN, "inService"));
        }
        var scale = new ChartModel.Scale(Ticks::plain, true, Optional.empty());
        return new ChartModel("Load and capacity", "tasks in service", time, series, scale);
    }

    static Series.Bins bins(Timeline timeline, String values) {
        return bins(timeline, () -> timeline.values(values));
    }

    static Series.Bins bins(Timeline timeline, Supplier<double[]> values) {
        return new Series.Bins(timeline.bins(), values);
    }

    static double[] times(double[] values, double factor) {
        var product = new double[values.length];
        for (var bin = 0; bin < values.length; bin++) {
            product[bin] = values[bin] * factor;
        }
        return product;
    }

    private static Series held(Outcome outcome, String quantity, Stress stress, String values) {
        var name = new Series.Name(quantity, outcome.option(), stress);
        return new Series(
                name,
                Form.STEPS,
                bins(outcome.timeline(), () -> outcome.inTasks(values)),
                tasks -> Figures.number(tasks) + (tasks == 1 ? " task" : " tasks"));
    }

    private static ChartModel response(Comparison comparison, ChartModel.Time time) {
        var series = new ArrayList<Series>();
        for (var outcome : comparison.outcomes()) {
            series.add(took(outcome, P50, Stress.THIRD, "p50Seconds"));
            series.add(took(outcome, P99, Stress.SECOND, "p99Seconds"));
        }
        for (var outcome : comparison.outcomes()) {
            series.add(took(outcome, P95, Stress.MAIN, "p95Seconds"));
        }
        var target = comparison.outcomes().getFirst().slo().targetSeconds();
        var limit = new ChartModel.Limit(target, "SLO " + Figures.seconds(target));
        var scale = new ChartModel.Scale(Ticks::seconds, false, Optional.of(limit));
        return new ChartModel("Response time, p95", "of each " + bin(time), time, series, scale);
    }

    private static Series took(Outcome outcome, String quantity, Stress stress, String values) {
        var name = new Series.Name(quantity, outcome.option(), stress);
        return new Series(name, Form.SPREAD, bins(outcome.timeline(), values), Figures::seconds);
    }

    private static ChartModel queue(Comparison comparison, ChartModel.Time time) {
        DoubleFunction<String> words = waiting -> Figures.number(waiting) + " waiting";
        var series = new ArrayList<Series>();
        var timeline = comparison.outcomes().getFirst().timeline();
        if (timeline.has(OBSERVED_SERIES)) {
            var name = new Series.Name(OBSERVED, null, Stress.MAIN);
            series.add(new Series(name, Form.LINE, bins(timeline, OBSERVED_SERIES), words));
        }
        for (var outcome : comparison.outcomes()) {
            var name = new Series.Name(WAITING, outcome.option(), Stress.MAIN);
            series.add(new Series(name, Form.LINE, bins(outcome.timeline(), "queued"), words));
        }
        var scale = new ChartModel.Scale(Ticks::plain, true, Optional.empty());
        return new ChartModel("Waiting requests", "at the end of each " + bin(time), time, series, scale);
    }

    private static Optional<ChartModel> age(Comparison comparison, ChartModel.Time time) {
        var queue = comparison.outcomes().getFirst().queue();
        if (queue.isEmpty()) {
            return Optional.empty();
        }
        var series = new ArrayList<Series>();
        for (var outcome : comparison.outcomes()) {
            var name = new Series.Name(OLDEST, outcome.option(), Stress.MAIN);
            series.add(new Series(name, Form.LINE, bins(outcome.timeline(), "oldestSeconds"), Figures::seconds));
        }
        var target = queue.get().ageTargetSeconds();
        var limit = new ChartModel.Limit(target, "target " + Figures.seconds(target));
        var scale = new ChartModel.Scale(Ticks::seconds, false, Optional.of(limit));
        return Optional.of(
                new ChartModel("Oldest message", "age at the end of each " + bin(time), time, series, scale));
    }

    /// A bin in words: "minute", "5 minutes".
    static String bin(ChartModel.Time time) {
        var words = Figures.span(Duration.ofMillis(Math.round(time.binSeconds() * 1_000)));
        return words.startsWith("1 ") ? words.substring(2) : words;
    }
}
