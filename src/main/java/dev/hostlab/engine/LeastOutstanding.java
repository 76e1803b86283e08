package dev.hostlab.engine;

import java.util.Arrays;

/// Finds the unit with the fewest outstanding requests: a bitmap of units for each count, with a summary of each
/// bitmap, and the lowest count that has a unit. Units that tie are taken in turn, as nginx's `least_conn` does
/// ("if there are several such servers, they are tried in turn", ngx_http_upstream_module).
final class LeastOutstanding {

    private static final int NONE = -1;
    private static final int WORD = 6;
    private static final int BITS_IN_WORD = 63;

    private int[] count;
    private int words;
    private int sums;
    private long[][] level = new long[0][];
    private long[][] summary = new long[0][];
    private int[] members = new int[0];
    private int lowest;
    private int size;
    private int last = NONE;

    /// @param units how many to make room for; more may come
    LeastOutstanding(int units) {
        count = new int[0];
        reach(Math.max(1, units) - 1);
        reachLevel(3);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The count of a unit, -1 where it is not a member.
    int count(int unit) {
        return unit < count.length ? count[unit] : NONE;
    }

    /// The lowest count of all members; only if there is one.
    int lowest() {
        return lowest;
    }

    /// The unit with the fewest outstanding requests whose turn it is; only if there is one.
    int next() {
        var bits = level[lowest];
        var from = last + 1;
        var word = from >>> WORD;
        var found = word < words ? bits[word] & (-1L << from) : 0;
        if (found == 0) {
            word = nextWord(summary[lowest], word + 1);
            found = bits[word];
        }
        last = (word << WORD) + Long.numberOfTrailingZeros(found);
        return last;
    }

    private int nextWord(long[] sum, int from) {
        var at = from >>> WORD;
        var found = at < sums ? sum[at] & (-1L << from) : 0;
        while (found == 0) {
            at = at + 1 < sums ? at + 1 : 0;
            found = sum[at];
        }
        return (at << WORD) + Long.numberOfTrailingZeros(found);
    }

    void add(int unit, int outstanding) {
        reach(unit);
        enter(unit, outstanding);
        size++;
        if (size == 1 || outstanding < lowest) {
            lowest = outstanding;
        }
    }

    void remove(int unit) {
        leave(unit, count[unit]);
        count[unit] = NONE;
        size--;
        findLowest();
    }

    /// Moves a member to another count.
    void move(int unit, int outstanding) {
        leave(unit, count[unit]);
        enter(unit, outstanding);
        if (outstanding < lowest) {
            lowest = outstanding;
        } else if (members[lowest] == 0) {
            findLowest();
        }
    }

    private void findLowest() {
        if (size == 0) {
            return;
        }
        while (members[lowest] == 0) {
            lowest = lowest + 1 < members.length ? lowest + 1 : 0;
        }
    }

    private void enter(int unit, int outstanding) {
        if (outstanding >= members.length) {
            reachLevel(outstanding);
        }
        var word = unit >>> WORD;
        level[outstanding][word] |= 1L << unit;
        summary[outstanding][word >>> WORD] |= 1L << word;
        members[outstanding]++;
        count[unit] = outstanding;
    }

    private void leave(int unit, int outstanding) {
        var word = unit >>> WORD;
        var left = level[outstanding][word] & ~(1L << unit);
        level[outstanding][word] = left;
        if (left == 0) {
            summary[outstanding][word >>> WORD] &= ~(1L << word);
        }
        members[outstanding]--;
    }

    private void reach(int unit) {
        if (unit < count.length) {
            return;
        }
        var from = count.length;
        count = Arrays.copyOf(count, Math.max(unit + 1, 2 * from));
        Arrays.fill(count, from, count.length, NONE);
        words = (count.length + BITS_IN_WORD) >>> WORD;
        sums = (words + BITS_IN_WORD) >>> WORD;
        for (var index = 0; index < level.length; index++) {
            level[index] = Arrays.copyOf(level[index], words);
            summary[index] = Arrays.copyOf(summary[index], sums);
        }
    }

    private void reachLevel(int outstanding) {
        var from = level.length;
        var levels = Math.max(outstanding + 1, 2 * from);
        level = Arrays.copyOf(level, levels);
        summary = Arrays.copyOf(summary, levels);
        members = Arrays.copyOf(members, levels);
        for (var index = from; index < levels; index++) {
            level[index] = new long[words];
            summary[index] = new long[sums];
        }
    }
}
