package dev.hostlab.engine;

import java.util.Arrays;

/// The requests of one unit that wait for something upstream, in order of the time at which they end: a binary heap
/// over primitive arrays.
final class UpstreamWaits {

    private long[] end;
    private int[] slot;
    private int size;

    UpstreamWaits(int capacity) {
        end = new long[capacity];
        slot = new int[capacity];
    }

    /// When the next wait ends, [Unit#NEVER] if there is none.
    long next() {
        return size == 0 ? Unit.NEVER : end[0];
    }

    boolean isFull() {
        return size == end.length;
    }

    /// Makes room for twice as many.
    void grow() {
        end = Arrays.copyOf(end, 2 * end.length);
        slot = Arrays.copyOf(slot, 2 * slot.length);
    }

    /// Takes out the one in a slot and tells when it would have ended. Looks through all: not for the hot path.
    long remove(int inSlot) {
        var at = 0;
        while (slot[at] != inSlot) {
            at++;
        }
        var ended = end[at];
        while (at > 0) {
            var parent = (at - 1) >>> 1;
            end[at] = end[parent];
            slot[at] = slot[parent];
            at = parent;
        }
        removeNext();
        return ended;
    }

    void add(long ends, int inSlot) {
        var child = size++;
        while (child > 0) {
            var parent = (child - 1) >>> 1;
            if (end[parent] <= ends) {
                break;
            }
            end[child] = end[parent];
            slot[child] = slot[parent];
            child = parent;
        }
        end[child] = ends;
        slot[child] = inSlot;
    }

    /// Takes the next one out and tells its slot.
    int removeNext() {
        var removed = slot[0];
        size--;
        var ends = end[size];
        var inSlot = slot[size];
        var parent = 0;
        for (var child = 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && end[child + 1] < end[child]) {
                child++;
            }
            if (end[child] >= ends) {
                break;
            }
            end[parent] = end[child];
            slot[parent] = slot[child];
            parent = child;
        }
        end[parent] = ends;
        slot[parent] = inSlot;
        return removed;
    }
}
