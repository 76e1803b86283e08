package dev.hostlab.engine;

import java.util.Arrays;

/// Finds the unit with the fewest outstanding requests: a bitmap of units for each count, with one word that sums
/// each bitmap up (and is the bitmap where there are no more than 64 units), and the lowest count that has a
/// unit. Units that tie are taken in turn, as nginx's `least_conn` does ("if there are several such servers, they
/// are tried in turn", ngx_http_upstream_module).
final class LeastOutstanding {

    private static final int NONE = -1;
    private static final int WORD = 6;
    private static final int BITS = 64;

    private int[] count = {};
    private int wordsOfGroup;
    private int words;
    private long[] level = {};
    private long[] summary = new long[4];
    private int lowest;
    private int size;
    private int last = NONE;

    /// @param units how many to make room for; more may come
    LeastOutstanding(int units) {
        reach(Math.max(1, units) - 1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The count of a unit, -1 where it is not a member.
    int count(int unit) {
        return unit < count.length ? count[unit] : NONE;
    }

    /// The unit with the fewest outstanding requests whose turn it is; only if there is one.
    int next() {
        var from = last + 1;
        if (words == 1) {
            var all = summary[lowest];
            var later = from < BITS ? all & (-1L << from) : 0;
            last = Long.numberOfTrailingZeros(later == 0 ? all : later);
            return last;
        }
        var word = from >>> WORD;
        var found = word < words ? level[lowest * words + word] & (-1L << from) : 0;
        if (found == 0) {
            word = nextWord(word + 1);
            found = level[lowest * words + word];
        }
        last = (word << WORD) + Long.numberOfTrailingZeros(found);
        return last;
    }

    private int nextWord(int from) {
        var sum = summary[lowest];
        var group = wordsOfGroup == 1 ? from : from / wordsOfGroup;
        var later = group < BITS ? sum & (-1L << group) : 0;
        var found = Long.numberOfTrailingZeros(later == 0 ? sum : later);
        var word = found == group ? from : found * wordsOfGroup;
        while (level[lowest * words + word] == 0) {
            word = word + 1 < words ? word + 1 : 0;
        }
        return word;
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
        if (size > 0) {
            findLowest();
        }
    }

    /// A member has one more.
    void increment(int unit) {
        var outstanding = count[unit];
        leave(unit, outstanding);
        enter(unit, outstanding + 1);
        if (summary[lowest] == 0) {
            lowest++;
        }
    }

    /// A unit has one less, if it is a member.
    void decrement(int unit) {
        var outstanding = count(unit);
        if (outstanding > 0) {
            leave(unit, outstanding);
            enter(unit, outstanding - 1);
            lowest = Math.min(lowest, outstanding - 1);
        }
    }

    /// Moves a member to another count.
    void move(int unit, int outstanding) {
        leave(unit, count[unit]);
        enter(unit, outstanding);
        if (outstanding < lowest) {
            lowest = outstanding;
        } else if (summary[lowest] == 0) {
            findLowest();
        }
    }

    private void findLowest() {
        while (summary[lowest] == 0) {
            lowest = lowest + 1 < summary.length ? lowest + 1 : 0;
        }
    }

    private void enter(int unit, int outstanding) {
        if (outstanding >= summary.length) {
            reachLevel(outstanding);
        }
        count[unit] = outstanding;
        if (words == 1) {
            summary[outstanding] |= 1L << unit;
            return;
        }
        var word = unit >>> WORD;
        level[outstanding * words + word] |= 1L << unit;
        summary[outstanding] |= 1L << group(word);
    }

    private void leave(int unit, int outstanding) {
        if (words == 1) {
            summary[outstanding] &= ~(1L << unit);
            return;
        }
        var word = unit >>> WORD;
        var at = outstanding * words + word;
        var left = level[at] & ~(1L << unit);
        level[at] = left;
        if (left == 0 && isEmpty(outstanding, group(word))) {
            summary[outstanding] &= ~(1L << group(word));
        }
    }

    private boolean isEmpty(int outstanding, int group) {
        if (wordsOfGroup == 1) {
            return true;
        }
        for (var word = group * wordsOfGroup; word < (group + 1) * wordsOfGroup; word++) {
            if (level[outstanding * words + word] != 0) {
                return false;
            }
        }
        return true;
    }

    private int group(int word) {
        return wordsOfGroup == 1 ? word : word / wordsOfGroup;
    }

    private void reach(int unit) {
        if (unit < count.length) {
            return;
        }
        var old = count;
        count = Arrays.copyOf(old, Math.max(unit + 1, 2 * old.length));
        Arrays.fill(count, old.length, count.length, NONE);
        var needed = (count.length + BITS - 1) >>> WORD;
        wordsOfGroup = (needed + BITS - 1) / BITS;
        var groups = (needed + wordsOfGroup - 1) / wordsOfGroup;
        words = groups * wordsOfGroup;
        level = new long[summary.length * words];
        Arrays.fill(summary, 0);
        for (var member = 0; member < old.length; member++) {
            if (old[member] != NONE) {
                enter(member, old[member]);
            }
        }
    }

    private void reachLevel(int outstanding) {
        var levels = Math.max(outstanding + 1, 2 * summary.length);
        summary = Arrays.copyOf(summary, levels);
        level = Arrays.copyOf(level, levels * words);
    }
}
