package dev.hostlab.estimate;

import java.util.Arrays;

/// Times at which something is due, the next one first: a binary heap over primitive arrays. Equal times come in an
/// order that depends on nothing but what was added before.
final class DueTimes {

    private long[] times = new long[64];
    private int[] things = new int[64];
    private int size;

    void add(long time, int thing) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            things = Arrays.copyOf(things, 2 * size);
        }
        var at = size++;
        while (at > 0 && times[(at - 1) >> 1] > time) {
            move((at - 1) >> 1, at);
            at = (at - 1) >> 1;
        }
        times[at] = time;
        things[at] = thing;
    }

    /// The next time, [Long#MAX_VALUE] where there is none.
    long next() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /// Takes what is due next; only if there is something.
    int take() {
        var taken = things[0];
        size--;
        var time = times[size];
        var thing = things[size];
        var at = 0;
        for (var child = 1; child < size; child = 2 * at + 1) {
            child += child + 1 < size && times[child + 1] < times[child] ? 1 : 0;
            if (times[child] >= time) {
                break;
            }
            move(child, at);
            at = child;
        }
        times[at] = time;
        things[at] = thing;
        return taken;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        things[to] = things[from];
    }
}
