package dev.hostlab.comparison;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Compares sampled windows with exact runs: `WindowBias TRACE PERCENT SEEDS [PATH=VALUE…]` prints, for each option
/// and figure, what exact runs find, what windows find in the mean over seeds, and how often the intervals of both
/// meet. Made for `src/docs/long-horizons.md`.
public final class WindowBias {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final Map<String, Function<Outcome, Sampled>> FIGURES = figures();

    private WindowBias() {}

    private static Map<String, Function<Outcome, Sampled>> figures() {
        var figures = new LinkedHashMap<String, Function<Outcome, Sampled>>();
        figures.put("bill, USD a month", Outcome::monthlyBill);
        figures.put("people, h a month", Outcome::effortHours);
        figures.put("mean wait, s", outcome -> outcome.waiting().orElseThrow().mean());
        figures.put("p99 wait, s", outcome -> outcome.waiting().orElseThrow().p99());
        figures.put(
                "mean response, s", outcome -> outcome.response().orElseThrow().mean());
        figures.put(
                "p95 response, s", outcome -> outcome.response().orElseThrow().p95());
        figures.put("within the SLO", outcome -> outcome.slo().attainment());
        figures.put("lost", outcome -> new Sampled(outcome.failedShare(), 0, 1));
        figures.put("mean tasks", outcome -> new Sampled(outcome.capacity().meanTasks(), 0, 1));
        return figures;
    }

    public static void main(String... arguments) throws IOException {
        var trace = Path.of(arguments[0]);
        var seeds = Integer.parseInt(arguments[2]);
        var settings = new LinkedHashMap<String, String>();
        for (var index = 3; index < arguments.length; index++) {
            var equals = arguments[index].indexOf('=');
            settings.put(arguments[index].substring(0, equals), arguments[index].substring(equals + 1));
        }
        var exact = compare(trace, settings);
        settings.put("sampling.percent", arguments[1]);
        var sampled = new ArrayList<Comparison>();
        for (var seed = 1; seed <= seeds; seed++) {
            settings.put("seed", Integer.toString(seed));
            sampled.add(compare(trace, settings));
        }
        var first = sampled.getFirst().windows().orElseThrow();
        OUT.printf(Locale.ROOT, "%s, %s%n%n", trace.getFileName(), first);
        OUT.println(
                "| option | figure | exact | sampled, mean of seeds | off by | half-width of one | intervals meet |");
        for (var option = 0; option < exact.outcomes().size(); option++) {
            print(option, exact, sampled);
        }
    }

    private static Comparison compare(Path trace, Map<String, String> settings) throws IOException {
        return new Comparer(EstimateCases.request(trace, settings)).compare(2, Watcher.NONE);
    }

    private static void print(int option, Comparison exact, List<Comparison> sampled) {
        for (var figure : FIGURES.entrySet()) {
            var truth = figure.getValue().apply(exact.outcomes().get(option));
            var found = sampled.stream()
                    .map(comparison ->
                            figure.getValue().apply(comparison.outcomes().get(option)))
                    .toList();
            var mean = Sampled.of(found.stream().mapToDouble(Sampled::mean).toArray());
            var width =
                    found.stream().mapToDouble(Sampled::halfWidth95).average().orElse(0);
            var met = found.stream()
                    .filter(one ->
                            Math.abs(one.mean() - truth.mean()) <= Math.hypot(one.halfWidth95(), truth.halfWidth95()))
                    .count();
            OUT.printf(
                    Locale.ROOT,
                    "| %s | %s | %.4g ± %.2g | %.4g ± %.2g | %+.1f %% | ± %.0f %% | %d of %d |%n",
                    exact.outcomes().get(option).option().shortLabel(),
                    figure.getKey(),
                    truth.mean(),
                    truth.halfWidth95(),
                    mean.mean(),
                    mean.halfWidth95(),
                    truth.mean() == 0 ? 0 : 100 * (mean.mean() / truth.mean() - 1),
                    truth.mean() == 0 ? 0 : 100 * width / truth.mean(),
                    met,
                    sampled.size());
        }
    }
}
