package dev.hostlab.estimate;

/// One of several passes of an estimate. Chance decides when alarms look, which unit goes, and on which side of a
/// threshold a noisy metric falls; instead of chance, each pass takes another place in these distributions, and the
/// estimate is the mean of the passes. Nothing depends on the seed of a scenario.
///
/// Any number of passes from the first on is spread evenly over the phases of the alarms, and over the first choices
/// of a unit: additive recurrences with square roots of primes (Kronecker sequences; see Niederreiter, "Random Number
/// Generation and Quasi-Monte Carlo Methods", 1992, ch. 3). A few such choices decide on days of half-empty
/// instances, so independent ones would need many more passes.
///
/// @param number from 0
/// @param kept   whether a timeline is kept
record Variant(int number, boolean kept) {

    /// Passes differ in the start-up times that their starts begin with.
    private static final int START_STRIDE = 5;

    private static final double GOLDEN_RATIO = 0.6180339887498949;
    private static final int[] PRIMES = {
        2, 3, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97
    };

    /// Where in their interval the alarms look, 0 to 1; the middle in the first pass.
    double alarmPhase() {
        return part(0.5 + number * GOLDEN_RATIO);
    }

    int firstStart() {
        return START_STRIDE * number;
    }

    /// A place from 0 to 1 for the `index`th choice of a unit.
    double choice(long index) {
        if (index >= PRIMES.length) {
            return Normals.unit(Normals.mixed(number, -1 - index));
        }
        return part(Normals.unit(Normals.mixed(0, -1 - index)) + number * Math.sqrt(PRIMES[(int) index]));
    }

    /// A standard normal value for the `index`th point of a metric.
    double noise(long index) {
        return Normals.at(number, index);
    }

    private static double part(double value) {
        return value - Math.floor(value);
    }
}
