package dev.hostlab.trace;

import java.util.Arrays;

/// How long the bins of a trace last, told by the distances between their starts.
///
/// Most distances are the same: that is the step. A distance of several steps is a gap, after a bin of one step.
/// Where no step is shared by half of the bins, each lasts until the next, and the last one as long as the median.
///
/// @param stepNanos      the usual width
/// @param widthNanos     width of each bin, gaps left out
/// @param gapNanos       time without a bin after each bin
/// @param firstIrregular the first bin of another width, 0 if there is none (the bin before it is the short or long
/// one)
@SuppressWarnings("ArrayRecordComponent")
record BinWidths(long stepNanos, long[] widthNanos, long[] gapNanos, int firstIrregular) {

    /// Width of the only bin of a trace with one row: a minute.
    static final long ONLY_BIN_NANOS = 60_000_000_000L;

    /// Distances within this share of the step are the step: clocks jitter.
    private static final double JITTER = 0.01;

    /// From this many steps on, a distance is a gap even if it is not a whole number of steps.
    private static final double SURELY_A_GAP = 3;

    /// @param table rows in order, one for each time
    static BinWidths of(BinTable table) {
        var count = table.rows();
        var widths = new long[count];
        for (var i = 0; i + 1 < count; i++) {
            widths[i] = table.atNanos(i + 1) - table.atNanos(i);
        }
        if (count == 1) {
            widths[0] = ONLY_BIN_NANOS;
            return new BinWidths(ONLY_BIN_NANOS, widths, new long[1], 0);
        }
        var step = step(Arrays.copyOf(widths, count - 1));
        widths[count - 1] = step.nanos;
        return step.isUsual ? usual(widths, step.nanos) : irregular(widths, step.nanos);
    }

    /// Bins that are missing.
    long missing() {
        return Arrays.stream(gapNanos)
                .map(gap -> Math.round((double) gap / stepNanos))
                .sum();
    }

    /// The first bin that a gap precedes, 0 if there is none.
    int firstAfterGap() {
        for (var i = 0; i < gapNanos.length; i++) {
            if (gapNanos[i] > 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private record Step(long nanos, boolean isUsual) {}

    private static Step step(long[] distances) {
        Arrays.sort(distances);
        var best = 0;
        var bestLength = 0;
        for (var from = 0; from < distances.length; ) {
            var to = from;
            while (to < distances.length && distances[to] == distances[from]) {
                to++;
            }
            if (to - from > bestLength) {
                best = from;
                bestLength = to - from;
            }
            from = to;
        }
        var nanos = distances[2 * bestLength >= distances.length ? best : distances.length / 2];
        var alike = Arrays.stream(distances)
                .filter(distance -> Math.abs(distance - nanos) <= JITTER * nanos)
                .count();
        return new Step(nanos, 2 * alike >= distances.length);
    }

    private static BinWidths usual(long[] widths, long step) {
        var gaps = new long[widths.length];
        var firstIrregular = 0;
        for (var i = 0; i < widths.length; i++) {
            if (isGap((double) widths[i] / step)) {
                gaps[i] = widths[i] - step;
                widths[i] = step;
            } else if (firstIrregular == 0 && Math.abs(widths[i] - step) > JITTER * step) {
                firstIrregular = i + 1;
            }
        }
        return new BinWidths(step, widths, gaps, firstIrregular);
    }

    private static BinWidths irregular(long[] widths, long median) {
        var first = 0;
        while (Math.abs(widths[first] - median) <= JITTER * median) {
            first++;
        }
        return new BinWidths(median, widths, new long[widths.length], first + 1);
    }

    private static boolean isGap(double steps) {
        return steps >= SURELY_A_GAP || (steps >= 1.5 && Math.abs(steps - Math.rint(steps)) <= JITTER);
    }
}
