package dev.hostlab.engine;

import java.util.Arrays;

/// Counts of latencies in buckets of equal relative width, at most 1/256 (0.4 %) wide; exact below 512 ns.
///
/// Percentiles interpolate inside a bucket, so they are off by at most a bucket's width.
public final class LatencyHistogram {

    private static final int SUB_BUCKET_BITS = 8;
    private static final int SUB_BUCKETS = 1 << SUB_BUCKET_BITS;
    private static final int BLOCK = 64;
    static final int BUCKETS = (64 - SUB_BUCKET_BITS) * SUB_BUCKETS;

    private final long[] counts = new long[BUCKETS];
    private final long[] above = new long[RequestBatch.SIZE];
    private long total;
    private long max;
    private int lowest = BUCKETS;
    private int highest;

    /// Counts one latency of `nanos`, not negative.
    void record(long nanos) {
        var bucket = bucket(nanos);
        counts[bucket]++;
        total++;
        max = Math.max(max, nanos);
        lowest = Math.min(lowest, bucket);
        highest = Math.max(highest, bucket);
    }

    /// Counts the first `many` of an array.
    void record(long[] nanos, int many) {
        var least = Long.MAX_VALUE;
        var most = max;
        for (var index = 0; index < many; index++) {
            var value = nanos[index];
            counts[bucket(value)]++;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (many > 0) {
            total += many;
            max = most;
            lowest = Math.min(lowest, bucket(least));
            highest = Math.max(highest, bucket(most));
        }
    }

    /// Counts the first `many` of an array, many of which are 0: those are counted together, since adding to one
    /// bucket again and again has each addition wait for the one before.
    void recordMostlyZero(long[] nanos, int many) {
        var size = 0;
        for (var index = 0; index < many; index++) {
            above[size] = nanos[index];
            size += nanos[index] == 0 ? 0 : 1;
        }
        if (size < many) {
            counts[0] += many - size;
            total += many - size;
            lowest = 0;
        }
        record(above, size);
    }

    /// Counts all that another has counted.
    void add(LatencyHistogram other) {
        for (var bucket = other.lowest; bucket <= other.highest; bucket++) {
            counts[bucket] += other.counts[bucket];
        }
        total += other.total;
        max = Math.max(max, other.max);
        lowest = Math.min(lowest, other.lowest);
        highest = Math.max(highest, other.highest);
    }

    /// How many were exactly 0.
    long zeros() {
        return counts[0];
    }

    void clear() {
        if (total > 0) {
            Arrays.fill(counts, lowest, highest + 1, 0);
        }
        total = 0;
        max = 0;
        lowest = BUCKETS;
        highest = 0;
    }

    public long count() {
        return total;
    }

    /// What was counted, without the room for what was not.
    public LatencyCounts counts() {
        return total == 0
                ? LatencyCounts.NONE
                : new LatencyCounts(lowest, Arrays.copyOfRange(counts, lowest, highest + 1), total, max);
    }

    public long maxNanos() {
        return max;
    }

    /// The latency in nanoseconds that a share `p` of all is not above; NaN where nothing was recorded.
    ///
    /// @param p 0 to 1
    public double percentileNanos(double p) {
        if (total == 0) {
            return Double.NaN;
        }
        var rank = p * total;
        var before = 0L;
        var start = lowest;
        while (start + BLOCK <= highest) {
            var inBlock = blockSum(start);
            if (before + inBlock >= rank) {
                break;
            }
            before += inBlock;
            start += BLOCK;
        }
        for (var bucket = start; bucket <= highest; bucket++) {
            var count = counts[bucket];
            if (before + count >= rank && count > 0) {
                var within = (rank - before) / count;
                return Math.min(max, lowerBound(bucket) + within * width(bucket));
            }
            before += count;
        }
        return max;
    }

    private long blockSum(int start) {
        var sum = 0L;
        for (var bucket = start; bucket < start + BLOCK; bucket++) {
            sum += counts[bucket];
        }
        return sum;
    }

    private static int bucket(long nanos) {
        var shift = Math.max(0, 63 - SUB_BUCKET_BITS - Long.numberOfLeadingZeros(nanos | 1));
        return (shift << SUB_BUCKET_BITS) + (int) (nanos >>> shift);
    }

    static double lowerBound(int bucket) {
        var shift = shift(bucket);
        return (double) ((long) (bucket - (shift << SUB_BUCKET_BITS)) << shift);
    }

    /// The width in nanoseconds; the buckets below 512 ns hold one value each.
    static double width(int bucket) {
        return bucket < 2 * SUB_BUCKETS ? 0 : (double) (1L << shift(bucket));
    }

    private static int shift(int bucket) {
        return Math.max(0, (bucket >>> SUB_BUCKET_BITS) - 1);
    }
}
