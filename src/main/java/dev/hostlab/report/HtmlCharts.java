package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.QueueUse;
import dev.hostlab.comparison.Timeline;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.report.chart.TimeAxis;
import dev.hostlab.report.chart.TimeChart;
import dev.hostlab.report.chart.TimeChart.Form;
import dev.hostlab.report.chart.TimeChart.Limit;
import dev.hostlab.report.chart.TimeChart.Plot;
import dev.hostlab.report.chart.TimeChart.Series;
import dev.hostlab.units.Figures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Behaviour over time: replication 0.
///
/// @param wide   charts over the full width, on one time axis
/// @param fleets capacity desired, provisioned and in service, a small chart an option
record HtmlCharts(List<Figure> wide, List<Figure> fleets) {

    private static final Plot LOAD = new Plot(96, 9);
    private static final Plot TALL = new Plot(150, 9);
    private static final Plot SMALL = new Plot(96, 5);
    private static final double MINUTE = 60;

    /// A chart with its title line.
    ///
    /// @param unit   unit of the value axis
    /// @param legend what the lines stand for
    record Figure(String title, String unit, List<Key> legend, String svg) {}

    /// An entry of a legend.
    ///
    /// @param style CSS class of its mark
    record Key(String style, String name) {}

    static HtmlCharts of(Comparison comparison) {
        var drawn = comparison.outcomes().stream()
                .filter(outcome -> outcome.timeline().bins() > 0)
                .toList();
        if (drawn.isEmpty()) {
            return new HtmlCharts(List.of(), List.of());
        }
        var maker = new Maker(comparison, drawn);
        return new HtmlCharts(maker.wide(), drawn.stream().map(maker::fleet).toList());
    }

    private record Maker(TimeAxis time, String bin, List<Outcome> outcomes) {

        Maker(Comparison comparison, List<Outcome> outcomes) {
            this(
                    axis(comparison, outcomes.getFirst().timeline()),
                    Figures.span(Duration.ofMillis(
                            Math.round(outcomes.getFirst().timeline().binSeconds() * 1_000))),
                    outcomes);
        }

        private static TimeAxis axis(Comparison comparison, Timeline timeline) {
            return new TimeAxis(
                    comparison.workload().from(),
                    Math.max(1, timeline.bins() * timeline.binSeconds()),
                    EventFacts.of(comparison).marks(),
                    BoundSpans.of(comparison));
        }

        List<Figure> wide() {
            var charts = List.of(
                    load(),
                    capacity(),
                    response(),
                    firstToken(),
                    queue(),
                    age(),
                    lost(),
                    tokens(),
                    inFlight(),
                    refused());
            return charts.stream().flatMap(Optional::stream).toList();
        }

        private Optional<Figure> load() {
            var timeline = outcomes.getFirst().timeline();
            var arrived = scaled(values(timeline, "arrived"), MINUTE / timeline.binSeconds());
            var series = List.of(new Series("Requests a minute", "load", Form.AREA, arrived));
            var chart =
                    new TimeChart("Load over time", time, LOAD, series, Optional.empty(), true, TimeChart::plainTick);
            var shaded = time.spans().isEmpty() ? List.<Key>of() : List.of(new Key("bound", BoundSpans.WORDS));
            return Optional.of(new Figure("Load", "requests a minute", shaded, chart.svg()));
        }

        private Optional<Figure> capacity() {
            var series = outcomes.stream()
                    .map(outcome -> line(outcome, Form.STEPS, outcome.tasksInService()))
                    .toList();
            var chart = new TimeChart(
                    "Capacity in service over time", time, TALL, series, Optional.empty(), true, TimeChart::plainTick);
            return Optional.of(new Figure("Capacity in service", "tasks", legend(), chart.svg()));
        }

        private Optional<Figure> response() {
            var target = outcomes.getFirst().slo().targetSeconds();
            var limit = new Limit("objective " + Figures.seconds(target), target);
            return lines("Response time, 95th percentile", "seconds, each " + each(bin), "p95Seconds")
                    .limit(Optional.of(limit))
                    .figure(legend());
        }

        /// From arrival to the first token; nothing where answers are not streamed.
        private Optional<Figure> firstToken() {
            return lines("First token, 95th percentile", "seconds, each " + each(bin), "firstTokenP95Seconds")
                    .figure(legend());
        }

        /// Of services that call a model, whose slots run out before their CPU does.
        private Optional<Figure> inFlight() {
            return outcomes.getFirst().tokenRates().isEmpty()
                    ? Optional.empty()
                    : lines("Requests in flight", "in a slot or in line, at the end of each " + each(bin), "inFlight")
                            .figure(legend());
        }

        /// With what the trace says of its own queue.
        private Optional<Figure> queue() {
            var simulated = lines("Waiting requests", "at the end of each " + each(bin), "queued");
            var observed = values(outcomes.getFirst().timeline(), "observedQueued");
            if (observed.length == 0) {
                return simulated.figure(legend());
            }
            var trace = new Series("In the trace", "line desired", Form.LINE, observed);
            var keys = Stream.concat(legend().stream(), Stream.of(new Key("desired", "in the trace")));
            return simulated.with(trace).figure(keys.toList());
        }

        /// Of the oldest message in a central queue; nothing where there is none.
        private Optional<Figure> age() {
            var target = outcomes.getFirst().queue().map(QueueUse::ageTargetSeconds);
            return target.flatMap(seconds -> lines("Age of the oldest message", "seconds", "oldestSeconds")
                    .limit(Optional.of(new Limit("target " + Figures.seconds(seconds), seconds)))
                    .figure(legend()));
        }

        private Optional<Figure> lost() {
            var lines = outcomes.stream()
                    .map(outcome -> line(outcome, Form.LINE, lost(outcome.timeline())))
                    .toList();
            return new Lines("Requests lost", "a minute: rejected, timed out or failed", time, lines, Optional.empty())
                    .figure(legend());
        }

        /// Tokens of the requests, and of those that the provider took; nothing where there are none.
        private Optional<Figure> tokens() {
            var timeline = outcomes.getFirst().timeline();
            var input = values(timeline, "inputTokens");
            var output = values(timeline, "outputTokens");
            var offered = new double[input.length];
            Arrays.setAll(offered, bin -> input[bin] + output[bin]);
            var perMinute = MINUTE / timeline.binSeconds();
            var lines = outcomes.stream()
                    .map(outcome ->
                            line(outcome, Form.LINE, scaled(values(outcome.timeline(), "passedTokens"), perMinute)))
                    .toList();
            var keys = Stream.concat(legend().stream(), Stream.of(new Key("desired", "of all requests")));
            return new Lines("Tokens passed to the model", "a minute, input and output", time, lines, Optional.empty())
                    .with(new Series("Of all requests", "line desired", Form.LINE, scaled(offered, perMinute)))
                    .figure(keys.toList());
        }

        private Optional<Figure> refused() {
            return lines("Calls refused by the model provider", "429 in each " + each(bin), "refusedCalls")
                    .figure(legend());
        }

        private static double[] lost(Timeline timeline) {
            var lost = new double[timeline.bins()];
            for (var name : List.of("rejected", "timedOut", "failed")) {
                var values = values(timeline, name);
                for (var i = 0; i < values.length; i++) {
                    lost[i] += values[i] * MINUTE / timeline.binSeconds();
                }
            }
            return lost;
        }

        private Lines lines(String title, String unit, String name) {
            var lines = outcomes.stream()
                    .map(outcome -> line(outcome, Form.LINE, values(outcome.timeline(), name)))
                    .toList();
            return new Lines(title, unit, time, lines, Optional.empty());
        }

        private static Series line(Outcome outcome, Form form, double[] values) {
            return new Series(
                    outcome.option().label(), "line " + outcome.option().id(), form, values);
        }

        private List<Key> legend() {
            return outcomes.stream().map(outcome -> key(outcome.option())).toList();
        }

        Figure fleet(Outcome outcome) {
            var series = List.of(
                    new Series("Desired", "line desired", Form.STEPS, values(outcome.timeline(), "desired")),
                    new Series(
                            "Provisioned", "line provisioned", Form.STEPS, values(outcome.timeline(), "provisioned")),
                    line(outcome, Form.STEPS, values(outcome.timeline(), "inService")));
            var chart = new TimeChart(
                    outcome.option().label() + ": desired, provisioned and in service",
                    time,
                    SMALL,
                    series,
                    Optional.empty(),
                    true,
                    TimeChart::plainTick);
            var legend = List.of(
                    new Key("desired", "desired"),
                    new Key("provisioned", "provisioned"),
                    new Key(outcome.option().id(), "in service"));
            return new Figure(outcome.option().label(), outcome.capacity().unit() + "s", legend, chart.svg());
        }
    }

    /// Lines of all options against one axis.
    private record Lines(String title, String unit, TimeAxis time, List<Series> series, Optional<Limit> limit) {

        Lines with(Series more) {
            return new Lines(
                    title,
                    unit,
                    time,
                    Stream.concat(Stream.of(more), series.stream()).toList(),
                    limit);
        }

        Lines limit(Optional<Limit> other) {
            return new Lines(title, unit, time, series, other);
        }

        /// Nothing where no line leaves zero.
        Optional<Figure> figure(List<Key> legend) {
            Function<BigDecimal, String> tick =
                    limit.isPresent() ? v -> TimeChart.plainTick(v) + " s" : TimeChart::plainTick;
            var chart = new TimeChart(title + " over time", time, TALL, series, limit, limit.isEmpty(), tick);
            return chart.isEmpty() ? Optional.empty() : Optional.of(new Figure(title, unit, legend, chart.svg()));
        }
    }

    static Key key(OptionId option) {
        return new Key(option.id(), option.shortLabel());
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    /// "each minute", "each 5 minutes".
    private static String each(String span) {
        return span.startsWith("1 ") ? span.substring(2) : span;
    }

    private static double[] values(Timeline timeline, String name) {
        return timeline.series().stream()
                .filter(series -> series.name().equals(name))
                .findFirst()
                .map(Timeline.Series::values)
                .orElseGet(() -> new double[0]);
    }
}
