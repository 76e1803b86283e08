package dev.hostlab.engine;

import java.util.Arrays;

/// The next event of every unit, and the earliest of them all: a winner tree over primitive arrays. Setting one
/// unit's time costs one comparison a level, without branches that depend on it.
final class NextEvents {

    private int leaves = 1;
    private long[] time = {Unit.NEVER, Unit.NEVER};
    private int[] winner = {0, 0};

    /// The earliest time, [Unit#NEVER] if nothing will happen.
    long earliest() {
        return time[1];
    }

    /// The unit of the earliest time.
    int unit() {
        return winner[1];
    }

    void set(int unit, long at) {
        if (unit >= leaves) {
            grow(unit);
        }
        var node = leaves + unit;
        time[node] = at;
        while (node > 1) {
            var left = node & ~1;
            var better = time[left + 1] < time[left] ? left + 1 : left;
            node >>>= 1;
            time[node] = time[better];
            winner[node] = winner[better];
        }
    }

    private void grow(int unit) {
        var old = Arrays.copyOfRange(time, leaves, 2 * leaves);
        while (leaves <= unit) {
            leaves *= 2;
        }
        time = new long[2 * leaves];
        winner = new int[2 * leaves];
        Arrays.fill(time, Unit.NEVER);
        for (var leaf = 0; leaf < leaves; leaf++) {
            winner[leaves + leaf] = leaf;
        }
        for (var leaf = 0; leaf < old.length; leaf++) {
            set(leaf, old[leaf]);
        }
    }
}
