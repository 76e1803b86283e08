package dev.hostlab.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A vertical axis from zero to a round number, with four or five grid lines above zero at most.
///
/// @param top   the highest value that it shows
/// @param step  distance of its grid lines
public record Axis(double top, double step) {

    private static final int MOST_STEPS = 5;
    private static final double[] NICE = {1, 2, 2.5, 5, 10};

    /// The axis for values up to `highest`.
    ///
    /// @param whole whether values between whole numbers make no sense, as for tasks
    public static Axis upTo(double highest, boolean whole) {
        var reach = Double.isFinite(highest) && highest > 0 ? highest : 1;
        var magnitude = StrictMath.pow(10, Math.floor(StrictMath.log10(reach / MOST_STEPS)));
        for (var nice : NICE) {
            var step = whole ? Math.max(1, Math.rint(nice * magnitude)) : nice * magnitude;
            if (step * MOST_STEPS >= reach * (1 - 1e-9)) {
                return new Axis(step * Math.ceil(reach / step - 1e-9), step);
            }
        }
        throw new AssertionError("A step of ten magnitudes reaches " + reach);
    }

    /// The values of the grid lines, zero first.
    public List<BigDecimal> ticks() {
        var exact = BigDecimal.valueOf(step).setScale(12, RoundingMode.HALF_UP).stripTrailingZeros();
        var ticks = new ArrayList<BigDecimal>();
        for (var i = 0; i <= Math.round(top / step); i++) {
            ticks.add(exact.multiply(BigDecimal.valueOf(i)));
        }
        return ticks;
    }

    /// Where a value stands, in part of the axis from its top.
    public double fromTop(double value) {
        return 1 - value / top;
    }
}
