package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// Times to the first token of served requests whose answer is streamed: of the whole run, and of each period where
/// that is wanted.
///
/// Counted from the arrival of a request, whatever it waits for then (a slot, the CPU, its tenant's limit, calls that
/// the provider refuses), until the model begins to write. This is the "time to first token" of LLMPerf and vLLM seen
/// from the client, without the network. All CPU time of a request counts as before it, also that of tokens sent on.
final class FirstTokens {

    private final LatencyHistogram all = new LatencyHistogram();
    private final @Nullable LatencyHistogram period;
    private final LatencyHistogram recording;
    private double sum;
    private long periodNanos;

    /// @param periods whether percentiles of each period are wanted
    FirstTokens(boolean periods) {
        period = periods ? new LatencyHistogram() : null;
        recording = period == null ? all : period;
    }

    void record(long nanos) {
        periodNanos += nanos;
        recording.record(nanos);
    }

    /// Those of this period, null unless they are wanted.
    @Nullable
    LatencyHistogram period() {
        return period;
    }

    /// Mean of this period in nanoseconds, NaN where nothing was served; only where periods are wanted.
    double periodMeanNanos() {
        return period == null || period.count() == 0 ? Double.NaN : (double) periodNanos / period.count();
    }

    /// Adds this period to the run and forgets it.
    void clearPeriod() {
        sum += periodNanos;
        periodNanos = 0;
        if (period != null) {
            all.add(period);
            period.clear();
        }
    }

    /// Forgets all that was recorded so far.
    void clear() {
        all.clear();
        sum = 0;
    }

    /// Of all periods that [#clearPeriod()] has ended.
    LatencyHistogram all() {
        return all;
    }

    /// NaN where nothing was served.
    double meanNanos() {
        var count = all.count() + (period == null ? 0 : period.count());
        return count == 0 ? Double.NaN : (sum + periodNanos) / count;
    }
}
