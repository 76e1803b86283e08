package dev.hostlab.comparison;

import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;

/// How a long workload is played in part.
///
/// @param share       part of the workload's requests to play, over all replications, warm-ups included; 0 to 1
/// @param windowNanos length of a window
/// @param warmUpNanos how long a window is played at least before it counts
/// @param groups      how many independent choices of windows are made, each played with its own random numbers
/// @param seed        of the choice
record WindowPlan(double share, long windowNanos, long warmUpNanos, int groups, long seed) {

    private static final double PERCENT = 100;
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;

    static WindowPlan of(Settings settings) {
        return new WindowPlan(
                settings.get(RunParameters.SAMPLED_PERCENT) / PERCENT,
                settings.get(RunParameters.WINDOW_MINUTES) * NANOS_PER_MINUTE,
                settings.get(RunParameters.WARM_UP_MINUTES) * NANOS_PER_MINUTE,
                settings.get(RunParameters.REPLICATIONS),
                settings.get(RunParameters.SEED));
    }

    /// Whether the workload is to be played in part at all.
    boolean isWanted() {
        return share > 0;
    }
}
