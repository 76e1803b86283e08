package dev.hostlab.engine;

import java.util.Arrays;

/// The slots of all units by the time at which they are free, the earliest first and at the same time by number: a
/// calendar queue with sorted days (Brown, "Calendar queues", CACM 31(10), 1988). The width of a day follows the
/// rate. Slots that have never been taken stand apart, in order.
final class FreeSlots {

    private static final int NONE = -1;
    private static final int FEWEST_DAYS = 1_024;

    private final int slotBits;
    private final int slotsOfUnit;
    private long[] at = new long[FEWEST_DAYS];
    private int[] next = new int[FEWEST_DAYS];
    private int[] head = days(FEWEST_DAYS);
    private DayMap map = new DayMap(FEWEST_DAYS);
    private int shift = 20;
    private long day;
    private int[] fresh = new int[FEWEST_DAYS];
    private int freshFrom;
    private int freshTo;
    private int size;
    private long taken;
    private int first = NONE;
    private boolean firstIsFresh;

    /// @param slotsOfUnit slots of each unit
    FreeSlots(int slotsOfUnit) {
        this.slotsOfUnit = slotsOfUnit;
        this.slotBits = 32 - Integer.numberOfLeadingZeros(slotsOfUnit - 1);
    }

    /// A fresh unit, idle from `now` on.
    void open(int unit, long now) {
        var base = unit << slotBits;
        if (base + slotsOfUnit > at.length) {
            at = Arrays.copyOf(at, Math.max(base + slotsOfUnit, 2 * at.length));
            next = Arrays.copyOf(next, at.length);
        }
        makeRoom();
        for (var slot = base; slot < base + slotsOfUnit; slot++) {
            at[slot] = now;
            fresh[freshTo++] = slot;
        }
        size += slotsOfUnit;
        find();
    }

    /// Takes the slots of a unit away.
    void close(int unit) {
        var kept = freshFrom;
        for (var index = freshFrom; index < freshTo; index++) {
            if (fresh[index] >>> slotBits != unit) {
                fresh[kept++] = fresh[index];
            }
        }
        freshTo = kept;
        for (var place = 0; place < head.length; place++) {
            dropFrom(place, unit);
        }
        size -= slotsOfUnit;
        find();
    }

    /// When the earliest slot is free, [Unit#NEVER] if there is none.
    long earliest() {
        return first == NONE ? Unit.NEVER : at[first];
    }

    /// Takes the earliest slot until `end`, and tells its unit.
    int take(long end) {
        var slot = first;
        if (firstIsFresh) {
            freshFrom++;
        } else {
            var place = (int) day & (head.length - 1);
            head[place] = next[slot];
            if (next[slot] == NONE) {
                map.clear(place);
            }
        }
        at[slot] = end;
        link(slot);
        taken++;
        find();
        return slot >>> slotBits;
    }

    /// Fits the width of a day to what was taken in the last `nanos`.
    void fit(long nanos) {
        if (taken == 0) {
            return;
        }
        var wanted = Math.max(0, 63 - Long.numberOfLeadingZeros(nanos / taken));
        var wantedDays = Integer.highestOneBit(Math.max(FEWEST_DAYS, 8 * size - 1)) * 2;
        if (Math.abs(wanted - shift) > 1 || wantedDays > head.length || wantedDays * 8 <= head.length) {
            rebuild(wanted, wantedDays);
        }
        taken = 0;
    }

    private void find() {
        var slot = firstOfCalendar();
        firstIsFresh = freshFrom < freshTo && (slot == NONE || isBefore(fresh[freshFrom], slot));
        first = firstIsFresh ? fresh[freshFrom] : slot;
    }

    private int firstOfCalendar() {
        var mask = head.length - 1;
        for (var skipped = 0; skipped <= mask; skipped++) {
            var ahead = map.daysToNext((int) day & mask);
            if (skipped + ahead > mask) {
                break;
            }
            day += ahead;
            skipped += ahead;
            var slot = head[(int) day & mask];
            if (at[slot] >>> shift == day) {
                return slot;
            }
            day++;
        }
        return firstOfAll();
    }

    private int firstOfAll() {
        var found = NONE;
        for (var slot : head) {
            if (slot != NONE && (found == NONE || isBefore(slot, found))) {
                found = slot;
            }
        }
        if (found != NONE) {
            day = at[found] >>> shift;
        }
        return found;
    }

    private boolean isBefore(int one, int other) {
        return at[one] < at[other] || (at[one] == at[other] && one < other);
    }

    private void link(int slot) {
        var ofDay = at[slot] >>> shift;
        var place = (int) ofDay & (head.length - 1);
        var after = head[place];
        if (after == NONE) {
            map.set(place);
        }
        if (after == NONE || isBefore(slot, after)) {
            next[slot] = after;
            head[place] = slot;
        } else {
            linkBehind(slot, after);
        }
        day = Math.min(day, ofDay);
    }

    private void linkBehind(int slot, int first) {
        var before = first;
        var after = next[before];
        while (after != NONE && !isBefore(slot, after)) {
            before = after;
            after = next[before];
        }
        next[slot] = after;
        next[before] = slot;
    }

    private void dropFrom(int place, int unit) {
        while (head[place] != NONE && head[place] >>> slotBits == unit) {
            head[place] = next[head[place]];
        }
        if (head[place] == NONE) {
            map.clear(place);
        }
        for (var slot = head[place]; slot != NONE && next[slot] != NONE; ) {
            if (next[slot] >>> slotBits == unit) {
                next[slot] = next[next[slot]];
            } else {
                slot = next[slot];
            }
        }
    }

    private void rebuild(int newShift, int newDays) {
        var old = head;
        head = days(newDays);
        map = new DayMap(newDays);
        shift = newShift;
        day = Long.MAX_VALUE;
        for (var start : old) {
            for (var slot = start; slot != NONE; ) {
                var following = next[slot];
                link(slot);
                slot = following;
            }
        }
        if (day == Long.MAX_VALUE) {
            day = 0;
        }
        find();
    }

    private void makeRoom() {
        if (freshFrom == freshTo) {
            freshFrom = 0;
            freshTo = 0;
        }
        if (freshTo + slotsOfUnit > fresh.length) {
            fresh = Arrays.copyOf(fresh, 2 * (freshTo + slotsOfUnit));
        }
    }

    private static int[] days(int many) {
        var days = new int[many];
        Arrays.fill(days, NONE);
        return days;
    }
}
