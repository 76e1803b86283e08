package dev.hostlab.workload;

import java.time.Duration;
import java.util.Arrays;

/// What published descriptions of a load give: moments, quantiles and how bursty it is.
public record ArrivalStatistics(double[] counts) {

    /// Requests of each bin.
    public static ArrivalStatistics of(BinnedArrivals arrivals) {
        var counts = new double[arrivals.bins()];
        Arrays.setAll(counts, arrivals::requests);
        return new ArrivalStatistics(counts);
    }

    /// Requests of each minute.
    ///
    /// @param offset from a full minute to the first request
    public static ArrivalStatistics byMinute(RequestArrivals arrivals, Duration offset) {
        var minute = Duration.ofMinutes(1).toNanos();
        var counts = new double[(int) Math.ceilDiv(arrivals.horizonNanos() + offset.toNanos(), minute)];
        for (var i = 0; i < arrivals.count(); i++) {
            counts[(int) ((arrivals.atNanos(i) + offset.toNanos()) / minute)]++;
        }
        return new ArrivalStatistics(counts);
    }

    /// Coefficient of variation of the times between requests.
    public static double gapVariation(RequestArrivals arrivals) {
        var gaps = new double[arrivals.count() - 1];
        Arrays.setAll(gaps, i -> arrivals.atNanos(i + 1) - arrivals.atNanos(i));
        return new ArrivalStatistics(gaps).variation();
    }

    public double mean() {
        return Arrays.stream(counts).average().orElseThrow();
    }

    /// Standard deviation over mean.
    public double variation() {
        return Math.sqrt(variance()) / mean();
    }

    /// Variance over mean: 1 for a Poisson process.
    public double dispersion() {
        return variance() / mean();
    }

    public double peakToMean() {
        return Arrays.stream(counts).max().orElseThrow() / mean();
    }

    /// The value below which this share of all bins lies, over the mean.
    public double quantileToMean(double share) {
        var sorted = counts.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * sorted.length)] / mean();
    }

    /// Correlation of a bin with the next.
    public double correlation() {
        var mean = mean();
        var sum = 0.0;
        for (var i = 1; i < counts.length; i++) {
            sum += (counts[i] - mean) * (counts[i - 1] - mean);
        }
        return sum / variance() / counts.length;
    }

    private double variance() {
        var mean = mean();
        return Arrays.stream(counts)
                .map(count -> (count - mean) * (count - mean))
                .average()
                .orElseThrow();
    }
}
