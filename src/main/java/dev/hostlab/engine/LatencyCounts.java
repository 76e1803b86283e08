package dev.hostlab.engine;

/// The latencies that a part of a run counted, to be kept or put together with others.
public final class LatencyCounts {

    static final LatencyCounts NONE = new LatencyCounts(0, new long[0], 0, 0);

    private final int lowest;
    private final long[] counts;
    private final long total;
    private final long max;

    /// @param lowest bucket of the first count
    LatencyCounts(int lowest, long[] counts, long total, long max) {
        this.lowest = lowest;
        this.counts = counts;
        this.total = total;
        this.max = max;
    }

    public long count() {
        return total;
    }

    long maxNanos() {
        return max;
    }

    void addTo(double[] buckets, double weight) {
        for (var index = 0; index < counts.length; index++) {
            buckets[lowest + index] += weight * counts[index];
        }
    }
}
