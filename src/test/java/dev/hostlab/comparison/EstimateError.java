package dev.hostlab.comparison;

import dev.hostlab.estimate.Estimator;
import dev.hostlab.hosting.OptionId;
import java.util.ArrayList;
import java.util.List;

/// An estimate of one option beside the exact run of the same request.
///
/// @param sample      name of the sample
/// @param option      which option
/// @param scales      whether the exact run decided anything
/// @param compute     USD of a month for instances or tasks
/// @param waitSeconds mean wait
record EstimateError(String sample, OptionId option, boolean scales, Pair compute, Pair waitSeconds) {

    private static final double COST_ERROR = 0.01;
    private static final double WAIT_ERROR = 0.3;
    private static final double WAIT_FLOOR_SECONDS = 0.010;

    /// @param exact     mean over replications
    /// @param halfWidth its 95 % half-width
    /// @param estimate  the estimate
    record Pair(double exact, double halfWidth, double estimate) {

        double off() {
            return Math.abs(estimate - exact);
        }
    }

    /// Every option of a request.
    static List<EstimateError> of(String sample, ComparisonRequest request, Estimator.Care care) {
        var exact = new Comparer(request).compare(Runtime.getRuntime().availableProcessors(), Watcher.NONE);
        var estimate = Estimates.of(request).compare(request, care, Watcher.NONE);
        var errors = new ArrayList<EstimateError>();
        for (var index = 0; index < exact.outcomes().size(); index++) {
            var run = exact.outcomes().get(index);
            var guess = estimate.outcomes().get(index);
            var wait = run.waiting().orElseThrow().mean();
            errors.add(new EstimateError(
                    sample,
                    run.option(),
                    !run.decisions().isEmpty() || !guess.decisions().isEmpty(),
                    new Pair(compute(run), run.monthlyBill().halfWidth95(), compute(guess)),
                    new Pair(
                            wait.mean(),
                            wait.halfWidth95(),
                            guess.waiting().orElseThrow().mean().mean())));
        }
        return errors;
    }

    boolean costIsClose() {
        return compute.off() <= COST_ERROR * compute.exact;
    }

    boolean waitIsClose() {
        return waitSeconds.off() <= Math.max(WAIT_ERROR * waitSeconds.exact, WAIT_FLOOR_SECONDS);
    }

    boolean isClose() {
        return costIsClose() && waitIsClose();
    }

    /// Whether the misses are within what the replications themselves leave open.
    boolean isWithinInterval() {
        return compute.off() <= COST_ERROR * compute.exact + compute.halfWidth
                && waitSeconds.off()
                        <= Math.max(WAIT_ERROR * waitSeconds.exact, WAIT_FLOOR_SECONDS) + waitSeconds.halfWidth;
    }

    private static double compute(Outcome outcome) {
        return outcome.cost().monthly().lines().stream()
                .filter(line -> line.group().equals("compute"))
                .mapToDouble(line -> line.usd().toDouble())
                .sum();
    }
}
