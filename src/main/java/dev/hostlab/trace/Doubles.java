package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.List;

/// A growing column of numbers, kept in pieces so that growing copies nothing.
///
/// Whole numbers that fit, as most counts are, take four bytes each.
final class Doubles {

    private static final int[] NO_INTS = {};
    private static final double[] NO_DOUBLES = {};

    private final List<Piece> pieces = new ArrayList<>();
    private Piece last = new Piece(NO_INTS);
    private int size;

    /// Some numbers that follow each other: as integers until one of them is none.
    private static final class Piece {

        private int[] whole;
        private double[] any = NO_DOUBLES;

        private Piece(int[] whole) {
            this.whole = whole;
        }

        private double get(int at) {
            return any.length == 0 ? whole[at] : any[at];
        }

        private void set(int at, double value) {
            var integer = (int) value;
            if (any.length == 0 && integer == value) {
                whole[at] = integer;
            } else {
                widen();
                any[at] = value;
            }
        }

        private void widen() {
            if (any.length == 0) {
                any = new double[Longs.PIECE];
                copyWhole(any, 0, Longs.PIECE);
                whole = NO_INTS;
            }
        }

        private void copy(double[] to, int from, int count) {
            if (any.length == 0) {
                copyWhole(to, from, count);
            } else {
                System.arraycopy(any, 0, to, from, count);
            }
        }

        private void copyWhole(double[] to, int from, int count) {
            for (var at = 0; at < count; at++) {
                to[from + at] = whole[at];
            }
        }
    }

    void add(double value) {
        if ((size & Longs.IN_PIECE) == 0) {
            last = new Piece(new int[Longs.PIECE]);
            pieces.add(last);
        }
        last.set(size++ & Longs.IN_PIECE, value);
    }

    double get(int index) {
        return pieces.get(index >> Longs.PIECE_BITS).get(index & Longs.IN_PIECE);
    }

    void set(int index, double value) {
        pieces.get(index >> Longs.PIECE_BITS).set(index & Longs.IN_PIECE, value);
    }

    int size() {
        return size;
    }

    /// The first `count` values in one array; this column is empty afterwards.
    double[] drain(int count) {
        var all = new double[count];
        for (var from = 0; from < count; from += Longs.PIECE) {
            pieces.get(from >> Longs.PIECE_BITS).copy(all, from, Math.min(Longs.PIECE, count - from));
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
