package dev.hostlab.engine;

import java.util.Arrays;

/// Slots that start when a request waits and no start is under way for it, and go off when they have idled for a
/// while, as in the M/M/k/setup model. (Gandhi et al., SIGMETRICS 2013.) The slot that has idled for the shortest time
/// takes the next request.
///
/// Times stand in arrays in the order in which they were drawn; there are seldom more than a few dozen.
final class OnDemandSlots {

    private final int limit;
    private final DrawnSpan setup;
    private final DrawnSpan delayOff;
    private final boolean goesOffAtOnce;
    private final boolean cancels;

    private long[] ready = new long[16];
    private long[] off = new long[16];
    private int starting;
    private int idle;
    private int on;
    private long nextReady = Unit.NEVER;
    private long nextOff = Unit.NEVER;

    private long since;
    private double startingArea;
    private double onArea;

    /// @param limit   most slots that are on or start
    /// @param setup   how long a start takes
    /// @param delayOff how long a slot idles before it goes off, 0 for not at all
    /// @param cancels whether starts that are not needed any more are cancelled, the youngest first
    OnDemandSlots(int limit, DrawnSpan setup, DrawnSpan delayOff, boolean cancels) {
        this.limit = limit;
        this.setup = setup;
        this.delayOff = delayOff;
        this.goesOffAtOnce = delayOff.isZero();
        this.cancels = cancels;
    }

    /// Slots that are on, busy or idle.
    int on() {
        return on;
    }

    /// When a start completes or an idle slot goes off, [Unit#NEVER] if neither will.
    long next() {
        return Math.min(nextReady, nextOff);
    }

    /// An idle slot has taken a request.
    void use() {
        idle--;
        if (off[idle] == nextOff) {
            nextOff = earliest(off, idle);
        }
    }

    /// A request has joined the line, now so many.
    void want(int waiting, long now) {
        if (starting < waiting && on + starting < limit) {
            count(now);
            if (starting == ready.length) {
                ready = Arrays.copyOf(ready, 2 * starting);
            }
            var at = now + setup.draw();
            ready[starting++] = at;
            nextReady = Math.min(nextReady, at);
        }
    }

    /// Does what is due: a slot comes on, or goes off.
    void step(long now) {
        count(now);
        if (nextReady <= now) {
            remove(ready, starting--, nextReady);
            nextReady = earliest(ready, starting);
            on++;
        } else {
            remove(off, idle--, nextOff);
            nextOff = earliest(off, idle);
            on--;
        }
    }

    /// Brings slots and starts into line with the requests: a slot that has nothing to do begins to idle, and
    /// starts that nobody waits for are cancelled.
    void settle(int busy, int waiting, long now) {
        while (busy + idle < on) {
            count(now);
            beginToIdle(now);
        }
        while (cancels && starting > waiting) {
            count(now);
            starting--;
            if (ready[starting] == nextReady) {
                nextReady = earliest(ready, starting);
            }
        }
    }

    private void beginToIdle(long now) {
        if (goesOffAtOnce) {
            on--;
            return;
        }
        if (idle == off.length) {
            off = Arrays.copyOf(off, 2 * idle);
        }
        var at = now + delayOff.draw();
        off[idle++] = at;
        nextOff = Math.min(nextOff, at);
    }

    /// Mean slots in their start and mean slots on since the last call.
    Use harvest(long from, long now) {
        count(now);
        var use = new Use(startingArea / (now - from), onArea / (now - from));
        startingArea = 0;
        onArea = 0;
        return use;
    }

    /// @param starting mean slots in their start
    /// @param on       mean slots busy or idle
    record Use(double starting, double on) {}

    private void count(long now) {
        startingArea += (double) starting * (now - since);
        onArea += (double) on * (now - since);
        since = now;
    }

    private static long earliest(long[] times, int size) {
        var earliest = Unit.NEVER;
        for (var index = 0; index < size; index++) {
            earliest = Math.min(earliest, times[index]);
        }
        return earliest;
    }

    private static void remove(long[] times, int size, long time) {
        var at = 0;
        while (times[at] != time) {
            at++;
        }
        System.arraycopy(times, at + 1, times, at, size - at - 1);
    }
}
