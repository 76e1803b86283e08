package dev.hostlab.estimate;

import java.util.Arrays;

/// The response times, without waiting, of requests of one kind at one stretch of their CPU work: a sorted sample,
/// and one of those that stall.
final class ResponseShape {

    private static final int STALLED = 32;

    private final double[] usual = new double[ServiceSample.SIZE];
    private final double[] stalled;
    private final double stallShare;
    private final double holding;
    private final double[] good = new double[ResponseGroup.WAITS];
    private final double[] timely = new double[ResponseGroup.WAITS];
    private final Limits limits;
    private final double p50;
    private final double p95;
    private final double p99;

    /// What counts as good and as in time, in seconds; `good` not above `timely`.
    record Limits(double good, double timely) {}

    ResponseShape(DemandKind kind, double stretch, Limits limits) {
        this.limits = limits;
        kind.responses(stretch, usual);
        Arrays.sort(usual);
        p50 = usual[ServiceSample.SIZE / 2];
        p95 = usual[ServiceSample.SIZE * 95 / 100];
        p99 = usual[ServiceSample.SIZE * 99 / 100];
        holding = kind.holdingSeconds(stretch);
        stallShare = kind.sample().stallShare();
        stalled = new double[stallShare > 0 ? STALLED : 0];
        for (var i = 0; i < stalled.length; i++) {
            // Stalls are long against all else, so it hardly matters which requests meet them.
            var any = usual[(7 * i + 3) % STALLED * (usual.length / STALLED)];
            stalled[i] = any + kind.sample().stallSeconds((i + 0.5) / STALLED);
        }
        Arrays.sort(stalled);
        Arrays.fill(good, Double.NaN);
        Arrays.fill(timely, Double.NaN);
    }

    /// Mean time in a slot, in seconds.
    double holding() {
        return holding;
    }

    double stallShare() {
        return stallShare;
    }

    double[] usual() {
        return usual;
    }

    double[] stalled() {
        return stalled;
    }

    /// Share of the requests that are good after waiting about this long.
    ///
    /// @param place of such a wait
    double good(int place, double wait) {
        if (Double.isNaN(good[place])) {
            good[place] = shareWithin(limits.good - wait);
        }
        return good[place];
    }

    /// Share of the requests that have their answer in time after waiting about this long.
    ///
    /// @param place of such a wait
    double timely(int place, double wait) {
        if (Double.isNaN(timely[place])) {
            timely[place] = shareWithin(limits.timely - wait);
        }
        return timely[place];
    }

    /// The median response time of those who neither wait nor stall.
    double p50() {
        return p50;
    }

    /// The response time that 95 % of them do not exceed.
    double p95() {
        return p95;
    }

    /// The response time that 99 % of them do not exceed.
    double p99() {
        return p99;
    }

    private double shareWithin(double seconds) {
        var share = shareWithin(seconds, usual);
        return stallShare > 0 ? (1 - stallShare) * share + stallShare * shareWithin(seconds, stalled) : share;
    }

    private static double shareWithin(double seconds, double[] ascending) {
        if (seconds >= ascending[ascending.length - 1]) {
            return 1;
        }
        var at = Arrays.binarySearch(ascending, seconds);
        return (double) (at >= 0 ? at + 1 : -at - 1) / ascending.length;
    }
}
