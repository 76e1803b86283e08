package dev.hostlab.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Compares the engine with every known answer at full length: `mvn -Ptruth verify`, a quarter of an hour on two cores.
/// Arguments: threads, then names of rows for a part of them.
///
/// Twenty replications of a million requests each, five million where one or a hundred servers are loaded to 95 %, after
/// a warm-up of 50,000.
public final class WholeTruth {

    private static final int REPLICATIONS = 20;
    private static final double WIDEST = 0.03;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Checks checks = new Checks(REPLICATIONS);
    private int tooWide;

    private WholeTruth() {}

    /// Exits with 1 if anything disagrees.
    public static void main(String... arguments) {
        var whole = new WholeTruth();
        whole.queues(arguments);
        System.exit(whole.verdict());
    }

    private void queues(String... arguments) {
        var threads = arguments.length == 0 ? "2" : arguments[0];
        for (var truth : Truth.queues()) {
            if (arguments.length > 1 && !java.util.Arrays.asList(arguments).contains(truth.id())) {
                continue;
            }
            var requests = truth.id().matches("M[MD]1-95|MM100-95") ? 5_000_000 : 1_000_000;
            var ran = truth.run(
                    "--replications",
                    Integer.toString(REPLICATIONS),
                    "--requests",
                    Integer.toString(requests),
                    "--threads",
                    threads);
            if (ran.code() != 0) {
                out.println(truth.id() + ": " + ran.err());
                tooWide++;
                continue;
            }
            var json = ran.json();
            var before = checks.disagreements().size();
            checks.row(truth, json);
            var wait = json.get("Wq");
            var width = wait.get("halfWidth95").asDouble() / Math.max(1e-300, wait.get("mean").asDouble());
            var canBeNarrow = truth.requestsFor1Pct() < 9 * 1e7;
            var wide = canBeNarrow && width > WIDEST;
            tooWide += wide ? 1 : 0;
            out.printf(
                    Locale.ROOT,
                    "%-16s Wq %.6g, half-width %.2f %%%s, %.1f M requests/s%n",
                    truth.id(),
                    wait.get("mean").asDouble(),
                    100 * width,
                    wide ? " TOO WIDE" : "",
                    json.get("requestsPerSecond").asDouble() / 1e6);
            checks.disagreements().stream().skip(before).forEach(out::println);
        }
    }

    private int verdict() {
        out.println(checks);
        var share = checks.missedShare();
        var agrees = checks.disagreements().isEmpty() && share >= 0.01 && share <= 0.12 && tooWide == 0;
        out.println(agrees ? "Everything agrees." : "There is disagreement.");
        return agrees ? 0 : 1;
    }
}
