package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// Counts what becomes of requests, and measures time averages over each metric period. Every request ends in
/// exactly one of the outcomes, which [Tally] checks. Not final only so that a test can watch single requests; there
/// is no other meter in production, so calls stay direct.
///
/// Averages over a period come from Little's bookkeeping: the area under "requests inside" from now to the period's
/// end grows by the rest of the period when a request enters, and shrinks by it when the request leaves.
class Meter {

    private final long deadlineNanos;
    private final boolean cancelsAbandoned;
    private final long sloNanos;
    private final long recordFromNanos;
    private final LatencyHistogram responses = new LatencyHistogram();
    private final LatencyHistogram waits = new LatencyHistogram();
    private final @Nullable LatencyHistogram periodResponses;
    private final @Nullable LatencyHistogram periodWaits;

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
        this.recordFromNanos = recordFromNanos;
        periodResponses = periodPercentiles ? new LatencyHistogram() : null;
        periodWaits = periodPercentiles ? new LatencyHistogram() : null;
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

    /// It has been turned away: line full, or no unit at all (503).
    void rejected() {
        total.rejected++;
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
        if (response > deadlineNanos) {
            total.timedOut++;
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

    private void record(long response, long wait) {
        responseNanos += response;
        waitNanos += wait;
        responses.record(response);
        waits.record(wait);
        if (periodResponses != null && periodWaits != null) {
            periodResponses.record(response);
            periodWaits.record(wait);
        }
    }

    /// Whether a waiting request whose client has gone is to be dropped.
    boolean hasAbandoned(long arrived, long now) {
        return cancelsAbandoned && now - arrived > deadlineNanos;
    }

    /// When a waiting request is to be dropped because its client goes, [Unit#NEVER] if it is not.
    long givesUpAt(long arrived) {
        return cancelsAbandoned && deadlineNanos < Unit.NEVER - arrived ? arrived + deadlineNanos + 1 : Unit.NEVER;
    }

    /// A waiting request whose client had gone has been dropped.
    void abandoned(long arrived, long now) {
        leave(now);
        total.timedOut++;
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
            total.timedOut++;
        } else {
            total.failed++;
        }
    }

    /// The run ends at `now` with this request undecided; its client may have gone.
    void stillInside(long arrived, long now) {
        if (now - arrived > deadlineNanos) {
            total.timedOut++;
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

    /// The waiting times of this period, null unless they are wanted.
    @Nullable
    LatencyHistogram periodWaits() {
        return periodWaits;
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
