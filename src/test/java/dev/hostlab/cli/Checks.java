package dev.hostlab.cli;

import dev.hostlab.theory.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import tools.jackson.databind.JsonNode;

/// Counts how simulated figures compare with known ones. A figure agrees where it lies within five standard errors; of
/// all figures about 5 % must lie outside their 95 % interval, or the intervals say too little or too much.
final class Checks {

    /// The recorder's buckets are at most this wide, relative to what they hold.
    private static final double BUCKET = 1.0 / 256;
    private static final double MOST_STANDARD_ERRORS = 5;
    private static final double LIMIT_OF_MANY = 0.02;

    private final int replications;
    private final double quantile;
    private final List<String> disagreements = new ArrayList<>();
    private int checks;
    private int misses;
    private double worst;
    private String worstOf = "";

    /// @param replications that every half-width is over
    Checks(int replications) {
        this.replications = replications;
        quantile = new TDistribution(null, replications - 1).inverseCumulativeProbability(0.975);
    }

    /// Compares every figure that is known.
    void row(Truth truth, JsonNode json) {
        truth.answers().forEach((figure, answer) -> {
            var found = json.get(figure.id());
            var slack = truth.kind().equals("asymptotic") ? LIMIT_OF_MANY : isPercentile(figure) ? BUCKET : 0;
            check(truth.id() + " " + figure.id(), found, answer, slack);
        });
    }

    /// Compares one figure.
    ///
    /// @param slack relative error that is known to be there beyond chance
    void check(String name, JsonNode found, Truth.Answer answer, double slack) {
        var mean = found.get("mean").asDouble();
        var halfWidth = found.get("halfWidth95").asDouble();
        var gap = Math.max(0, Math.abs(mean - answer.value()) - slack * Math.abs(answer.value()));
        if (isDegenerate(answer.value(), halfWidth)) {
            if (answer.value() != 0 || halfWidth == 0) {
                require(gap <= 1e-9 * Math.max(1, Math.abs(answer.value())), name, mean, halfWidth, answer);
            }
            return;
        }
        checks++;
        var both = Math.hypot(halfWidth, answer.halfWidth95());
        misses += gap > both ? 1 : 0;
        var standardErrors = gap / both * quantile;
        if (standardErrors > worst) {
            worst = standardErrors;
            worstOf = name;
        }
        require(standardErrors <= MOST_STANDARD_ERRORS, name, mean, halfWidth, answer);
    }

    private void require(boolean agrees, String name, double mean, double halfWidth, Truth.Answer answer) {
        if (!agrees) {
            disagreements.add(name + ": " + mean + " ± " + halfWidth + " against " + answer);
        }
    }

    /// Nothing random, or a percentile on the atom at 0, where an interval says nothing.
    private static boolean isDegenerate(double value, double halfWidth) {
        return halfWidth == 0 || value == 0;
    }

    private static boolean isPercentile(Figure figure) {
        return figure.id().contains("_p");
    }

    int replications() {
        return replications;
    }

    int checks() {
        return checks;
    }

    double missedShare() {
        return (double) misses / checks;
    }

    List<String> disagreements() {
        return disagreements;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d checks, %d outside their 95 %% interval (%.1f %%), largest deviation %.2f standard errors (%s)",
                checks,
                misses,
                100 * missedShare(),
                worst,
                worstOf);
    }
}
