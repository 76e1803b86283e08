package dev.hostlab.estimate;

/// Weighted counts of response and waiting times in buckets of equal relative width (1.6 %), with their means.
final class Latencies {

    private static final int SHIFT = 46;
    private static final double LEAST = 1e-7;
    private static final long FIRST = Double.doubleToRawLongBits(LEAST) >>> SHIFT;
    private static final int BUCKETS = (int) ((Double.doubleToRawLongBits(1e9) >>> SHIFT) - FIRST) + 1;

    private final double[] responses = new double[BUCKETS];
    private final double[] waits = new double[BUCKETS];
    private double count;
    private double responseSum;
    private double waitSum;
    private double mostResponse;
    private double mostWait;

    void add(double weight, double response, double wait) {
        count += weight;
        responseSum += weight * response;
        waitSum += weight * wait;
        responses[bucket(response)] += weight;
        waits[bucket(wait)] += weight;
        mostResponse = Math.max(mostResponse, response);
        mostWait = Math.max(mostWait, wait);
    }

    double count() {
        return count;
    }

    Estimate.Latency response() {
        return summary(responses, responseSum, mostResponse);
    }

    Estimate.Latency waiting() {
        return summary(waits, waitSum, mostWait);
    }

    private Estimate.Latency summary(double[] buckets, double sum, double most) {
        return new Estimate.Latency(
                sum / count,
                percentile(buckets, 0.5, most),
                percentile(buckets, 0.9, most),
                percentile(buckets, 0.95, most),
                percentile(buckets, 0.99, most),
                most);
    }

    private double percentile(double[] buckets, double p, double most) {
        var rank = p * count;
        var before = 0.0;
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            var weight = buckets[bucket];
            if (weight > 0 && before + weight >= rank) {
                if (bucket == 0) {
                    return 0;
                }
                var low = bound(bucket);
                return Math.min(most, low + (rank - before) / weight * (bound(bucket + 1) - low));
            }
            before += weight;
        }
        return most;
    }

    private static int bucket(double seconds) {
        return seconds < LEAST
                ? 0
                : (int) Math.min(BUCKETS - 1, (Double.doubleToRawLongBits(seconds) >>> SHIFT) - FIRST);
    }

    private static double bound(int bucket) {
        return Double.longBitsToDouble((bucket + FIRST) << SHIFT);
    }
}
