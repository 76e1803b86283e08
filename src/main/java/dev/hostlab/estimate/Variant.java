package dev.hostlab.estimate;

/// One of several passes of an estimate. Chance decides when alarms look, which unit goes, and on which side of a
/// threshold a noisy metric falls; instead of chance, each pass takes another place in these distributions, and the
/// estimate is the mean of the passes. Nothing depends on the seed of a scenario.
///
/// @param number from 0
/// @param count  passes in all, at least 1
/// @param kept   whether a timeline is kept
record Variant(int number, int count, boolean kept) {

    /// Passes differ in the start-up times that their starts begin with.
    private static final int START_STRIDE = 5;

    /// Where in their interval the alarms look, 0 to 1, evenly spread over the passes.
    double alarmPhase() {
        return (number + 0.5) / count;
    }

    int firstStart() {
        return START_STRIDE * number;
    }

    /// A place from 0 to 1 for the `index`th choice of a unit.
    double choice(long index) {
        return Normals.unit(Normals.mixed(number, -1 - index));
    }

    /// A standard normal value for the `index`th point of a metric.
    double noise(long index) {
        return Normals.at(number, index);
    }
}
