package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.List;

/// A growing column of small whole numbers, kept in pieces so that growing copies nothing.
final class Ints {

    private final List<int[]> pieces = new ArrayList<>();
    private int size;

    void add(int value) {
        if ((size & Longs.IN_PIECE) == 0) {
            pieces.add(new int[Longs.PIECE]);
        }
        pieces.getLast()[size++ & Longs.IN_PIECE] = value;
    }

    int get(int index) {
        return pieces.get(index >> Longs.PIECE_BITS)[index & Longs.IN_PIECE];
    }

    int size() {
        return size;
    }

    /// All values in one array; this column is empty afterwards.
    int[] drain() {
        var all = new int[size];
        for (var from = 0; from < size; from += Longs.PIECE) {
            System.arraycopy(pieces.get(from >> Longs.PIECE_BITS), 0, all, from, Math.min(Longs.PIECE, size - from));
        }
        pieces.clear();
        size = 0;
        return all;
    }

    /// Puts values in another order.
    void permute(int[] order) {
        var before = drain();
        for (var index : order) {
            add(before[index]);
        }
    }
}
