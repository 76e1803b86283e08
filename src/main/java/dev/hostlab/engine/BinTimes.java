package dev.hostlab.engine;

/// When the requests of a bin come: the order statistics of uniform draws, which is a Poisson process given its
/// count, or even spacing. They are made in order, as partial sums of exponential gaps over their total (Devroye,
/// "Non-Uniform Random Variate Generation", 1986, V.3.1).
///
/// The total must be known first. So as to hold no whole bin and to draw nothing twice, a bin is cut into blocks of
/// 2,048 requests at the time of each block's last one, which is a beta variate of what is left of the bin
/// ([BetaDraw]): given that time, those before it are again uniform. A block's sums fit the nearest cache, and the
/// loop that scales them has no iteration that waits for the one before.
final class BinTimes {

    private static final int BLOCK = 2_048;

    private final boolean even;
    private final long gapKey;
    private final long endKey;
    private final long blockKey;

    private final double[] sums = new double[BLOCK];
    private int place;
    private int size;
    private double nanosPerGap;
    private double blockStart;
    private double blockEnd;
    private long latest;

    private long binStart;
    private long binNanos;
    private long number;
    private long left;

    BinTimes(RunId run) {
        even = run.evenArrivals();
        gapKey = run.key(Stream.ARRIVAL_GAP);
        endKey = run.key(Stream.BIN_END);
        blockKey = run.key(Stream.BLOCK_END);
    }

    /// Begins a bin.
    ///
    /// @param start nanoseconds
    /// @param nanos its width
    /// @param first number among the run's arrivals of its first request
    /// @param many  how many requests come
    void open(long start, long nanos, long first, long many) {
        binStart = start;
        binNanos = nanos;
        number = first;
        left = many;
        blockEnd = 0;
        size = 0;
        place = 0;
    }

    /// The time of the next request of the bin; only if there is one.
    long next() {
        if (place == size) {
            openBlock();
        }
        return at(sums[place++]);
    }

    /// The times of the next requests of the bin, which has that many left, into places `from` to `to`.
    void fill(long[] at, int from, int to) {
        var filled = from;
        while (filled < to) {
            if (place == size) {
                openBlock();
            }
            var many = Math.min(to - filled, size - place);
            for (var index = 0; index < many; index++) {
                at[filled + index] = at(sums[place + index]);
            }
            place += many;
            filled += many;
        }
    }

    private long at(double gaps) {
        return Math.min(latest, binStart + (long) (blockStart + gaps * nanosPerGap));
    }

    private void openBlock() {
        place = 0;
        size = (int) Math.min(left, BLOCK);
        blockStart = blockEnd;
        if (even) {
            space();
        } else {
            draw();
        }
        latest = binStart + Math.min(binNanos - 1, (long) blockEnd);
        number += size;
        left -= size;
    }

    /// Gaps of 1, and half a gap at either end of the bin.
    private void space() {
        for (var index = 0; index < size; index++) {
            sums[index] = index + 0.5;
        }
        nanosPerGap = (binNanos - blockStart) / left;
        blockEnd = blockStart + size * nanosPerGap;
    }

    private void draw() {
        var sum = 0.0;
        for (var index = 0; index < size; index++) {
            sum += Draws.exponential(Draws.bits(gapKey, number + index));
            sums[index] = sum;
        }
        if (size == left) {
            sum += Draws.exponential(Draws.bits(endKey, number));
            blockEnd = binNanos;
        } else {
            var share = BetaDraw.of(Draws.bits(blockKey, number), size, left - size + 1.0);
            blockEnd = blockStart + share * (binNanos - blockStart);
        }
        nanosPerGap = (blockEnd - blockStart) / sum;
    }
}
