package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.List;

/// A growing column of whole numbers, kept in pieces so that growing copies nothing.
final class Longs {

    static final int PIECE_BITS = 15;
    static final int PIECE = 1 << PIECE_BITS;
    static final int IN_PIECE = PIECE - 1;

    private final List<long[]> pieces = new ArrayList<>();
    private int size;

    void add(long value) {
        if ((size & IN_PIECE) == 0) {
            pieces.add(new long[PIECE]);
        }
        pieces.getLast()[size++ & IN_PIECE] = value;
    }

    long get(int index) {
        return pieces.get(index >> PIECE_BITS)[index & IN_PIECE];
    }

    void set(int index, long value) {
        pieces.get(index >> PIECE_BITS)[index & IN_PIECE] = value;
    }

    int size() {
        return size;
    }

    /// The first `count` values in one array; this column is empty afterwards.
    long[] drain(int count) {
        var all = copy(count);
        pieces.clear();
        size = 0;
        return all;
    }

    /// A copy of the first `count` values in one array.
    long[] copy(int count) {
        var all = new long[count];
        for (var from = 0; from < count; from += PIECE) {
            System.arraycopy(pieces.get(from >> PIECE_BITS), 0, all, from, Math.min(PIECE, count - from));
        }
        return all;
    }

    /// Puts values in another order.
    void permute(int[] order) {
        var before = drain(size);
        for (var index : order) {
            add(before[index]);
        }
    }
}
