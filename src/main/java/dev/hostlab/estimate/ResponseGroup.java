package dev.hostlab.estimate;

/// Requests of one kind that meet the same stretch of their CPU work, told apart by how long they wait.
final class ResponseGroup {

    static final int WAITS = 128;
    /// Waits below this are none, in seconds.
    static final double SHORTEST_WAIT = 1e-4;

    /// Waits of less than this part of all requests are spread over every eighth response time of the sample.
    private static final double FEW = 2e-3;

    private static final int STRIDE = 8;
    private static final long FIRST_WAIT = Double.doubleToRawLongBits(SHORTEST_WAIT) >>> 50;

    private final ResponseShape shape;
    private final double[] weights = new double[WAITS];
    private final double[] waits = new double[WAITS];
    private double weightSum;
    private double holdingSum;

    ResponseGroup(ResponseShape shape) {
        this.shape = shape;
    }

    ResponseShape shape() {
        return shape;
    }

    /// Adds requests.
    ///
    /// @param index          the place of their wait
    /// @param holdingSeconds their own mean time in a slot; the shape is scaled to the mean of all
    void add(int index, double count, double wait, double holdingSeconds) {
        weights[index] += count;
        waits[index] += count * wait;
        weightSum += count;
        holdingSum += count * holdingSeconds;
    }

    /// Where waits of about this length are counted.
    static int place(double wait) {
        return wait < SHORTEST_WAIT
                ? 0
                : (int) Math.min(WAITS - 1, 1 + (Double.doubleToRawLongBits(wait) >>> 50) - FIRST_WAIT);
    }

    /// Adds all its requests that are within their patience.
    ///
    /// @param all weight of all groups; waits of few requests need only a part of the sample
    void addTo(Latencies latencies, double patience, double all) {
        var holding = shape.holding();
        var scale = holding > 0 && weightSum > 0 ? holdingSum / weightSum / holding : 1;
        for (var index = 0; index < WAITS; index++) {
            if (weights[index] > 0) {
                var stride = weights[index] < FEW * all ? STRIDE : 1;
                var shift = new Shift(scale, waits[index] / weights[index], patience, stride);
                add(latencies, shape.usual(), weights[index] * (1 - shape.stallShare()), shift);
                add(latencies, shape.stalled(), weights[index] * shape.stallShare(), shift);
            }
        }
    }

    private record Shift(double scale, double waited, double patience, int stride) {}

    private static void add(Latencies latencies, double[] responses, double weight, Shift shift) {
        for (var place = shift.stride / 2; place < responses.length; place += shift.stride) {
            var whole = responses[place] * shift.scale + shift.waited;
            if (whole <= shift.patience) {
                latencies.add(weight * shift.stride / responses.length, whole, shift.waited);
            }
        }
    }
}
