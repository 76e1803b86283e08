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
import java.util.TreeMap;

/// Prints the tables of `src/docs/estimate.md`: estimates of the shipped samples beside exact runs. See there for the
/// command. The first argument is the number of replications of the exact runs, of which cases with much chance have
/// some multiple; the second is `samples` or `held-out`.
public final class EstimateTable {

    /// The shipped samples as they are.
    private static final List<Case> SAMPLES = List.of(
            new Case("leaving-beanstalk", 3, Map.of()),
            new Case("flash-crowd", 1, Map.of()),
            new Case("retrieval-worker", 10, Map.of()),
            new Case("chat-service", 8, Map.of()),
            new Case("code-assistant", 33, Map.of()),
            new Case("json-api-two-weeks", 1, Map.of()));

    /// Settings that nobody looked at while the estimate was made.
    private static final List<Case> HELD_OUT = List.of(
            new Case("chat-service", 5, Map.of("preset", "aws-defaults")),
            new Case("retrieval-worker", 5, Map.of("preset", "aws-defaults")),
            new Case("code-assistant", 15, Map.of("preset", "aws-defaults")),
            new Case(
                    "chat-service",
                    5,
                    Map.of("fargate.scaling.target", "45", "ecs-ec2.scaling.target", "45", "seed", "7")),
            new Case("chat-service", 5, Map.of("ecs-ec2.placement", "zones-binpack", "service.concurrency", "6")),
            new Case(
                    "retrieval-worker",
                    5,
                    Map.of("ecs-ec2.placement", "spread", "fargate.scaling.target", "40", "seed", "11")),
            new Case(
                    "code-assistant",
                    15,
                    Map.of("service.concurrency", "16", "fargate.routing", "round-robin", "seed", "5")),
            new Case(
                    "code-assistant",
                    15,
                    Map.of("fargate.scaling.target", "35", "ecs-ec2.scaling.target", "80", "seed", "3")));

    /// One request to estimate.
    ///
    /// @param times    multiple of the replications, more where chance decides more
    /// @param settings over the defaults
    private record Case(String sample, int times, Map<String, String> settings) {

        ComparisonRequest request(int replications) throws IOException {
            var all = new TreeMap<>(settings);
            all.put("options", "beanstalk,ecs-ec2,fargate");
            all.put("replications", Integer.toString(replications * times));
            return EstimateCases.sample(sample, all);
        }

        String name() {
            var changed = new TreeMap<>(settings);
            return changed.isEmpty()
                    ? sample
                    : sample + ", " + changed.toString().replaceAll("[{}]", "");
        }
    }

    private EstimateTable() {}

    public static void main(String... arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var replications = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
        var cases = arguments.length < 2 || arguments[1].equals("samples") ? SAMPLES : HELD_OUT;
        out.println("| sample | option | scales | compute, USD a month: exact | estimate | off by "
                + "| mean wait: exact | estimate | close |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var all = new ArrayList<EstimateError>();
        for (var each : cases) {
            var errors = EstimateError.of(each.name(), each.request(replications), Estimator.Care.THOROUGH);
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
