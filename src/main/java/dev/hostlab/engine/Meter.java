package dev.hostlab.engine;

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
    private final boolean deadlineIsIdle;
    private final long firstByteNanos;
    private final Latencies latencies;

    private final Tally total = new Tally();
    private long periodEnd;
    private long insideArea;
    private long busyArea;
    private long inside;
    private long busy;
    private long insideAtStart;
    private long busyAtStart;
    private boolean capacityStarting;

    /// @param rules             when a client gives up, what counts as good
    /// @param periodPercentiles whether percentiles of each period are wanted
    Meter(MeterRules rules, long recordFromNanos, boolean periodPercentiles) {
        this(rules, recordFromNanos, Long.MAX_VALUE, periodPercentiles);
    }

    /// @param rules            when a client gives up, what counts as good
    /// @param recordFromNanos  requests that arrive before this are left out of latencies (a warm-up period)
    /// @param recordUntilNanos those that arrive then or later are left out too
    Meter(MeterRules rules, long recordFromNanos, long recordUntilNanos) {
        this(rules, recordFromNanos, recordUntilNanos, false);
    }

    private Meter(MeterRules rules, long recordFromNanos, long recordUntilNanos, boolean periodPercentiles) {
        deadlineNanos = rules.deadlineNanos();
        cancelsAbandoned = rules.cancelsAbandoned();
        sloNanos = rules.sloNanos();
        deadlineIsIdle = rules.deadlineIsIdle();
        firstByteNanos = rules.firstByteNanos();
        latencies = new Latencies(recordFromNanos, recordUntilNanos, periodPercentiles, rules.streams());
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
        foundAllSlotsTaken(1);
    }

    /// It has been turned away: the line is full.
    void rejected() {
        total.rejected++;
    }

    /// It has got a slot.
    void started(long now) {
        busy++;
        busyArea += periodEnd - now;
    }

    /// It has been answered and left its slot, `decoding` after the first token.
    void left(long arrived, long started, long now, long decoding) {
        leave(now);
        freeSlot(now);
        var response = now - arrived;
        if (response > deadlineNanos || started - arrived > firstByteNanos) {
            timedOut(started - arrived);
            return;
        }
        total.served++;
        total.good += response <= sloNanos ? 1 : 0;
        latencies.record(arrived, started, now);
        latencies.recordFirstToken(arrived, now - decoding - arrived);
    }

    /// Requests have arrived: places `from` to `to` of a batch.
    void arrived(RequestBatch batch, int from, int to) {
        total.arrived += to - from;
        if (batch.hasTokens) {
            for (var index = from; index < to; index++) {
                total.inputTokens += batch.inputTokens[index];
                total.outputTokens += batch.outputTokens[index];
            }
        }
    }

    /// Silence until the first byte strikes before a later deadline does.
    private void timedOut(long wait) {
        total.timedOut++;
        total.idleTimeout += deadlineIsIdle || (wait > firstByteNanos && firstByteNanos < deadlineNanos) ? 1 : 0;
    }

    /// Requests have entered, started and left within this period.
    ///
    /// @param response  nanoseconds from arrival to answer
    /// @param wait      nanoseconds from arrival to start
    /// @param many      how many
    /// @param recorded  whether they arrived late enough to count among latencies
    void passed(long[] response, long[] wait, int many, boolean recorded) {
        var inside = 0L;
        var waiting = 0L;
        var late = 0L;
        var longest = 0L;
        var longestWait = 0L;
        for (var index = 0; index < many; index++) {
            inside += response[index];
            waiting += wait[index];
            late += (sloNanos - response[index]) >>> 63; // 1 if negative, without a branch
            longest = Math.max(longest, response[index]);
            longestWait = Math.max(longestWait, wait[index]);
        }
        insideArea += inside;
        busyArea += inside - waiting;
        if (longest > deadlineNanos || longestWait > firstByteNanos) {
            passedInPart(response, wait, many, recorded);
            return;
        }
        total.served += many;
        total.good += many - late;
        if (recorded) {
            latencies.record(response, wait, many, inside, waiting);
        }
    }

    private void passedInPart(long[] response, long[] wait, int many, boolean recorded) {
        for (var index = 0; index < many; index++) {
            if (response[index] > deadlineNanos || wait[index] > firstByteNanos) {
                timedOut(wait[index]);
                continue;
            }
            total.served++;
            if (response[index] <= sloNanos) {
                total.good++;
            }
            if (recorded) {
                latencies.record(response[index], wait[index]);
            }
        }
    }

    /// The first tokens of requests that [#passed] has just counted.
    ///
    /// @param decoding nanoseconds from the first token to the last
    void firstTokens(long[] response, long[] wait, long[] decoding, int many) {
        for (var index = 0; index < many; index++) {
            if (response[index] <= deadlineNanos && wait[index] <= firstByteNanos) {
                latencies.recordFirstToken(response[index] - decoding[index]);
            }
        }
    }

    /// Whether waiting work of a client that has gone is dropped.
    boolean cancelsAbandoned() {
        return cancelsAbandoned && deadlineNanos != Long.MAX_VALUE;
    }

    /// Many requests found every slot taken.
    void foundAllSlotsTaken(long many) {
        total.waited += many;
        total.delayed += capacityStarting ? many : 0;
    }

    /// Whether a waiting request whose client has gone is to be dropped.
    boolean hasAbandoned(long arrived, long now) {
        return cancelsAbandoned && now - arrived > deadlineNanos;
    }

    /// When a waiting request is to be dropped because its client goes, [Unit#NEVER] if it is not.
    long givesUpAt(long arrived) {
        return cancelsAbandoned && deadlineNanos < Unit.NEVER - arrived ? arrived + deadlineNanos + 1 : Unit.NEVER;
    }

    /// A request has been turned away, since there is no unit at all.
    void foundNoTarget() {
        total.foundNoTarget(1);
    }

    /// A waiting request whose client had gone has been dropped.
    void abandoned(long arrived, long now) {
        leave(now);
        timedOut(now - arrived);
    }

    /// A client has given up waiting; the wait counts.
    void gaveUp(long arrived, long now) {
        abandoned(arrived, now);
        latencies.recordWait(arrived, now);
    }

    /// A request that waits has left without an outcome.
    void gone(long now) {
        leave(now);
    }

    /// A request has lost its slot and waits again.
    void interrupted(long now) {
        freeSlot(now);
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
        latencies.closePeriod();
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

    Latencies latencies() {
        return latencies;
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
