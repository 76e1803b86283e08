package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// Counts what becomes of requests, and measures time averages over each metric period. Every request ends in
/// exactly one of the outcomes, which [Tally] checks.
///
/// Averages over a period come from Little's bookkeeping: the area under "requests inside" from now to the period's
/// end grows by the rest of the period when a request enters, and shrinks by it when the request leaves.
final class Meter {

    private final long deadlineNanos;
    private final boolean cancelsAbandoned;
    private final long sloNanos;
    private final boolean deadlineIsIdle;
    private final long firstByteNanos;
    private final long recordFromNanos;
    private final LatencyHistogram responses = new LatencyHistogram();
    private final LatencyHistogram waits = new LatencyHistogram();
    private final @Nullable LatencyHistogram periodResponses;

    private final Tally total = new Tally();
    private long periodEnd;
    private long insideArea;
    private long busyArea;
    private long inside;
    private long busy;
    private long insideAtStart;
    private long busyAtStart;
    private double responseNanos;
    private double waitNanos;
    private boolean capacityStarting;

    /// @param rules             when a client gives up, what counts as good
    /// @param recordFromNanos   requests that arrive before this are left out of latencies (a warm-up period)
    /// @param periodPercentiles whether percentiles of each period are wanted
    Meter(MeterRules rules, long recordFromNanos, boolean periodPercentiles) {
        deadlineNanos = rules.deadlineNanos();
        cancelsAbandoned = rules.cancelsAbandoned();
        sloNanos = rules.sloNanos();
        deadlineIsIdle = rules.deadlineIsIdle();
        firstByteNanos = rules.firstByteNanos();
        this.recordFromNanos = recordFromNanos;
        periodResponses = periodPercentiles ? new LatencyHistogram() : null;
    }

    /// A request has arrived, with these tokens.
    void arrived(double inputTokens, double outputTokens) {
        total.arrived++;
        total.inputTokens += inputTokens;
        total.outputTokens += outputTokens;
    }

    /// It has been taken in, by a unit or a line.
    void entered(long now) {
        inside++;
        insideArea += periodEnd - now;
    }

    void foundAllSlotsTaken() {
        if (capacityStarting) {
            total.delayed++;
        }
    }

    /// It has been turned away: the line is full.
    void rejected() {
        total.rejected++;
    }

    /// It has been turned away: there is no unit at all (503).
    void foundNoTarget() {
        total.rejected++;
        total.noTarget++;
    }

    /// It has met a crashed application (502).
    void refused() {
        total.failed++;
        total.crashed++;
    }

    /// What was lost since then was lost by a crash.
    void blameCrash(long failedBefore) {
        total.crashed += total.failed - failedBefore;
    }

    /// It has got a slot.
    void started(long now) {
        busy++;
        busyArea += periodEnd - now;
    }

    /// It has been answered and left its slot.
    void left(long arrived, long started, long now) {
        leave(now);
        freeSlot(now);
        var response = now - arrived;
        if (response > deadlineNanos || started - arrived > firstByteNanos) {
            timedOut(started - arrived);
            return;
        }
        total.served++;
        if (response <= sloNanos) {
            total.good++;
        }
        if (arrived >= recordFromNanos) {
            record(response, started - arrived);
        }
    }

    /// Silence until the first byte strikes before a later deadline does.
    private void timedOut(long wait) {
        total.timedOut++;
        total.idleTimeout += deadlineIsIdle || wait > firstByteNanos && firstByteNanos < deadlineNanos ? 1 : 0;
    }

    private void record(long response, long wait) {
        responseNanos += response;
        waitNanos += wait;
        responses.record(response);
        waits.record(wait);
        if (periodResponses != null) {
            periodResponses.record(response);
        }
    }

    /// Whether a waiting request whose client has gone is to be dropped.
    boolean hasAbandoned(long arrived, long now) {
        return cancelsAbandoned && now - arrived > deadlineNanos;
    }

    /// A waiting request whose client had gone has been dropped.
    void abandoned(long arrived, long now) {
        leave(now);
        timedOut(now - arrived);
    }

    /// A request in a slot is lost with its unit.
    void lost(long arrived, long now) {
        freeSlot(now);
        lostWaiting(arrived, now);
    }

    /// A waiting request is lost with its unit.
    void lostWaiting(long arrived, long now) {
        leave(now);
        if (now - arrived > deadlineNanos) {
            timedOut(0);
        } else {
            total.failed++;
        }
    }

    /// The run ends at `now` with this request undecided; its client may have gone.
    void stillInside(long arrived, long now) {
        if (now - arrived > deadlineNanos) {
            timedOut(0);
        } else {
            total.inFlight++;
        }
    }

    /// Whether capacity is on its way, so that a request that finds no slot counts as delayed by a cold start.
    void setCapacityStarting(boolean starting) {
        capacityStarting = starting;
    }

    /// Closes the period that ends now and opens the next; tells what the closed one held on average.
    ///
    /// @param nextEnd when the next one ends
    PeriodLoad closePeriod(long periodStart, long nextEnd) {
        var nanos = periodEnd - periodStart;
        var load = nanos <= 0
                ? PeriodLoad.NONE
                : new PeriodLoad(
                        (insideArea + (double) insideAtStart * nanos) / nanos,
                        (busyArea + (double) busyAtStart * nanos) / nanos);
        periodEnd = nextEnd;
        insideArea = 0;
        busyArea = 0;
        insideAtStart = inside;
        busyAtStart = busy;
        return load;
    }

    /// Mean requests inside the service and mean slots held over a period.
    record PeriodLoad(double meanInside, double meanBusySlots) {

        static final PeriodLoad NONE = new PeriodLoad(0, 0);
    }

    /// Requests inside now: in slots or waiting.
    long inside() {
        return inside;
    }

    /// Requests waiting now.
    long waiting() {
        return inside - busy;
    }

    Tally total() {
        return total;
    }

    LatencyHistogram responses() {
        return responses;
    }

    LatencyHistogram waits() {
        return waits;
    }

    double meanResponseNanos() {
        return responses.count() == 0 ? Double.NaN : responseNanos / responses.count();
    }

    double meanWaitNanos() {
        return waits.count() == 0 ? Double.NaN : waitNanos / waits.count();
    }

    /// The response times of this period, null unless they are wanted.
    @Nullable
    LatencyHistogram periodResponses() {
        return periodResponses;
    }

    private void leave(long now) {
        inside--;
        insideArea -= periodEnd - now;
    }

    private void freeSlot(long now) {
        busy--;
        busyArea -= periodEnd - now;
    }
}
