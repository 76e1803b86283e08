package dev.hostlab.engine;

/// Latencies of parts of a run, each of which stands for others that were not played.
public final class WeightedLatencies {

    private final double[] buckets = new double[LatencyHistogram.BUCKETS];
    private double total;
    private long max;

    /// Counts all that a part has counted, `weight` times.
    ///
    /// @param weight not negative
    public void add(LatencyCounts part, double weight) {
        part.addTo(buckets, weight);
        total += weight * part.count();
        max = weight > 0 ? Math.max(max, part.maxNanos()) : max;
    }

    public double count() {
        return total;
    }

    public long maxNanos() {
        return max;
    }

    /// The latency in nanoseconds that a share `p` of all is not above, interpolated inside a bucket; NaN where
    /// nothing was counted.
    ///
    /// @param p 0 to 1
    public double percentileNanos(double p) {
        if (total <= 0) {
            return Double.NaN;
        }
        var rank = p * total;
        var before = 0.0;
        for (var bucket = 0; bucket < buckets.length; bucket++) {
            var count = buckets[bucket];
            if (count > 0 && before + count >= rank) {
                var within = (rank - before) / count;
                return Math.min(max, LatencyHistogram.lowerBound(bucket) + within * LatencyHistogram.width(bucket));
            }
            before += count;
        }
        return max;
    }
}
