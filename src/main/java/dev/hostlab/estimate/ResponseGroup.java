package dev.hostlab.estimate;

import java.util.Arrays;

/// Requests of one kind that meet the same stretch of their CPU work, told apart by how long they wait.
final class ResponseGroup {

    private static final int WAITS = 128;
    private static final int STALLED = 32;
    /// Waits below this are none, in seconds.
    static final double SHORTEST_WAIT = 1e-4;

    private static final long FIRST_WAIT = Double.doubleToRawLongBits(SHORTEST_WAIT) >>> 50;

    private final double[] usual = new double[ServiceSample.SIZE];
    private final double[] stalled;
    private final double stallShare;
    private final double holding;
    private final double[] weights = new double[WAITS];
    private final double[] waits = new double[WAITS];
    private double weightSum;
    private double holdingSum;

    ResponseGroup(DemandKind kind, double stretch) {
        kind.responses(stretch, usual);
        Arrays.sort(usual);
        holding = kind.holdingSeconds(stretch);
        stallShare = kind.sample().stallShare();
        stalled = new double[stallShare > 0 ? STALLED : 0];
        for (var i = 0; i < stalled.length; i++) {
            // Stalls are long against all else, so it hardly matters which requests meet them.
            var any = usual[(7 * i + 3) % STALLED * (usual.length / STALLED)];
            stalled[i] = any + kind.sample().stallSeconds((i + 0.5) / STALLED);
        }
        Arrays.sort(stalled);
    }

    /// Adds requests.
    ///
    /// @param holdingSeconds their own mean time in a slot; the group's sample is scaled to the mean of all
    void add(double count, double wait, double holdingSeconds) {
        var index = wait < SHORTEST_WAIT
                ? 0
                : (int) Math.min(WAITS - 1, 1 + (Double.doubleToRawLongBits(wait) >>> 50) - FIRST_WAIT);
        weights[index] += count;
        waits[index] += count * wait;
        weightSum += count;
        holdingSum += count * holdingSeconds;
    }

    /// Share of its requests that have their answer within `seconds` of getting a slot.
    double shareWithin(double seconds) {
        var share = shareWithin(seconds, usual);
        return stallShare > 0 ? (1 - stallShare) * share + stallShare * shareWithin(seconds, stalled) : share;
    }

    /// The response time that a share `p` of those who neither wait nor stall does not exceed.
    double percentile(double p) {
        return usual[(int) Math.min(ServiceSample.SIZE - 1, p * ServiceSample.SIZE)];
    }

    /// Adds all its requests that are within their patience.
    void addTo(Latencies latencies, double patience) {
        var scale = holding > 0 && weightSum > 0 ? holdingSum / weightSum / holding : 1;
        for (var index = 0; index < WAITS; index++) {
            if (weights[index] > 0) {
                var wait = waits[index] / weights[index];
                add(latencies, usual, new Shift(weights[index] * (1 - stallShare), scale, wait, patience));
                add(latencies, stalled, new Shift(weights[index] * stallShare, scale, wait, patience));
            }
        }
    }

    private record Shift(double weight, double scale, double waited, double patience) {}

    private static void add(Latencies latencies, double[] responses, Shift shift) {
        for (var response : responses) {
            var whole = response * shift.scale + shift.waited;
            if (whole <= shift.patience) {
                latencies.add(shift.weight / responses.length, whole, shift.waited);
            }
        }
    }

    private static double shareWithin(double seconds, double[] ascending) {
        var at = Arrays.binarySearch(ascending, seconds);
        return (double) (at >= 0 ? at + 1 : -at - 1) / ascending.length;
    }
}
