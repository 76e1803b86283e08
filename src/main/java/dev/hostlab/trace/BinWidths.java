package dev.hostlab.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;
import java.util.stream.LongStream;

/// How long the bins of a trace last, told by the distances between their starts.
///
/// Most distances are the same: that is the step. A distance of several steps is a gap, after a bin of one step.
/// Where no step is shared by half of the bins, each lasts until the next, and the last one as long as the median.
///
/// @param stepNanos      the usual width
/// @param widthNanos     width of each bin, gaps left out
/// @param gaps           time without a bin
/// @param firstIrregular the first bin of another width, 0 if there is none (the bin before it is the short or long
/// one)
@SuppressWarnings("ArrayRecordComponent")
record BinWidths(long stepNanos, long[] widthNanos, Gaps gaps, int firstIrregular) {

    /// Width of the only bin of a trace with one row: a minute.
    static final long ONLY_BIN_NANOS = 60_000_000_000L;

    /// Distances within this share of the step are the step: clocks jitter.
    private static final double JITTER = 0.01;

    /// From this many steps on, a distance is a gap even if it is not a whole number of steps.
    private static final double SURELY_A_GAP = 3;

    /// As many gaps of one length one after the other may be bins of another width.
    private static final int MANY = 5;

    /// More different distances than this are sorted instead of counted.
    private static final int MOST_COUNTED = 4_096;

    /// Time without a bin, in order.
    static final class Gaps {

        private final Ints after = new Ints();
        private final Longs nanos = new Longs();

        private void add(int bin, long gap) {
            after.add(bin);
            nanos.add(gap);
        }

        int count() {
            return nanos.size();
        }

        /// The first of many gaps of one length that follow each other, each after one bin; none if
        /// that is so nowhere.
        OptionalInt firstOfMany() {
            for (var from = 0; from < count(); ) {
                var to = from + 1;
                while (to < count() && after(to) == after(to - 1) + 1 && nanos(to) == nanos(from)) {
                    to++;
                }
                if (to - from >= MANY) {
                    return OptionalInt.of(from);
                }
                from = to;
            }
            return OptionalInt.empty();
        }

        /// The bin that a gap follows.
        int after(int gap) {
            return after.get(gap);
        }

        long nanos(int gap) {
            return nanos.get(gap);
        }

        /// How much time is missing before each bin.
        IntToLongFunction before() {
            var ends = new int[count()];
            var sums = new long[count() + 1];
            for (var gap = 0; gap < ends.length; gap++) {
                ends[gap] = after(gap);
                sums[gap + 1] = sums[gap] + nanos(gap);
            }
            return bin -> {
                var found = Arrays.binarySearch(ends, bin);
                return sums[found >= 0 ? found : -found - 1];
            };
        }
    }

    /// @param starts of the bins, in order, all different; they become the widths
    /// @param chosen width of a bin, if the user said it
    static BinWidths of(long[] starts, Optional<Long> chosen) {
        var count = starts.length;
        var widths = starts;
        for (var i = 0; i + 1 < count; i++) {
            widths[i] = starts[i + 1] - starts[i];
        }
        if (chosen.isPresent()) {
            widths[count - 1] = chosen.get();
            return cut(widths, chosen.get());
        }
        if (count == 1) {
            widths[0] = ONLY_BIN_NANOS;
            return new BinWidths(ONLY_BIN_NANOS, widths, new Gaps(), 0);
        }
        var step = step(widths, count - 1);
        widths[count - 1] = step.nanos;
        return step.isUsual ? usual(widths, step.nanos) : irregular(widths, step.nanos);
    }

    /// The distance that half of the times have at least, if there is one.
    ///
    /// @param times in any order
    static Optional<Long> usualStep(LongStream times) {
        var distances = times.sorted().distinct().toArray();
        for (var i = 0; i + 1 < distances.length; i++) {
            distances[i] = distances[i + 1] - distances[i];
        }
        return distances.length < 2
                ? Optional.empty()
                : Optional.of(step(distances, distances.length - 1))
                        .filter(Step::isUsual)
                        .map(Step::nanos);
    }

    /// The same bins but for the last.
    BinWidths withoutLast() {
        return new BinWidths(stepNanos, Arrays.copyOf(widthNanos, widthNanos.length - 1), gaps, firstIrregular);
    }

    /// Bins that are missing.
    long missing() {
        var missing = 0L;
        for (var gap = 0; gap < gaps.count(); gap++) {
            missing += Math.max(1, Math.round((double) gaps.nanos(gap) / stepNanos));
        }
        return missing;
    }

    /// The first bin that a gap precedes, 0 if there is none.
    int firstAfterGap() {
        return gaps.count() == 0 ? 0 : gaps.after(0) + 1;
    }

    private record Step(long nanos, boolean isUsual) {}

    /// The most frequent distance, the shortest of several.
    private static Step step(long[] distances, int count) {
        var often = new HashMap<Long, Integer>();
        for (var from = 0; from < count && often.size() <= MOST_COUNTED; ) {
            var to = from + 1;
            while (to < count && distances[to] == distances[from]) {
                to++;
            }
            often.merge(distances[from], to - from, Integer::sum);
            from = to;
        }
        if (often.size() > MOST_COUNTED) {
            return typical(distances, count);
        }
        var best = 0L;
        var bestCount = 0;
        for (var distance : often.entrySet()) {
            var more = distance.getValue() - bestCount;
            if (more > 0 || (more == 0 && distance.getKey() < best)) {
                best = distance.getKey();
                bestCount = distance.getValue();
            }
        }
        return 2L * bestCount >= count ? new Step(best, true) : typical(distances, count);
    }

    /// The median, where no distance is shared by half of the bins; it is usual if half of the
    /// bins jitter around it.
    private static Step typical(long[] distances, int count) {
        var sorted = Arrays.copyOf(distances, count);
        Arrays.sort(sorted);
        var nanos = sorted[count / 2];
        var alike = Arrays.stream(sorted)
                .filter(distance -> Math.abs(distance - nanos) <= JITTER * nanos)
                .count();
        return new Step(nanos, 2 * alike >= count);
    }

    private static BinWidths usual(long[] widths, long step) {
        var gaps = new Gaps();
        var firstIrregular = 0;
        for (var i = 0; i < widths.length; i++) {
            if (isGap((double) widths[i] / step)) {
                gaps.add(i, widths[i] - step);
                widths[i] = step;
            } else if (firstIrregular == 0 && Math.abs(widths[i] - step) > JITTER * step) {
                firstIrregular = i + 1;
            }
        }
        return new BinWidths(step, widths, gaps, firstIrregular);
    }

    private static BinWidths cut(long[] widths, long step) {
        var gaps = new Gaps();
        for (var i = 0; i < widths.length; i++) {
            if (widths[i] > step) {
                gaps.add(i, widths[i] - step);
                widths[i] = step;
            }
        }
        return new BinWidths(step, widths, gaps, 0);
    }

    private static BinWidths irregular(long[] widths, long median) {
        var first = 0;
        while (Math.abs(widths[first] - median) <= JITTER * median) {
            first++;
        }
        return new BinWidths(median, widths, new Gaps(), first + 1);
    }

    private static boolean isGap(double steps) {
        return steps >= SURELY_A_GAP || (steps >= 1.5 && Math.abs(steps - Math.rint(steps)) <= JITTER);
    }
}
