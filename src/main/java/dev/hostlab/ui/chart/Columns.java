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
    static Columns of(Extremes bins, double from, double to, int width) {
        var columns = new Columns(width);
        var perColumn = (to - from) / width;
        for (var column = 0; column < width; column++) {
            var start = (int) Math.max(0, Math.floor(from + column * perColumn));
            var end = (int) Math.min(bins.bins(), Math.max(start + 1.0, Math.floor(from + (column + 1) * perColumn)));
            columns.fill(column, bins, start, end);
        }
        return columns;
    }

    private void fill(int column, Extremes bins, int start, int end) {
        var begin = start;
        while (begin < end && !Double.isFinite(bins.value(begin))) {
            begin++;
        }
        if (begin >= end) {
            return;
        }
        var finish = end - 1;
        while (!Double.isFinite(bins.value(finish))) {
            finish--;
        }
        first[column] = bins.value(begin);
        last[column] = bins.value(finish);
        least[column] = bins.least(begin, finish + 1);
        greatest[column] = bins.greatest(begin, finish + 1);
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
    static double highest(Extremes bins, double from, double to) {
        var start = (int) Math.max(0, Math.floor(from));
        var end = (int) Math.min(bins.bins(), Math.ceil(to));
        var highest = bins.greatest(start, Math.max(start, end));
        return Double.isFinite(highest) ? Math.max(0, highest) : 0;
    }
}
