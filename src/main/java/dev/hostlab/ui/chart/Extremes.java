package dev.hostlab.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// Least and greatest of any run of bins without looking at each of them: over the bins stand those of sixteen, over
/// these those of sixteen times as many, and so on. Values that are not finite do not count.
final class Extremes {

    private static final int FAN = 16;

    private final double[] values;
    private final List<double[]> least = new ArrayList<>();
    private final List<double[]> greatest = new ArrayList<>();

    Extremes(double[] values) {
        this.values = values;
        least.add(values);
        greatest.add(values);
        while (least.getLast().length > FAN) {
            least.add(above(least.getLast(), false));
            greatest.add(above(greatest.getLast(), true));
        }
    }

    /// One pass over each block; a comparison with NaN is false, so that only infinite values need to be left out.
    private static double[] above(double[] below, boolean high) {
        var blocks = new double[Math.ceilDiv(below.length, FAN)];
        var sign = high ? 1 : -1;
        for (var block = 0; block < blocks.length; block++) {
            var end = Math.min(below.length, (block + 1) * FAN);
            var best = Double.NEGATIVE_INFINITY;
            for (var i = block * FAN; i < end; i++) {
                var value = sign * below[i];
                best = value > best && value < Double.POSITIVE_INFINITY ? value : best;
            }
            blocks[block] = best == Double.NEGATIVE_INFINITY ? Double.NaN : sign * best;
        }
        return blocks;
    }

    private static double pick(double a, double b, boolean high) {
        if (!Double.isFinite(b)) {
            return a;
        }
        if (!Double.isFinite(a)) {
            return b;
        }
        return high ? Math.max(a, b) : Math.min(a, b);
    }

    int bins() {
        return values.length;
    }

    double value(int bin) {
        return values[bin];
    }

    /// The least value of the bins from `start` to before `end`; not a number where there is none.
    double least(int start, int end) {
        return find(least, start, end, false);
    }

    /// The greatest value of the bins from `start` to before `end`; not a number where there is none.
    double greatest(int start, int end) {
        return find(greatest, start, end, true);
    }

    private static double find(List<double[]> levels, int start, int end, boolean high) {
        var found = Double.NaN;
        var from = start;
        var to = end;
        for (var level : levels) {
            var top = level.length <= FAN;
            while (from < to && (top || from % FAN != 0)) {
                found = pick(found, level[from++], high);
            }
            while (from < to && to % FAN != 0) {
                found = pick(found, level[--to], high);
            }
            from /= FAN;
            to /= FAN;
        }
        return found;
    }
}
