package dev.hostlab.comparison;

import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.units.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How sure a comparison has to be before it ends: total cost, mean and 95th percentile of the response time of every
/// option, each to within a relative half-width. The number of replications follows from what was simulated, never
/// from the clock.
///
/// Source: sequential procedure with a relative precision, Law, "Simulation Modeling and Analysis", 5th ed. 2015,
/// section 9.4.1.
///
/// @param wanted relative half-width, such as 0.01; 0 where the number of replications is fixed
/// @param first  replications to begin with
/// @param most   replications never to be exceeded
record Precision(double wanted, int first, int most) {

    private static final int LEAST_FOR_AN_INTERVAL = 2;
    private static final double PERCENT = 100;
    private static final int MOST_GROWTH = 2;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    /// A figure and how sure it is.
    private record Figure(String name, Sampled value) {

        double relativeHalfWidth() {
            return value.hasInterval() && value.mean() != 0 ? value.halfWidth95() / Math.abs(value.mean()) : 0;
        }
    }

    static Precision of(Settings settings) {
        var wanted = settings.get(RunParameters.HALF_WIDTH_PERCENT) / PERCENT;
        var replications = settings.get(RunParameters.REPLICATIONS);
        if (wanted == 0) {
            return new Precision(0, replications, replications);
        }
        var first = Math.max(LEAST_FOR_AN_INTERVAL, replications);
        return new Precision(wanted, first, Math.max(first, settings.get(RunParameters.MAX_REPLICATIONS)));
    }

    /// Whether the number of replications depends on what they show.
    boolean isWanted() {
        return wanted > 0;
    }

    /// How many replications there shall be: as many as there are where these do, else what they promise to take,
    /// as half-widths shrink with the square root of their number; twice as many at most in one step.
    int next(List<Outcome> outcomes, int replications) {
        var excess = leastSure(outcomes).map(Figure::relativeHalfWidth).orElse(0.0) / wanted;
        if (!isWanted() || excess <= 1) {
            return replications;
        }
        var promised = Math.ceil(Math.min(MOST_GROWTH, excess * excess) * replications);
        return Math.min(most, Math.max(replications + 1, (int) promised));
    }

    /// What a reader should know about how the number of replications came about.
    List<String> notices(List<Outcome> outcomes, int replications) {
        var worst = leastSure(outcomes);
        if (!isWanted() || worst.isEmpty()) {
            return List.of();
        }
        var half = worst.get().relativeHalfWidth();
        var count = Figures.count(replications);
        if (half <= wanted) {
            return List.of(
                    "After " + count + " replications the total and the mean and p95 response time of every option"
                            + " are known to within " + percent(wanted) + ", as asked.");
        }
        return List.of("Stopped at " + count + " replications, the most allowed: the "
                + worst.get().name() + " is known to ±" + percent(half) + "; " + percent(wanted) + " was asked for.");
    }

    private static Optional<Figure> leastSure(List<Outcome> outcomes) {
        var figures = new ArrayList<Figure>();
        for (var outcome : outcomes) {
            var option = " of " + outcome.option().shortLabel();
            figures.add(new Figure("total" + option, outcome.totalMonthly()));
            outcome.response().ifPresent(response -> {
                figures.add(new Figure("mean response time" + option, response.mean()));
                figures.add(new Figure("p95 response time" + option, response.p95()));
            });
        }
        return figures.stream().max(Comparator.comparingDouble(Figure::relativeHalfWidth));
    }

    private static String percent(double share) {
        var digits = new BigDecimal(share * PERCENT).round(TWO_DIGITS);
        return digits.stripTrailingZeros().toPlainString() + " %";
    }
}
