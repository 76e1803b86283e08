package dev.hostlab.engine;

import java.util.Arrays;

/// The times at which requests will leave their units, taken off when time has passed them, in no particular order
/// among those: a calendar queue that is never sorted (Brown, "Calendar queues", CACM 31(10), 1988). Days are
/// shorter than the time between two departures, and the width follows the rate.
final class Departures {

    private static final int NONE = -1;
    private static final int FEWEST_DAYS = 1_024;
    private static final int MOST_DAYS = 1 << 24;

    private int[] head = days(FEWEST_DAYS);
    private DayMap map = new DayMap(FEWEST_DAYS);
    private int shift = 20;
    private long day;
    private long[] at = new long[FEWEST_DAYS];
    private int[] unit = new int[FEWEST_DAYS];
    private int[] next = new int[FEWEST_DAYS];
    private int spare = NONE;
    private int used;
    private long added;
    private long taken;
    private long takenBefore;

    /// A request will leave its unit.
    void add(int ofUnit, long time) {
        var node = spare;
        if (node == NONE) {
            if (used == at.length) {
                grow();
            }
            node = used++;
        } else {
            spare = next[node];
        }
        at[node] = time;
        unit[node] = ofUnit;
        added++;
        link(node);
    }

    /// Takes off all that have left by `now`, and counts them off their units.
    void release(long now, LeastOutstanding least) {
        var today = now >>> shift;
        var mask = head.length - 1;
        if (today - day > mask) {
            day = today - mask;
        }
        var ahead = map.daysToNext((int) day & mask);
        while (day + ahead <= today) {
            day += ahead;
            releaseOf((int) day & mask, now, least);
            if (day == today) {
                return;
            }
            day++;
            ahead = map.daysToNext((int) day & mask);
        }
        day = today;
    }

    private void releaseOf(int place, long now, LeastOutstanding least) {
        var kept = NONE;
        var node = head[place];
        while (node != NONE) {
            var following = next[node];
            if (at[node] <= now) {
                least.decrement(unit[node]);
                next[node] = spare;
                spare = node;
                taken++;
            } else {
                next[node] = kept;
                kept = node;
            }
            node = following;
        }
        head[place] = kept;
        if (kept == NONE) {
            map.clear(place);
        }
    }

    /// Forgets all of a unit.
    void forget(int ofUnit) {
        for (var place = 0; place < head.length; place++) {
            var node = head[place];
            head[place] = NONE;
            while (node != NONE) {
                var following = next[node];
                if (unit[node] == ofUnit) {
                    free(node);
                } else {
                    next[node] = head[place];
                    head[place] = node;
                }
                node = following;
            }
        }
    }

    /// Fits the width of a day to what was taken in the last `nanos`, which ended at `now`.
    void fit(long nanos, long now) {
        var departed = taken - takenBefore;
        if (departed == 0) {
            return;
        }
        takenBefore = taken;
        var size = (int) Math.min(MOST_DAYS / 16, added - taken);
        var wanted = Math.max(0, 63 - Long.numberOfLeadingZeros(nanos / departed));
        var days = Integer.highestOneBit(Math.max(FEWEST_DAYS, 8 * size - 1)) * 2;
        if (Math.abs(wanted - shift) > 1 || days > head.length || days * 8 <= head.length) {
            rebuild(wanted, days, now);
        }
    }

    private void rebuild(int newShift, int newDays, long now) {
        var old = head;
        shift = newShift;
        head = days(newDays);
        map = new DayMap(newDays);
        day = now >>> shift;
        for (var first : old) {
            for (var node = first; node != NONE; ) {
                var following = next[node];
                link(node);
                node = following;
            }
        }
    }

    private void link(int node) {
        var place = (int) (at[node] >>> shift) & (head.length - 1);
        next[node] = head[place];
        if (head[place] == NONE) {
            map.set(place);
        }
        head[place] = node;
    }

    private void free(int node) {
        next[node] = spare;
        spare = node;
        added--;
    }

    private void grow() {
        at = Arrays.copyOf(at, 2 * used);
        unit = Arrays.copyOf(unit, 2 * used);
        next = Arrays.copyOf(next, 2 * used);
    }

    private static int[] days(int many) {
        var days = new int[many];
        Arrays.fill(days, NONE);
        return days;
    }
}
