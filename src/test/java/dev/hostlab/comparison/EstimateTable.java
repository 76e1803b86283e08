package dev.hostlab.comparison;

import dev.hostlab.estimate.Estimator;
import dev.hostlab.units.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints the table of `src/docs/estimate.md`: estimates of the shipped samples beside exact runs. See there for the
/// command; the argument is the number of replications of the exact runs.
public final class EstimateTable {

    private static final List<String> SAMPLES = List.of(
            "leaving-beanstalk",
            "flash-crowd",
            "retrieval-worker",
            "chat-service",
            "code-assistant",
            "json-api-two-weeks");

    private EstimateTable() {}

    public static void main(String... arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var replications = arguments.length == 0 ? "60" : arguments[0];
        var care = arguments.length < 2 ? Estimator.Care.THOROUGH : Estimator.Care.valueOf(arguments[1]);
        out.println("| sample | option | scales | compute, USD a month: exact | estimate | off by "
                + "| mean wait: exact | estimate | close |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var all = new ArrayList<EstimateError>();
        for (var sample : SAMPLES) {
            var request = EstimateCases.sample(sample, Map.of("replications", replications));
            var errors = EstimateError.of(sample, request, care);
            errors.forEach(error -> out.println(row(error)));
            all.addAll(errors);
        }
        var scaling = all.stream().filter(EstimateError::scales).toList();
        out.println();
        out.println("Cases with scaling: " + scaling.size() + "; close: "
                + scaling.stream().filter(EstimateError::isClose).count() + "; close, or no further off than the "
                + "exact runs' own 95 % intervals allow: "
                + scaling.stream().filter(EstimateError::isWithinInterval).count() + ". All cases: " + all.size()
                + "; close: " + all.stream().filter(EstimateError::isClose).count() + ".");
    }

    private static String row(EstimateError error) {
        var cost = error.compute();
        var wait = error.waitSeconds();
        var off = String.format(Locale.ROOT, "%+.2f %%", 100 * (cost.estimate() / cost.exact() - 1));
        return "| " + error.sample() + " | " + error.option().shortLabel() + " | " + (error.scales() ? "yes" : "no")
                + " | " + money(cost.exact()) + " ± " + money(cost.halfWidth()) + " | " + money(cost.estimate()) + " | "
                + off + " | " + millis(wait.exact()) + " ± " + millis(wait.halfWidth()) + " | "
                + millis(wait.estimate()) + " | " + verdict(error) + " |";
    }

    private static String verdict(EstimateError error) {
        if (error.isClose()) {
            return "yes";
        }
        var what = error.costIsClose() ? "wait" : error.waitIsClose() ? "cost" : "cost and wait";
        return "no: " + what + (error.isWithinInterval() ? ", within the interval" : "");
    }

    private static String money(double usd) {
        return String.format(Locale.ROOT, "%.2f", usd);
    }

    private static String millis(double seconds) {
        return Figures.number(Math.round(seconds * 1e4) / 10.0) + " ms";
    }
}
