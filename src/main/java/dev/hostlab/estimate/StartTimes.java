package dev.hostlab.estimate;

import dev.hostlab.hosting.StartUp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long starts take: a few starts that stand for all, their stages spread evenly over their distributions, used
/// in turn. They have the mean of the distribution and much of its spread, and no chance.
final class StartTimes {

    private static final int VARIANTS = 16;
    private static final double NANOS_PER_SECOND = 1e9;
    /// Steps of additive recurrences, one a stage: fractional parts of square roots of primes.
    private static final double[] STEPS = {
        0.6180339887498949, 0.4142135623730951, 0.7320508075688772, 0.2360679774997898, 0.6457513110645907,
        0.3166247903553998, 0.6055512754639891, 0.1231056256176606, 0.3588989435406740, 0.7958315233127191
    };

    private final StartUp startUp;
    private final @Nullable Times[] variants = new @Nullable Times[VARIANTS];
    private int turn;

    /// When the stages of one start end, in nanoseconds from its beginning.
    ///
    /// @param ends       end of each stage
    /// @param billedFrom when the meter starts to run; the end where no stage is billed
    /// @param started    when registration begins
    /// @param ready      when it is done
    record Times(List<Long> ends, long billedFrom, long started, long ready) {}

    /// @param first which of them is used first
    StartTimes(StartUp startUp, int first) {
        turn = first;
        this.startUp = startUp;
    }

    Times next() {
        var index = turn++ % VARIANTS;
        var found = variants[index];
        if (found == null) {
            found = draw(index);
            variants[index] = found;
        }
        return found;
    }

    private Times draw(int variant) {
        var at = 0L;
        var billedFrom = Long.MAX_VALUE;
        var ends = new Long[startUp.stages().size()];
        for (var stage = 0; stage < ends.length; stage++) {
            if (startUp.stages().get(stage).billed()) {
                billedFrom = Math.min(billedFrom, at);
            }
            var place = 0.5 + variant * STEPS[stage % STEPS.length];
            var seconds = startUp.stages().get(stage).latency().at(place - (long) place);
            at += Math.round(seconds * NANOS_PER_SECOND);
            ends[stage] = at;
        }
        var registration = startUp.registrationFromStage();
        return new Times(List.of(ends), Math.min(billedFrom, at), registration == 0 ? 0 : ends[registration - 1], at);
    }
}
