package dev.hostlab.estimate;

import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.RequestArrivals;
import java.util.Optional;

/// A workload as rates: requests and tokens in steps of equal width. Made once for a workload; the estimates of all
/// options share it.
///
/// Bins of a minute or more become minutes, spread evenly; a trace that knows each request or each second keeps its
/// seconds, since volleys that are over within seconds make the line that people wait in.
public final class LoadCurve {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    /// Finer steps than a minute only up to this many: two days of seconds.
    private static final long MOST_FINE_STEPS = 172_800;
    /// Single requests are played one by one up to this many.
    private static final int MOST_KNOWN = 100_000;
    private static final int EFFORT_OF_A_REQUEST = 1;

    private final long stepNanos;
    private final long horizonNanos;
    private final boolean hasTokens;
    private final double binSeconds;
    private final Optional<RequestArrivals> known;
    private final double[] requests;
    private final double[] inputTokens;
    private final double[] outputTokens;

    private LoadCurve(Arrivals arrivals, long stepNanos, double binSeconds) {
        this.stepNanos = stepNanos;
        this.binSeconds = binSeconds;
        horizonNanos = arrivals.horizonNanos();
        known = arrivals instanceof RequestArrivals single && single.count() <= MOST_KNOWN
                ? Optional.of(single)
                : Optional.empty();
        hasTokens = arrivals.hasTokens();
        var steps = Math.toIntExact(Math.ceilDiv(horizonNanos, stepNanos));
        requests = new double[steps];
        inputTokens = new double[hasTokens ? steps : 0];
        outputTokens = new double[hasTokens ? steps : 0];
    }

    public static LoadCurve of(Arrivals arrivals) {
        var horizon = arrivals.horizonNanos();
        return switch (arrivals) {
            case BinnedArrivals bins -> ofBins(bins);
            case RequestArrivals single -> {
                var step = horizon / SECOND <= MOST_FINE_STEPS ? SECOND : MINUTE;
                var curve = new LoadCurve(single, step, 0);
                curve.add(single);
                yield curve;
            }
            case PoissonArrivals steady -> {
                var curve = new LoadCurve(steady, MINUTE, Double.POSITIVE_INFINITY);
                curve.spread(0, horizon, new double[] {steady.requests(), 0, 0});
                yield curve;
            }
        };
    }

    private static LoadCurve ofBins(BinnedArrivals bins) {
        var narrowest = Long.MAX_VALUE;
        for (var bin = 0; bin < bins.bins(); bin++) {
            narrowest = Math.min(narrowest, bins.widthNanos(bin));
        }
        var fine = narrowest < MINUTE && bins.horizonNanos() / SECOND <= MOST_FINE_STEPS;
        var curve = new LoadCurve(bins, fine ? SECOND : MINUTE, (double) bins.horizonNanos() / bins.bins() / SECOND);
        var from = 0L;
        for (var bin = 0; bin < bins.bins(); bin++) {
            var to = from + bins.widthNanos(bin);
            curve.spread(from, to, new double[] {bins.requests(bin), bins.inputTokens(bin), bins.outputTokens(bin)});
            from = to;
        }
        return curve;
    }

    /// Width of a step in nanoseconds.
    long stepNanos() {
        return stepNanos;
    }

    public long horizonNanos() {
        return horizonNanos;
    }

    boolean hasTokens() {
        return hasTokens;
    }

    /// The requests one by one, where the trace tells them and they are few enough to be played so.
    Optional<RequestArrivals> known() {
        return known;
    }

    /// Whether the trace says for each request when it comes and how many tokens it has.
    boolean knowsEachRequest() {
        return binSeconds == 0;
    }

    /// The part of Poisson's variance that is left in the count of a period: within a bin, whose count is known,
    /// requests fall at random.
    double countNoise(double periodSeconds) {
        return binSeconds > periodSeconds ? 1 - periodSeconds / binSeconds : 0;
    }

    /// What one pass costs, in steps of a fluid.
    int effort() {
        return steps() + EFFORT_OF_A_REQUEST * known.map(RequestArrivals::count).orElse(0);
    }

    int steps() {
        return requests.length;
    }

    double requests(int step) {
        return requests[step];
    }

    /// Requests a second in a step; the last one may be cut short by the horizon.
    double perSecond(int step) {
        var nanos = step == requests.length - 1 ? horizonNanos - step * stepNanos : stepNanos;
        return requests[step] * SECOND / nanos;
    }

    double inputTokens(int step) {
        return hasTokens ? inputTokens[step] : 0;
    }

    double outputTokens(int step) {
        return hasTokens ? outputTokens[step] : 0;
    }

    private void add(RequestArrivals single) {
        for (var request = 0; request < single.count(); request++) {
            var step = (int) (Math.min(single.atNanos(request), horizonNanos - 1) / stepNanos);
            put(step, 1, new double[] {1, single.inputTokens(request), single.outputTokens(request)});
        }
    }

    /// Spreads what came between two times evenly over the steps that they touch.
    private void spread(long from, long to, double[] amounts) {
        for (var start = from; start < to; ) {
            var step = start / stepNanos;
            var end = Math.min(to, (step + 1) * stepNanos);
            put((int) step, (double) (end - start) / (to - from), amounts);
            start = end;
        }
    }

    private void put(int step, double part, double[] amounts) {
        requests[step] += amounts[0] * part;
        if (hasTokens) {
            inputTokens[step] += amounts[1] * part;
            outputTokens[step] += amounts[2] * part;
        }
    }
}
