package dev.hostlab.engine;

import java.util.Arrays;

/// Finds the unit with the fewest outstanding requests in constant time: units stand in lists by their count, and
/// the lowest list that is not empty is remembered. Within a list the unit that has stood longest is first.
final class LeastOutstanding {

    private static final int NONE = -1;

    private int[] before;
    private int[] after;
    private int[] count;
    private int[] first = filled(64);
    private int[] last = filled(64);
    private int lowest;
    private int members;

    LeastOutstanding(int units) {
        before = filled(units);
        after = filled(units);
        count = filled(units);
    }

    boolean isEmpty() {
        return members == 0;
    }

    /// The unit with the fewest outstanding requests; only if there is one.
    int first() {
        return first[lowest];
    }

    /// The count of a unit, -1 where it is not a member.
    int count(int unit) {
        return unit < count.length ? count[unit] : NONE;
    }

    void add(int unit, int outstanding) {
        if (unit >= count.length) {
            before = grown(before, unit);
            after = grown(after, unit);
            count = grown(count, unit);
        }
        append(unit, outstanding);
        members++;
        if (members == 1 || outstanding < lowest) {
            lowest = outstanding;
        }
    }

    void remove(int unit) {
        var outstanding = count[unit];
        unlink(unit);
        count[unit] = NONE;
        members--;
        if (outstanding == lowest) {
            findLowest();
        }
    }

    /// Moves a member to another count.
    void move(int unit, int outstanding) {
        var from = count[unit];
        unlink(unit);
        append(unit, outstanding);
        if (outstanding < lowest) {
            lowest = outstanding;
        } else if (from == lowest) {
            findLowest();
        }
    }

    private void findLowest() {
        if (members == 0) {
            return;
        }
        while (lowest < first.length && first[lowest] == NONE) {
            lowest++;
        }
        if (lowest == first.length) {
            lowest = 0;
            while (first[lowest] == NONE) {
                lowest++;
            }
        }
    }

    private void append(int unit, int outstanding) {
        if (outstanding >= first.length) {
            first = grown(first, outstanding);
            last = grown(last, outstanding);
        }
        var tail = last[outstanding];
        before[unit] = tail;
        after[unit] = NONE;
        count[unit] = outstanding;
        last[outstanding] = unit;
        if (tail == NONE) {
            first[outstanding] = unit;
        } else {
            after[tail] = unit;
        }
    }

    private void unlink(int unit) {
        var outstanding = count[unit];
        var previous = before[unit];
        var next = after[unit];
        if (previous == NONE) {
            first[outstanding] = next;
        } else {
            after[previous] = next;
        }
        if (next == NONE) {
            last[outstanding] = previous;
        } else {
            before[next] = previous;
        }
    }

    private static int[] filled(int length) {
        var values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }

    private static int[] grown(int[] values, int index) {
        var more = filled(Math.max(index + 1, 2 * values.length));
        System.arraycopy(values, 0, more, 0, values.length);
        return more;
    }
}
