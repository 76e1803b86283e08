package dev.hostlab.engine;

import java.util.Arrays;

/// Requests that wait for a slot, first come first served: a ring of their places.
final class VisitLine {

    private int[] ring = new int[16];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(int visit) {
        if (size == ring.length) {
            var longer = Arrays.copyOfRange(ring, head, head + 2 * size);
            System.arraycopy(ring, 0, longer, size - head, head);
            ring = longer;
            head = 0;
        }
        ring[(head + size++) & (ring.length - 1)] = visit;
    }

    int head() {
        return ring[head];
    }

    /// Takes one out that may stand anywhere. Looks through those before it.
    void remove(int visit) {
        var mask = ring.length - 1;
        var place = 0;
        while (ring[(head + place) & mask] != visit) {
            if (++place == size) {
                throw new IllegalArgumentException("Nobody stands in line with number " + visit);
            }
        }
        for (; place > 0; place--) {
            ring[(head + place) & mask] = ring[(head + place - 1) & mask];
        }
        removeHead();
    }

    int removeHead() {
        var visit = ring[head];
        head = (head + 1) & (ring.length - 1);
        size--;
        return visit;
    }
}
