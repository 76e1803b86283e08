package dev.hostlab.estimate;

import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.routing.Routing;

/// How far a fleet of several units is from as many single units with random arrivals, by routing.
///
/// Closed forms for round robin with several slots a unit are off several times, so these factors come from short
/// exact runs of the engine, 2026-11-23, printed by `EstimateCalibration` in the tests: extra time over that of random
/// routing, a row for 1, 2, 4, 8, 16 and 32 units, a column for loads of 50, 70, 80, 90 and 95 %; service times
/// exponential. Waits too short to be measured have the factor of the next load.
final class RoutingCorrection {

    private static final double[] LOADS = {0.5, 0.7, 0.8, 0.9, 0.95};
    private static final int LAST_ROW = 5;
    private static final double[][] NONE = {
        {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}
    };
    private static final double[][] TURNS_SHARED_CPU = {
        {1, 1, 1, 1, 1},
        {0.621, 0.683, 0.701, 0.69, 0.78},
        {0.434, 0.524, 0.556, 0.597, 0.653},
        {0.344, 0.447, 0.492, 0.571, 0.641},
        {0.297, 0.414, 0.468, 0.502, 0.561},
        {0.281, 0.398, 0.441, 0.471, 0.489}
    };
    private static final double[][] TURNS_ONE_SLOT = {
        {1, 1, 1, 1, 1},
        {0.606, 0.662, 0.682, 0.687, 0.736},
        {0.424, 0.517, 0.548, 0.58, 0.621},
        {0.333, 0.44, 0.472, 0.509, 0.525},
        {0.289, 0.402, 0.443, 0.489, 0.475},
        {0.269, 0.383, 0.426, 0.464, 0.448}
    };
    private static final double[][] TURNS_FOUR_SLOTS = {
        {1, 1, 1, 1, 1},
        {0.444, 0.583, 0.634, 0.664, 0.726},
        {0.257, 0.43, 0.498, 0.554, 0.61},
        {0.185, 0.351, 0.415, 0.483, 0.512},
        {0.14, 0.307, 0.381, 0.461, 0.459},
        {0.126, 0.288, 0.364, 0.434, 0.43}
    };
    private static final double[][] TURNS_SIXTEEN_SLOTS = {
        {1, 1, 1, 1, 1},
        {0.107, 0.411, 0.54, 0.618, 0.71},
        {0.035, 0.252, 0.377, 0.499, 0.586},
        {0.014, 0.17, 0.286, 0.426, 0.487},
        {0.008, 0.135, 0.264, 0.409, 0.426},
        {0.001, 0.117, 0.236, 0.368, 0.395}
    };
    private static final double[][] TWO_SHARED_CPU = {
        {1, 1, 1, 1, 1},
        {0.608, 0.593, 0.567, 0.525, 0.566},
        {0.43, 0.414, 0.385, 0.333, 0.324},
        {0.353, 0.337, 0.308, 0.251, 0.22},
        {0.313, 0.304, 0.273, 0.219, 0.171},
        {0.292, 0.284, 0.255, 0.199, 0.147}
    };
    private static final double[][] TWO_ONE_SLOT = {
        {1, 1, 1, 1, 1},
        {0.588, 0.562, 0.541, 0.506, 0.498},
        {0.415, 0.398, 0.368, 0.316, 0.289},
        {0.338, 0.325, 0.297, 0.238, 0.195},
        {0.298, 0.292, 0.262, 0.204, 0.156},
        {0.279, 0.274, 0.247, 0.189, 0.137}
    };
    private static final double[][] TWO_FOUR_SLOTS = {
        {1, 1, 1, 1, 1},
        {0.341, 0.418, 0.444, 0.456, 0.473},
        {0.124, 0.215, 0.244, 0.252, 0.254},
        {0.054, 0.132, 0.164, 0.167, 0.157},
        {0.028, 0.093, 0.123, 0.129, 0.115},
        {0.015, 0.075, 0.105, 0.113, 0.096}
    };
    private static final double[][] TWO_SIXTEEN_SLOTS = {
        {1, 1, 1, 1, 1},
        {0.022, 0.178, 0.285, 0.371, 0.435},
        {0.001, 0.031, 0.08, 0.157, 0.203},
        {0., 0.003, 0.022, 0.07, 0.105},
        {0., 0., 0.006, 0.037, 0.062},
        {0., 0., 0.002, 0.024, 0.044}
    };

    private final double[][] stretch;
    private final double[][] wait;

    private RoutingCorrection(double[][] stretch, double[][] wait) {
        this.stretch = stretch;
        this.wait = wait;
    }

    static RoutingCorrection of(Routing routing, UnitPlan unit) {
        return switch (routing) {
            case CENTRAL, LEAST_OUTSTANDING, RANDOM -> new RoutingCorrection(NONE, NONE);
            case ROUND_ROBIN ->
                new RoutingCorrection(
                        TURNS_SHARED_CPU, nearest(unit, TURNS_ONE_SLOT, TURNS_FOUR_SLOTS, TURNS_SIXTEEN_SLOTS));
            case POWER_OF_TWO ->
                new RoutingCorrection(TWO_SHARED_CPU, nearest(unit, TWO_ONE_SLOT, TWO_FOUR_SLOTS, TWO_SIXTEEN_SLOTS));
        };
    }

    private static double[][] nearest(UnitPlan unit, double[][] one, double[][] four, double[][] sixteen) {
        return unit.slots() <= 2 ? one : unit.slots() <= 8 ? four : sixteen;
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
        var row = Math.min(LAST_ROW, 31 - Integer.numberOfLeadingZeros(units));
        var beyond = Math.min(1, (double) units / (1 << row) - 1);
        var below = along(table[row], load);
        return row == LAST_ROW ? below : below + beyond * (along(table[row + 1], load) - below);
    }

    private static double along(double[] row, double load) {
        var column = 0;
        while (column < LOADS.length - 2 && load > LOADS[column + 1]) {
            column++;
        }
        var part = Math.clamp((load - LOADS[column]) / (LOADS[column + 1] - LOADS[column]), 0, 1);
        return row[column] + part * (row[column + 1] - row[column]);
    }
}
