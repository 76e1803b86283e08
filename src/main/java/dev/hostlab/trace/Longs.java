package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A growing column of whole numbers, kept in pieces so that growing copies nothing.
///
/// Numbers at equal distances, as the times of most bins and the lines of most rows are, take no memory.
final class Longs {

    static final int PIECE_BITS = 15;
    static final int PIECE = 1 << PIECE_BITS;
    static final int IN_PIECE = PIECE - 1;

    private static final long[] NONE = {};

    private final List<Piece> pieces = new ArrayList<>();
    private Piece last = new Piece(0);
    private int size;

    /// Some numbers that follow each other: at equal distances as long as there is no array of them.
    private static final class Piece {

        private final long first;
        private long step;
        private long[] each = NONE;

        private Piece(long first) {
            this.first = first;
        }

        private void add(int at, long value) {
            if (each.length == 0) {
                if (at == 1) {
                    step = value - first;
                }
                if (value == first + at * step) {
                    return;
                }
                spell();
            }
            each[at] = value;
        }

        private long get(int at) {
            return each.length == 0 ? first + at * step : each[at];
        }

        private void set(int at, long value) {
            if (value != get(at)) {
                if (each.length == 0) {
                    spell();
                }
                each[at] = value;
            }
        }

        private void copy(long[] to, int from, int count) {
            if (each.length == 0) {
                for (var at = 0; at < count; at++) {
                    to[from + at] = first + at * step;
                }
            } else {
                System.arraycopy(each, 0, to, from, count);
            }
        }

        private void spell() {
            each = new long[PIECE];
            Arrays.setAll(each, at -> first + at * step);
        }
    }

    void add(long value) {
        var at = size++ & IN_PIECE;
        if (at == 0) {
            last = new Piece(value);
            pieces.add(last);
        } else {
            last.add(at, value);
        }
    }

    long get(int index) {
        return pieces.get(index >> PIECE_BITS).get(index & IN_PIECE);
    }

    void set(int index, long value) {
        pieces.get(index >> PIECE_BITS).set(index & IN_PIECE, value);
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
            pieces.get(from >> PIECE_BITS).copy(all, from, Math.min(PIECE, count - from));
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
