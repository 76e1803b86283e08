package dev.hostlab.engine;

import java.util.Arrays;

/// Idle slots in the order in which they became free, as workers that pull from one line come back for more: a ring
/// of their units.
final class IdleSlots {

    private int[] ring = new int[64];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /// So many slots of a unit have become free.
    void add(int unit, int slots) {
        for (var slot = 0; slot < slots; slot++) {
            if (size == ring.length) {
                grow();
            }
            ring[(head + size++) & (ring.length - 1)] = unit;
        }
    }

    /// Takes the slot that has been free for longest, and tells its unit.
    int take() {
        var unit = ring[head];
        head = (head + 1) & (ring.length - 1);
        size--;
        return unit;
    }

    /// Takes the slot of a unit that has been free for longest. Looks through all.
    void takeOf(int unit) {
        var all = size;
        var taken = false;
        for (var index = 0; index < all; index++) {
            var other = take();
            if (other == unit && !taken) {
                taken = true;
            } else {
                add(other, 1);
            }
        }
    }

    /// Takes all slots of a unit away.
    void remove(int unit) {
        var all = size;
        for (var index = 0; index < all; index++) {
            var other = take();
            if (other != unit) {
                add(other, 1);
            }
        }
    }

    private void grow() {
        var longer = Arrays.copyOfRange(ring, head, head + 2 * size);
        System.arraycopy(ring, 0, longer, size - head, head);
        ring = longer;
        head = 0;
    }
}
