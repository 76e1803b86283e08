package dev.hostlab.engine;

import java.util.Arrays;

/// Numbers in the order in which they came, in a ring that grows.
final class LongRing {

    private long[] ring = new long[16];
    private int head;
    private int size;

    void add(long number) {
        if (size == ring.length) {
            var longer = Arrays.copyOfRange(ring, head, head + 2 * size);
            System.arraycopy(ring, 0, longer, size - head, head);
            ring = longer;
            head = 0;
        }
        ring[(head + size++) & (ring.length - 1)] = number;
    }

    long head() {
        return ring[head];
    }

    void removeHead() {
        head = (head + 1) & (ring.length - 1);
        size--;
    }
}
