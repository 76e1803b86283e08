package dev.hostlab.theory;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// Percentiles from the chance of being above a value.
final class WaitingTimes {

    private static final int PANELS = 512;
    private static final double ACCURACY = 1e-11;

    private WaitingTimes() {}

    /// Percentiles of wait and response.
    ///
    /// @param wait     chance that a wait is longer than so many seconds
    /// @param response the same of the response
    /// @param scale    seconds to begin the search with, such as a mean
    static Map<Figure, Double> percentiles(DoubleUnaryOperator wait, DoubleUnaryOperator response, double scale) {
        var found = new EnumMap<Figure, Double>(Figure.class);
        found.put(Figure.WQ_P50, percentile(wait, 0.50, scale));
        found.put(Figure.WQ_P95, percentile(wait, 0.95, scale));
        found.put(Figure.WQ_P99, percentile(wait, 0.99, scale));
        found.put(Figure.W_P50, percentile(response, 0.50, scale));
        found.put(Figure.W_P95, percentile(response, 0.95, scale));
        found.put(Figure.W_P99, percentile(response, 0.99, scale));
        return found;
    }

    /// The least time that a share of `p` does not exceed.
    static double percentile(DoubleUnaryOperator tail, double p, double scale) {
        var above = 1 - p;
        if (tail.applyAsDouble(0) <= above) {
            return 0;
        }
        var high = scale;
        while (tail.applyAsDouble(high) > above) {
            high *= 2;
        }
        return new BrentSolver(ACCURACY, ACCURACY * scale)
                .solve(200, time -> tail.applyAsDouble(time) - above, 0, high);
    }

    /// The tail of a wait plus an independent exponential service, by Simpson's rule.
    static DoubleUnaryOperator plusExponential(DoubleUnaryOperator wait, double perSecond) {
        return time -> {
            var convolved =
                    simpson(past -> StrictMath.exp(-perSecond * (time - past)) * wait.applyAsDouble(past), 0, time);
            return StrictMath.exp(-perSecond * time) + perSecond * convolved;
        };
    }

    /// The integral of a smooth function.
    static double simpson(DoubleUnaryOperator function, double from, double to) {
        var step = (to - from) / PANELS;
        var sum = function.applyAsDouble(from) + function.applyAsDouble(to);
        for (var point = 1; point < PANELS; point++) {
            sum += (point % 2 == 1 ? 4 : 2) * function.applyAsDouble(from + point * step);
        }
        return sum * step / 3;
    }
}
