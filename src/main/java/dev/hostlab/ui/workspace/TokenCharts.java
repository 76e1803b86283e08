package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.Timeline;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.settings.LedgerEntry;
import dev.hostlab.ui.chart.ChartModel;
import dev.hostlab.ui.chart.Series;
import dev.hostlab.ui.chart.Series.Form;
import dev.hostlab.ui.chart.Series.Stress;
import dev.hostlab.ui.chart.Ticks;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Charts of a service that calls a model: tokens, requests in flight, the first token, calls that the provider
/// refused. All are those of replication 0.
///
/// @param firstToken time to the first token; nothing where the run does not tell
/// @param refused    nothing where the provider refused no call
record TokenCharts(
        ChartModel tokens, ChartModel inFlight, Optional<ChartModel> firstToken, Optional<ChartModel> refused)
        implements CursorCard.Told {

    static final String ASKED = "asked for";
    static final String INPUT = "input";
    static final String OUTPUT = "output";
    static final String PASSED = "passed";
    static final String IN_FLIGHT = "in flight";
    static final String SLOTS = "slots";
    static final String FIRST_P50 = "first token p50";
    static final String FIRST_P95 = "first token p95";
    static final String REFUSED = "refused";

    private static final String INPUT_SERIES = "inputTokens";
    private static final String OUTPUT_SERIES = "outputTokens";
    private static final String QUOTA = "provider.tokensPerMinute";
    /// A quota far above everything would only flatten the lines.
    private static final double FAR = 3;

    /// Nothing where requests have no tokens.
    static Optional<TokenCharts> of(Comparison comparison, ChartModel.Time time) {
        return isThere(comparison)
                ? Optional.of(new TokenCharts(
                        tokens(comparison, time),
                        inFlight(comparison, time),
                        firstToken(comparison, time),
                        refused(comparison, time)))
                : Optional.empty();
    }

    /// Whether any request has tokens.
    static boolean isThere(Comparison comparison) {
        return comparison.outcomes().stream()
                .map(Outcome::timeline)
                .filter(timeline -> timeline.bins() > 0)
                .limit(1)
                .anyMatch(timeline -> any(timeline, INPUT_SERIES) || any(timeline, OUTPUT_SERIES));
    }

    private static boolean any(Timeline timeline, String series) {
        return timeline.has(series) && Arrays.stream(timeline.values(series)).anyMatch(value -> value > 0);
    }

    List<ChartModel> charts() {
        return Stream.of(Stream.of(tokens, inFlight), firstToken.stream(), refused.stream())
                .flatMap(one -> one)
                .toList();
    }

    private static ChartModel tokens(Comparison comparison, ChartModel.Time time) {
        var timeline = comparison.outcomes().getFirst().timeline();
        var perMinute = Behaviour.MINUTE / time.binSeconds();
        var series = new ArrayList<Series>();
        series.add(asked(INPUT, Stress.SECOND, timeline, () -> timeline.values(INPUT_SERIES), perMinute));
        series.add(asked(OUTPUT, Stress.THIRD, timeline, () -> timeline.values(OUTPUT_SERIES), perMinute));
        series.add(asked(ASKED, Stress.MAIN, timeline, () -> sum(timeline), perMinute));
        for (var outcome : comparison.outcomes()) {
            if (outcome.limits().isPresent()) {
                var own = outcome.timeline();
                series.add(new Series(
                        new Series.Name(PASSED, outcome.option(), Stress.MAIN),
                        Form.LINE,
                        Behaviour.bins(own, () -> Behaviour.times(own.values("passedTokens"), perMinute)),
                        tokens -> Figures.count(Math.round(tokens)) + " a minute"));
            }
        }
        var scale = new ChartModel.Scale(Ticks::plain, true, quota(comparison));
        var unit = "a minute: input and output" + (series.size() > 3 ? "; grey: asked for, coloured: passed" : "");
        return new ChartModel("Tokens", unit, time, series, scale);
    }

    private static Series asked(
            String quantity, Stress stress, Timeline timeline, Supplier<double[]> values, double perMinute) {
        return new Series(
                new Series.Name(quantity, null, stress),
                Form.LINE,
                Behaviour.bins(timeline, () -> Behaviour.times(values.get(), perMinute)),
                tokens -> Figures.count(Math.round(tokens)) + " a minute");
    }

    private static double[] sum(Timeline timeline) {
        var input = timeline.values(INPUT_SERIES);
        var output = timeline.values(OUTPUT_SERIES);
        var sum = new double[input.length];
        Arrays.setAll(sum, bin -> input[bin] + output[bin]);
        return sum;
    }

    /// The provider's tokens a minute, where they are near what is asked for.
    private static Optional<ChartModel.Limit> quota(Comparison comparison) {
        var peak = comparison
                .outcomes()
                .getFirst()
                .tokenRates()
                .map(rates -> rates.input().peak() + rates.output().peak())
                .orElse(0.0);
        return setting(comparison, QUOTA)
                .filter(quota -> quota > 0 && quota < FAR * peak)
                .map(quota -> new ChartModel.Limit(quota, "provider's limit " + Figures.count(Math.round(quota))));
    }

    private static Optional<Double> setting(Comparison comparison, String path) {
        return comparison.ledger().stream()
                .filter(entry -> entry.path().equals(path))
                .map(LedgerEntry::value)
                .filter(text -> text.matches("[0-9.]+"))
                .map(Double::valueOf)
                .findFirst();
    }

    private static ChartModel inFlight(Comparison comparison, ChartModel.Time time) {
        var slots = setting(comparison, "service.concurrency").orElse(0.0);
        var series = new ArrayList<Series>();
        for (var outcome : comparison.outcomes()) {
            series.add(new Series(
                    new Series.Name(SLOTS, outcome.option(), Stress.SECOND),
                    Form.STEPS,
                    Behaviour.bins(outcome.timeline(), () -> Behaviour.times(outcome.tasksInService(), slots)),
                    count -> Figures.number(count) + " slots"));
        }
        for (var outcome : comparison.outcomes()) {
            series.add(new Series(
                    new Series.Name(IN_FLIGHT, outcome.option(), Stress.MAIN),
                    Form.LINE,
                    Behaviour.bins(outcome.timeline(), "inFlight"),
                    count -> Figures.number(count) + " in flight"));
        }
        var scale = new ChartModel.Scale(Ticks::plain, true, Optional.empty());
        var unit = "in a slot or in line, at the end of each " + Behaviour.bin(time);
        return new ChartModel("Requests in flight", unit, time, series, scale);
    }

    /// Time from arrival to the first token; nothing where the run does not tell.
    private static Optional<ChartModel> firstToken(Comparison comparison, ChartModel.Time time) {
        if (!comparison.outcomes().getFirst().timeline().has("firstTokenP95Seconds")) {
            return Optional.empty();
        }
        var series = new ArrayList<Series>();
        for (var outcome : comparison.outcomes()) {
            series.add(first(outcome, FIRST_P50, Stress.THIRD, "firstTokenP50Seconds"));
        }
        for (var outcome : comparison.outcomes()) {
            series.add(first(outcome, FIRST_P95, Stress.MAIN, "firstTokenP95Seconds"));
        }
        var scale = new ChartModel.Scale(Ticks::seconds, false, Optional.empty());
        return Optional.of(new ChartModel("First token, p95", "of each " + Behaviour.bin(time), time, series, scale));
    }

    private static Series first(Outcome outcome, String quantity, Stress stress, String values) {
        return new Series(
                new Series.Name(quantity, outcome.option(), stress),
                Form.SPREAD,
                Behaviour.bins(outcome.timeline(), values),
                Figures::seconds);
    }

    /// Nothing where the provider refused no call.
    private static Optional<ChartModel> refused(Comparison comparison, ChartModel.Time time) {
        if (time.shades().isEmpty()) {
            return Optional.empty();
        }
        var series = comparison.outcomes().stream()
                .filter(outcome -> outcome.limits().isPresent())
                .map(outcome -> new Series(
                        new Series.Name(REFUSED, outcome.option(), Stress.MAIN),
                        Form.LINE,
                        Behaviour.bins(outcome.timeline(), "refusedCalls"),
                        calls -> Figures.number(calls) + " refused"))
                .toList();
        var scale = new ChartModel.Scale(Ticks::plain, true, Optional.empty());
        return Optional.of(new ChartModel(
                "Calls refused", "429 from the provider, each " + Behaviour.bin(time), time, series, scale));
    }

    @Override
    public String head(int bin) {
        return "tokens "
                + tokens.series().stream()
                        .filter(line -> line.quantity().equals(ASKED))
                        .findFirst()
                        .orElseThrow()
                        .text(bin);
    }

    @Override
    public String figures(OptionId option, int bin) {
        var words = new ArrayList<String>();
        tokens.find(PASSED, option)
                .ifPresent(line -> words.add("passed " + Figures.count(Math.round(line.value(bin))) + " a minute"));
        inFlight.find(IN_FLIGHT, option).ifPresent(line -> words.add(line.text(bin)));
        firstToken
                .flatMap(chart -> chart.find(FIRST_P95, option))
                .ifPresent(line -> words.add("first token p95 " + line.text(bin)));
        return option.shortLabel() + "  " + String.join(" · ", words);
    }
}
