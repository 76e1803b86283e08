package dev.hostlab.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Requests of each minute of a load, or of each bin where bins last longer; a shorter load is one stretch.
///
/// @param counts      requests of each stretch from the beginning; the last may be cut short by the end
/// @param whole       how many stretches are whole, 1 at least; mean and variance are over these
/// @param minutesEach how long a whole stretch lasts
@SuppressWarnings("ArrayRecordComponent")
record MinuteCounts(double[] counts, int whole, double minutesEach) {

    private static final long MINUTE = 60_000_000_000L;

    /// Loads of more minutes than this are counted in longer stretches: two years.
    private static final int MOST = 1 << 20;

    static MinuteCounts of(Arrivals arrivals) {
        return switch (arrivals) {
            case BinnedArrivals bins -> ofBins(bins);
            case RequestArrivals requests -> ofRequests(requests);
            case PoissonArrivals steady -> new MinuteCounts(new double[] {steady.perSecond() * 60}, 1, 1);
        };
    }

    private static MinuteCounts ofBins(BinnedArrivals bins) {
        var step = step(Math.max(bins.widthNanos(0), MINUTE), bins.horizonNanos());
        var counts = new double[length(bins.horizonNanos(), step)];
        var at = 0L;
        for (var bin = 0; bin < bins.bins(); bin++) {
            add(counts, at, at + bins.widthNanos(bin), step, bins.requests(bin));
            at += bins.widthNanos(bin);
        }
        return of(counts, bins.horizonNanos(), step);
    }

    private static MinuteCounts of(double[] counts, long horizon, long step) {
        return new MinuteCounts(counts, (int) (horizon / step), step / (double) MINUTE);
    }

    private static long step(long usual, long horizon) {
        return Math.min(horizon, Math.max(usual, horizon / MOST));
    }

    /// Spreads the requests of a bin over the steps that it touches.
    private static void add(double[] counts, long from, long to, long step, double requests) {
        for (var at = from; at < to; ) {
            var index = Math.min(counts.length - 1, (int) (at / step));
            var end = index == counts.length - 1 ? to : Math.min(to, (index + 1) * step);
            counts[index] += requests * (end - at) / (to - from);
            at = end;
        }
    }

    private static MinuteCounts ofRequests(RequestArrivals requests) {
        var step = step(MINUTE, requests.horizonNanos());
        var counts = new double[length(requests.horizonNanos(), step)];
        for (var i = 0; i < requests.count(); i++) {
            counts[Math.min(counts.length - 1, (int) (requests.atNanos(i) / step))]++;
        }
        return of(counts, requests.horizonNanos(), step);
    }

    private static int length(long horizon, long step) {
        return (int) ((horizon + step - 1) / step);
    }

    double peakPerMinute() {
        var peak = 0.0;
        for (var count : counts) {
            peak = Math.max(peak, count);
        }
        return peak / minutesEach;
    }

    double dispersion() {
        return variance() / mean();
    }

    double variation() {
        return Math.sqrt(variance()) / mean();
    }

    /// The greatest counts of so many stretches, or fewer where there are fewer counts; the highest is 1.
    List<Double> picture(int stretches) {
        var count = Math.min(stretches, counts.length);
        var sums = new double[count];
        for (var i = 0; i < counts.length; i++) {
            var stretch = (int) ((long) i * count / counts.length);
            sums[stretch] = Math.max(sums[stretch], counts[i]);
        }
        var highest = Arrays.stream(sums).max().orElse(0);
        var heights = new ArrayList<Double>();
        for (var sum : sums) {
            heights.add(highest > 0 ? sum / highest : 0);
        }
        return heights;
    }

    private double mean() {
        return Arrays.stream(counts, 0, whole).sum() / whole;
    }

    private double variance() {
        var mean = mean();
        return Arrays.stream(counts, 0, whole)
                        .map(count -> (count - mean) * (count - mean))
                        .sum()
                / whole;
    }
}
