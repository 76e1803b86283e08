package dev.hostlab.estimate;

import java.util.Arrays;

/// One unit that requests go through one by one: slots, and a line in order of arrival. A central queue is a line too,
/// of a unit without slots.
final class SlotUnit {

    private int[] line = new int[16];
    private int first;
    private int waiting;

    /// Requests in its slots.
    int held;

    /// When it ends and loses what it has, in nanoseconds.
    long endsAt = Long.MAX_VALUE;

    void enqueue(int request) {
        if (waiting == line.length) {
            var longer = Arrays.copyOf(line, 2 * waiting);
            System.arraycopy(line, 0, longer, waiting - first, first);
            System.arraycopy(line, first, longer, 0, waiting - first);
            line = longer;
            first = 0;
        }
        line[(first + waiting) & (line.length - 1)] = request;
        waiting++;
    }

    /// The request that has waited longest; only if one waits.
    int dequeue() {
        var request = line[first];
        first = (first + 1) & (line.length - 1);
        waiting--;
        return request;
    }

    int waiting() {
        return waiting;
    }

    /// Requests in its slots and in its line.
    int outstanding() {
        return held + waiting;
    }
}
