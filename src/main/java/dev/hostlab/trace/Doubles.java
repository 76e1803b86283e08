package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.List;

/// A growing column of numbers, kept in pieces so that growing copies nothing.
final class Doubles {

    private final List<double[]> pieces = new ArrayList<>();
    private int size;

    void add(double value) {
        if ((size & Longs.IN_PIECE) == 0) {
            pieces.add(new double[Longs.PIECE]);
        }
        pieces.getLast()[size++ & Longs.IN_PIECE] = value;
    }

    double get(int index) {
        return pieces.get(index >> Longs.PIECE_BITS)[index & Longs.IN_PIECE];
    }

    void set(int index, double value) {
        pieces.get(index >> Longs.PIECE_BITS)[index & Longs.IN_PIECE] = value;
    }

    int size() {
        return size;
    }

    /// The first `count` values in one array; this column is empty afterwards.
    double[] drain(int count) {
        var all = new double[count];
        for (var from = 0; from < count; from += Longs.PIECE) {
            System.arraycopy(pieces.get(from >> Longs.PIECE_BITS), 0, all, from, Math.min(Longs.PIECE, count - from));
        }
        pieces.clear();
        size = 0;
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
