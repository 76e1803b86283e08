package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// Response times and waits of served requests: of the whole run, and of each period where that is wanted. A
/// response is counted once, in its period; the period joins the whole when it is over.
final class Latencies {

    private final long recordFromNanos;
    private final long recordUntilNanos;
    private final LatencyHistogram responses = new LatencyHistogram();
    private final LatencyHistogram waits = new LatencyHistogram();
    private final @Nullable LatencyHistogram periodResponses;
    private final @Nullable LatencyHistogram periodWaits;
    private final LatencyHistogram recording;
    private final LatencyHistogram recordingWaits;
    private final @Nullable FirstTokens firstTokens;
    private long periodResponseNanos;
    private long periodWaitNanos;
    private double responseNanos;
    private double waitNanos;

    /// @param recordFromNanos   requests that arrive before this are left out (a warm-up period)
    /// @param recordUntilNanos  those that arrive then or later are left out too
    /// @param periodPercentiles whether percentiles of each period are wanted
    /// @param streams           whether answers are streamed token by token
    Latencies(long recordFromNanos, long recordUntilNanos, boolean periodPercentiles, boolean streams) {
        this.recordFromNanos = recordFromNanos;
        this.recordUntilNanos = recordUntilNanos;
        periodResponses = periodPercentiles ? new LatencyHistogram() : null;
        periodWaits = periodPercentiles ? new LatencyHistogram() : null;
        recording = periodResponses == null ? responses : periodResponses;
        recordingWaits = periodWaits == null ? waits : periodWaits;
        firstTokens = streams ? new FirstTokens(periodPercentiles) : null;
    }

    /// Counts one request, unless it arrived before recording began or after it ended.
    void record(long arrived, long started, long now) {
        if (isRecorded(arrived)) {
            record(now - arrived, started - arrived);
        }
    }

    /// Counts the time to the first token of a request that [#record(long, long, long)] has counted.
    ///
    /// @param nanos from its arrival
    void recordFirstToken(long arrived, long nanos) {
        if (firstTokens != null && isRecorded(arrived)) {
            firstTokens.record(nanos);
        }
    }

    /// Counts one time to the first token, where answers are streamed.
    void recordFirstToken(long nanos) {
        if (firstTokens != null) {
            firstTokens.record(nanos);
        }
    }

    /// Times to the first token, null where answers are not streamed.
    @Nullable
    FirstTokens firstTokens() {
        return firstTokens;
    }

    /// Counts the wait of a client who gave up.
    void recordWait(long arrived, long now) {
        if (isRecorded(arrived)) {
            periodWaitNanos += now - arrived;
            recordingWaits.record(now - arrived);
        }
    }

    /// Whether a request that arrives then counts.
    boolean isRecorded(long arrived) {
        return arrived >= recordFromNanos && arrived < recordUntilNanos;
    }

    /// Until when requests that arrive are recorded, or not, as one that arrives at `time` is.
    long recordedAlike(long time) {
        return time < recordFromNanos ? recordFromNanos : time < recordUntilNanos ? recordUntilNanos : Long.MAX_VALUE;
    }

    /// Forgets all that was recorded so far.
    void clear() {
        responses.clear();
        waits.clear();
        periodResponseNanos = 0;
        periodWaitNanos = 0;
        responseNanos = 0;
        waitNanos = 0;
        if (firstTokens != null) {
            firstTokens.clear();
        }
    }

    /// Counts one request.
    void record(long response, long wait) {
        periodResponseNanos += response;
        periodWaitNanos += wait;
        recording.record(response);
        recordingWaits.record(wait);
    }

    /// Counts the first `many` of two arrays, whose sums are known.
    void record(long[] response, long[] wait, int many, long responseSum, long waitSum) {
        periodResponseNanos += responseSum;
        periodWaitNanos += waitSum;
        recording.record(response, many);
        recordingWaits.recordMostlyZero(wait, many);
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

    /// The waits of this period, null unless they are wanted.
    @Nullable
    LatencyHistogram periodWaits() {
        return periodWaits;
    }

    /// Adds the response times and waits of this period to those of the run, and forgets them as this period's.
    void clearPeriod() {
        if (periodResponses != null && periodWaits != null) {
            responses.add(periodResponses);
            periodResponses.clear();
            waits.add(periodWaits);
            periodWaits.clear();
        }
        if (firstTokens != null) {
            firstTokens.clearPeriod();
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
        var count = responses.count() + (periodResponses == null ? 0 : periodResponses.count());
        return count == 0 ? Double.NaN : (responseNanos + periodResponseNanos) / count;
    }

    /// NaN where nothing was served.
    double meanWaitNanos() {
        var count = waits.count() + (periodWaits == null ? 0 : periodWaits.count());
        return count == 0 ? Double.NaN : (waitNanos + periodWaitNanos) / count;
    }
}
