package dev.hostlab.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Values by time, the earliest first and at the same time the smallest: a calendar queue with sorted days (Brown,
/// "Calendar queues", CACM 31(10), 1988). The width of a day follows the rate at which values are taken.
///
/// Days are so short that most hold one value or none, and the first value of a day stands in the ring itself: taking
/// values reads memory in order, which caches foresee, where lists of nodes jump. Only further values of a day stand
/// in a chain. Empty days cost nothing ([DayMap]).
final class DayQueue {

    private static final int FEWEST_DAYS = 2_048;

    /// At least so many days for each value: more would fall out of the nearest caches, fewer would come around
    /// again before the values that are far ahead.
    private static final int DAYS_PER_VALUE = 4;

    /// A place is two numbers side by side: time, then value and the next place of the chain. None is place 0 of
    /// the chain, since the ring is never chained to.
    private static final int NONE = 0;

    private static final long LOW = 0xFFFF_FFFFL;

    private long[] cells = new long[2 * FEWEST_DAYS];
    private int days = FEWEST_DAYS;
    private DayMap map = new DayMap(FEWEST_DAYS);
    private int shift = 20;
    private int used = FEWEST_DAYS;
    private int spare = NONE;
    private int size;
    private long taken;
    private long day;
    private long earliest = Unit.NEVER;

    /// The earliest time, [Unit#NEVER] if there is none.
    long earliest() {
        return earliest;
    }

    /// The value of the earliest time; only if there is one.
    int first() {
        return value(place(day));
    }

    void add(long time, int value) {
        var place = place(time >>> shift);
        if (map.holds(place)) {
            chain(place, time, value);
        } else {
            map.set(place);
            put(place, time, value, NONE);
        }
        size++;
        if (time < earliest) {
            earliest = time;
            day = time >>> shift;
        }
    }

    /// Takes the value of the earliest time off; only if there is one.
    int take() {
        var place = place(day);
        var value = value(place);
        var next = next(place);
        if (next == NONE) {
            map.clear(place);
        } else {
            put(place, time(next), value(next), next(next));
            free(next);
        }
        size--;
        taken++;
        find();
        return value;
    }

    /// Takes values off wherever they stand.
    void removeIf(IntPredicate isGone) {
        rebuild(shift, days, isGone);
    }

    /// Fits the width of a day to what was taken in the last `nanos`.
    void fit(long nanos) {
        if (taken == 0) {
            return;
        }
        var wantedDays = Integer.highestOneBit(Math.max(FEWEST_DAYS / 2, DAYS_PER_VALUE * size - 1)) * 2;
        var wanted = Math.max(0, 63 - shorter(wantedDays) - Long.numberOfLeadingZeros(nanos / taken));
        if (Math.abs(wanted - shift) > 1 || wantedDays > days || wantedDays * 8L <= days) {
            rebuild(wanted, wantedDays, value -> false);
        }
        taken = 0;
    }

    /// Days are a half or, where the ring has room for it, a quarter of the mean time between two values: few
    /// share a day, so the branch that asks is foreseen. Days as long as that time cost a fifth more.
    private int shorter(int ofDays) {
        return 4 * DAYS_PER_VALUE * (long) size <= ofDays ? 2 : 1;
    }

    private void find() {
        if (size == 0) {
            earliest = Unit.NEVER;
            return;
        }
        for (var skipped = 0; skipped < days; skipped++) {
            var ahead = map.daysToNext(place(day));
            day += ahead;
            skipped += ahead;
            var time = time(place(day));
            if (time >>> shift == day) {
                earliest = time;
                return;
            }
            day++;
        }
        findFar();
    }

    /// All are more than a ring away.
    private void findFar() {
        earliest = Unit.NEVER;
        for (var place = 0; place < days; place++) {
            if (map.holds(place)) {
                earliest = Math.min(earliest, time(place));
            }
        }
        day = earliest >>> shift;
    }

    /// Into a day that holds others.
    private void chain(int first, long time, int value) {
        var fresh = node();
        if (isBefore(time, value, first)) {
            put(fresh, time(first), value(first), next(first));
            put(first, time, value, fresh);
            return;
        }
        var before = first;
        while (next(before) != NONE && !isBefore(time, value, next(before))) {
            before = next(before);
        }
        put(fresh, time, value, next(before));
        put(before, time(before), value(before), fresh);
    }

    private boolean isBefore(long time, int value, int place) {
        return time < time(place) || (time == time(place) && value < value(place));
    }

    private int node() {
        var node = spare;
        if (node == NONE) {
            if (2 * used == cells.length) {
                cells = Arrays.copyOf(cells, 3 * used);
            }
            return used++;
        }
        spare = next(node);
        return node;
    }

    private void free(int node) {
        put(node, 0, 0, spare);
        spare = node;
    }

    private void rebuild(int newShift, int newDays, IntPredicate isGone) {
        var old = cells;
        var oldMap = map;
        var oldDays = days;
        shift = newShift;
        days = newDays;
        cells = new long[2 * newDays + 2 * Math.max(64, used - oldDays)];
        map = new DayMap(newDays);
        used = newDays;
        spare = NONE;
        size = 0;
        earliest = Unit.NEVER;
        for (var first = 0; first < oldDays; first++) {
            if (oldMap.holds(first)) {
                var place = first;
                do {
                    var value = (int) old[2 * place + 1];
                    if (!isGone.test(value)) {
                        add(old[2 * place], value);
                    }
                    place = (int) (old[2 * place + 1] >>> 32);
                } while (place != NONE);
            }
        }
    }

    private int place(long ofDay) {
        return (int) ofDay & (days - 1);
    }

    private long time(int place) {
        return cells[2 * place];
    }

    private int value(int place) {
        return (int) cells[2 * place + 1];
    }

    private int next(int place) {
        return (int) (cells[2 * place + 1] >>> 32);
    }

    private void put(int place, long time, int value, int next) {
        cells[2 * place] = time;
        cells[2 * place + 1] = (long) next << 32 | (value & LOW);
    }
}
