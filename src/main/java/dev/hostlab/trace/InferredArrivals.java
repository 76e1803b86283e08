package dev.hostlab.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Arrivals of a trace that tells how deep a queue was and not what came.
///
/// While a queue stands at the end of a bin its workers are taken to have been busy all through it, so what came is
/// the growth of the queue and what they completed. Where it ends empty nobody can tell what came and went; only what
/// the depth shows is counted, which is a lower bound. How much they complete is said by the user, or else the steepest
/// fall of the depth: at least so much was completed then.
///
/// Depths are taken as those at the starts of bins.
final class InferredArrivals {

    private static final MathContext SHOWN = new MathContext(6);

    private static final double NANOS_PER_MINUTE = 60e9;

    private InferredArrivals() {}

    /// Whether the columns have queue depths and no requests.
    static boolean isNeeded(Collection<TraceColumn> columns) {
        return columns.contains(TraceColumn.QUEUE_DEPTH) && !columns.contains(TraceColumn.REQUESTS);
    }

    /// Refuses a file that needs it and may not have it.
    static void require(long line, ImportChoices choices, IssueLog log) {
        if (!choices.infersArrivals()) {
            log.add(
                    TraceProblem.MISSING_COLUMN,
                    line,
                    TraceColumn.REQUESTS.header(),
                    "There are queue depths and no requests. With --infer-arrivals (arrivals: inferred) what came is"
                            + " worked out of the depths, by an assumption on what workers completed.");
        }
    }

    /// The messages that came in each bin.
    ///
    /// @param depth      messages waiting at the start of each bin
    /// @param widthNanos width of each bin
    static double[] of(double[] depth, long[] widthNanos, ImportChoices choices, IssueLog log) {
        var said = choices.completedPerMinute();
        var perMinute = said.orElseGet(() -> steepestFall(depth, widthNanos));
        var arrivals = new double[depth.length];
        var guessed = 0;
        for (var bin = 0; bin < depth.length; bin++) {
            var next = bin + 1 < depth.length ? depth[bin + 1] : depth[bin];
            var completed = perMinute * widthNanos[bin] / NANOS_PER_MINUTE;
            arrivals[bin] = Math.max(0, next - depth[bin] + (next > 0 ? completed : 0));
            guessed += next > 0 ? 0 : 1;
        }
        tell(perMinute, said, guessed, log);
        return arrivals;
    }

    /// Messages a minute by which the depth fell most.
    private static double steepestFall(double[] depth, long[] widthNanos) {
        var most = 0.0;
        for (var bin = 0; bin + 1 < depth.length; bin++) {
            most = Math.max(most, (depth[bin] - depth[bin + 1]) * NANOS_PER_MINUTE / widthNanos[bin]);
        }
        return most;
    }

    private static void tell(double perMinute, Optional<Double> said, int guessed, IssueLog log) {
        var shown = BigDecimal.valueOf(perMinute).round(SHOWN).stripTrailingZeros();
        var rate = String.format(Locale.ROOT, "%,." + Math.max(0, shown.scale()) + "f", shown);
        var source = said.isPresent() ? "as you said" : "the steepest fall of the depth";
        log.infer("completed a minute", rate + " while a queue stands: " + source, Choice.COMPLETED);
        log.note("Arrivals are inferred from queue depths: growth of the queue and " + rate
                + " messages completed a minute while one stands (" + source + ")."
                + (guessed == 0
                        ? ""
                        : " In " + guessed + " bins the queue ends empty, so what came then is a lower bound."));
    }
}
