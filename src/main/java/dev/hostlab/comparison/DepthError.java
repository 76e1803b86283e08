package dev.hostlab.comparison;

import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.DepthReading;
import java.util.Arrays;
import java.util.Optional;

/// How far the simulated queue (replication 0) is from the queue depths of the trace.
///
/// @param reading   when the trace took its depths
/// @param peak      the largest depth of the trace, above 0
/// @param meanShare mean absolute difference as a share of the peak
/// @param maxShare  largest absolute difference as a share of the peak
/// @param depths    how many depths were compared
public record DepthError(DepthReading reading, double peak, double meanShare, double maxShare, int depths) {

    private static final double NANOS_PER_SECOND = 1e9;

    /// The trace's depths on the bins of a timeline, NaN where it says nothing.
    ///
    /// @param seconds width of a bin of the timeline
    static double[] observed(BinnedArrivals trace, DepthReading reading, double seconds, int bins) {
        var observed = new double[bins];
        Arrays.fill(observed, Double.NaN);
        var start = 0L;
        for (var bin = 0; bin < trace.bins(); bin++) {
            var end = start + trace.widthNanos(bin);
            var at = reading == DepthReading.BIN_END ? end : start;
            var index = (int) Math.round(at / NANOS_PER_SECOND / seconds) - 1;
            if (index >= 0 && index < bins) {
                observed[index] = trace.queueDepth(bin);
            }
            start = end;
        }
        return observed;
    }

    /// Empty where the trace's queue was always empty or no depth falls on the timeline.
    ///
    /// @param observed  the trace's depths, NaN where it says nothing
    /// @param simulated messages waiting at the end of the same bins
    static Optional<DepthError> of(DepthReading reading, double[] observed, double[] simulated) {
        var peak = 0.0;
        var sum = 0.0;
        var most = 0.0;
        var count = 0;
        for (var bin = 0; bin < Math.min(observed.length, simulated.length); bin++) {
            if (Double.isNaN(observed[bin])) {
                continue;
            }
            var off = Math.abs(simulated[bin] - observed[bin]);
            peak = Math.max(peak, observed[bin]);
            sum += off;
            most = Math.max(most, off);
            count++;
        }
        return peak <= 0
                ? Optional.empty()
                : Optional.of(new DepthError(reading, peak, sum / count / peak, most / peak, count));
    }
}
