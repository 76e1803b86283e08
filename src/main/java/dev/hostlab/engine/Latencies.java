package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// Response times and waits of served requests: of the whole run, and of each period where that is wanted. A
/// response is counted once, in its period; the period joins the whole when it is over.
final class Latencies {

    private final long recordFromNanos;
    private final LatencyHistogram responses = new LatencyHistogram();
    private final LatencyHistogram waits = new LatencyHistogram();
    private final @Nullable LatencyHistogram periodResponses;
    private final LatencyHistogram recording;
    private long periodResponseNanos;
    private long periodWaitNanos;
    private double responseNanos;
    private double waitNanos;

    /// @param recordFromNanos   requests that arrive before this are left out (a warm-up period)
    /// @param periodPercentiles whether percentiles of each period are wanted
    Latencies(long recordFromNanos, boolean periodPercentiles) {
        this.recordFromNanos = recordFromNanos;
        periodResponses = periodPercentiles ? new LatencyHistogram() : null;
        recording = periodResponses == null ? responses : periodResponses;
    }

    /// Counts one request, unless it arrived before recording began.
    void record(long arrived, long started, long now) {
        if (arrived >= recordFromNanos) {
            record(now - arrived, started - arrived);
        }
    }

    /// Counts one request.
    void record(long response, long wait) {
        periodResponseNanos += response;
        periodWaitNanos += wait;
        recording.record(response);
        waits.record(wait);
    }

    /// Counts the first `many` of two arrays, whose sums are known.
    void record(long[] response, long[] wait, int many, long responseSum, long waitSum) {
        periodResponseNanos += responseSum;
        periodWaitNanos += waitSum;
        recording.record(response, many);
        waits.record(wait, many);
    }

    /// From when on arriving requests count.
    long recordFromNanos() {
        return recordFromNanos;
    }

    /// A period is over: its sums join those of the run.
    void closePeriod() {
        responseNanos += periodResponseNanos;
        waitNanos += periodWaitNanos;
        periodResponseNanos = 0;
        periodWaitNanos = 0;
    }

    /// The response times of this period, null unless they are wanted.
    @Nullable
    LatencyHistogram periodResponses() {
        return periodResponses;
    }

    /// Adds the response times of this period to those of the run, and forgets them as this period's.
    void clearPeriod() {
        if (periodResponses != null) {
            responses.add(periodResponses);
            periodResponses.clear();
        }
    }

    /// The response times of all periods that [#clearPeriod()] has ended.
    LatencyHistogram responses() {
        return responses;
    }

    LatencyHistogram waits() {
        return waits;
    }

    /// NaN where nothing was served.
    double meanResponseNanos() {
        return waits.count() == 0 ? Double.NaN : (responseNanos + periodResponseNanos) / waits.count();
    }

    /// NaN where nothing was served.
    double meanWaitNanos() {
        return waits.count() == 0 ? Double.NaN : (waitNanos + periodWaitNanos) / waits.count();
    }
}
