package dev.hostlab.ui.chart;

import java.util.Arrays;

/// The bins that fall on each column of pixels: first, least, greatest and last value, so that no spike is lost and
/// neighbours join as they do in the data.
final class Columns {

    private final double[] first;
    private final double[] least;
    private final double[] greatest;
    private final double[] last;

    private Columns(int width) {
        first = nothing(width);
        least = nothing(width);
        greatest = nothing(width);
        last = nothing(width);
    }

    private static double[] nothing(int width) {
        var values = new double[width];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// @param from  first bin in view; may lie between bins
    /// @param to    end of the view in bins, after `from`
    /// @param width columns, at least 1
    static Columns of(double[] values, double from, double to, int width) {
        var columns = new Columns(width);
        var perColumn = (to - from) / width;
        for (var column = 0; column < width; column++) {
            var start = (int) Math.max(0, Math.floor(from + column * perColumn));
            var end = (int) Math.min(values.length, Math.max(start + 1.0, Math.floor(from + (column + 1) * perColumn)));
            columns.fill(column, values, start, end);
        }
        return columns;
    }

    private void fill(int column, double[] values, int start, int end) {
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (var bin = start; bin < end; bin++) {
            var value = values[bin];
            if (Double.isFinite(value)) {
                if (low > high) {
                    first[column] = value;
                }
                last[column] = value;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low <= high) {
            least[column] = low;
            greatest[column] = high;
        }
    }

    int width() {
        return first.length;
    }

    boolean isEmpty(int column) {
        return Double.isNaN(first[column]);
    }

    double first(int column) {
        return first[column];
    }

    double least(int column) {
        return least[column];
    }

    double greatest(int column) {
        return greatest[column];
    }

    double last(int column) {
        return last[column];
    }

    /// The greatest value in the bins of a view, 0 where there is none.
    static double highest(double[] values, double from, double to) {
        var start = (int) Math.max(0, Math.floor(from));
        var end = (int) Math.min(values.length, Math.ceil(to));
        var highest = 0.0;
        for (var bin = start; bin < end; bin++) {
            if (values[bin] > highest && Double.isFinite(values[bin])) {
                highest = values[bin];
            }
        }
        return highest;
    }
}
