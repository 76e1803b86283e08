package dev.hostlab.engine;

import java.util.Arrays;

/// The slots of all units by the time at which they are free, the earliest first and at the same time by number.
/// Slots that have never been taken stand apart, in order.
final class FreeSlots {

    private static final int FIRST_CAPACITY = 1_024;

    private final int slotBits;
    private final int slotsOfUnit;
    private final DayQueue used = new DayQueue();
    private int[] fresh = new int[FIRST_CAPACITY];
    private long[] freshFrom = new long[FIRST_CAPACITY];
    private int head;
    private int end;

    /// @param slotsOfUnit slots of each unit
    FreeSlots(int slotsOfUnit) {
        this.slotsOfUnit = slotsOfUnit;
        this.slotBits = 32 - Integer.numberOfLeadingZeros(slotsOfUnit - 1);
    }

    /// A fresh unit, idle from `now` on.
    void open(int unit, long now) {
        makeRoom();
        for (var slot = 0; slot < slotsOfUnit; slot++) {
            freshFrom[end] = now;
            fresh[end++] = (unit << slotBits) + slot;
        }
    }

    /// Takes the slots of a unit away.
    void close(int unit) {
        var kept = head;
        for (var index = head; index < end; index++) {
            if (fresh[index] >>> slotBits != unit) {
                freshFrom[kept] = freshFrom[index];
                fresh[kept++] = fresh[index];
            }
        }
        end = kept;
        used.removeIf(slot -> slot >>> slotBits == unit);
    }

    /// When the earliest slot is free, [Unit#NEVER] if there is none.
    long earliest() {
        return head == end ? used.earliest() : Math.min(used.earliest(), freshFrom[head]);
    }

    /// Takes the earliest slot until `until`, and tells its unit.
    int take(long until) {
        var slot = firstIsFresh() ? fresh[head++] : used.take();
        used.add(until, slot);
        return slot >>> slotBits;
    }

    /// Fits the calendar to what was taken in the last `nanos`.
    void fit(long nanos) {
        used.fit(nanos);
    }

    private boolean firstIsFresh() {
        if (head == end) {
            return false;
        }
        var idle = freshFrom[head];
        return idle < used.earliest() || (idle == used.earliest() && fresh[head] < used.first());
    }

    private void makeRoom() {
        if (head == end) {
            head = 0;
            end = 0;
        }
        if (end + slotsOfUnit > fresh.length) {
            fresh = Arrays.copyOf(fresh, 2 * (end + slotsOfUnit));
            freshFrom = Arrays.copyOf(freshFrom, fresh.length);
        }
    }
}
