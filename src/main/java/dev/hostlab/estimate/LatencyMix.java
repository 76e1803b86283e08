package dev.hostlab.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The response times of all requests as a mixture: requests of one kind that met the same stretch and the same
/// wait are one weighted group, and each group is the service's sample shifted and stretched.
final class LatencyMix {

    private static final int STRETCHES = 64;
    private static final int WAITS = 128;
    /// Waits below this are none, in seconds.
    private static final double SHORTEST_WAIT = 1e-4;

    private static final long FIRST_WAIT = Double.doubleToRawLongBits(SHORTEST_WAIT) >>> 50;
    private static final long FIRST_STRETCH = Double.doubleToRawLongBits(1.0) >>> 49;
    /// Means of the three thirds of an exponential distribution of mean 1.
    private static final double[] THIRDS = {0.18907, 0.71232, 2.09861};

    private final double deadlineSeconds;
    private final double sloSeconds;
    private final List<@Nullable Group[]> kinds = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private double good;
    private double timely;

    LatencyMix(double deadlineSeconds, double sloSeconds) {
        this.deadlineSeconds = deadlineSeconds;
        this.sloSeconds = sloSeconds;
    }

    /// Requests of one kind at one stretch.
    private final class Group {
        private final double[] responses = new double[ServiceSample.SIZE];
        private final double[] sorted;
        private final double[] weights = new double[WAITS];
        private final double[] waits = new double[WAITS];
        private final double goodUnwaited;
        private final double timelyUnwaited;

        private Group(DemandKind kind, double stretch) {
            kind.responses(stretch, responses);
            sorted = responses;
            Arrays.sort(sorted);
            goodUnwaited = shareWithin(sloSeconds);
            timelyUnwaited = shareWithin(deadlineSeconds);
        }

        private double shareWithin(double seconds) {
            var at = Arrays.binarySearch(sorted, seconds);
            return (double) (at >= 0 ? at + 1 : -at - 1) / ServiceSample.SIZE;
        }

        private void add(double count, double wait) {
            var index = wait < SHORTEST_WAIT
                    ? 0
                    : (int) Math.min(WAITS - 1, 1 + (Double.doubleToRawLongBits(wait) >>> 50) - FIRST_WAIT);
            weights[index] += count;
            waits[index] += count * wait;
            var allowed = Math.min(sloSeconds, deadlineSeconds) - wait;
            good += count * (index == 0 ? goodUnwaited : shareWithin(allowed));
            timely += count * (index == 0 ? timelyUnwaited : shareWithin(deadlineSeconds - wait));
        }
    }

    /// Adds requests of which a share waits, exponentially distributed.
    ///
    /// @param waitSeconds mean over all of them
    void add(DemandKind kind, double count, double stretch, double waitSeconds, double waitShare) {
        var group = group(kind, stretch);
        if (waitShare * count <= 0 || waitSeconds < SHORTEST_WAIT) {
            group.add(count, waitSeconds);
            return;
        }
        group.add(count * (1 - waitShare), 0);
        for (var third : THIRDS) {
            group.add(count * waitShare / THIRDS.length, waitSeconds / waitShare * third);
        }
    }

    /// Adds requests that all wait about as long.
    void addWaiting(DemandKind kind, double count, double stretch, double waitSeconds) {
        group(kind, stretch).add(count, waitSeconds);
    }

    /// Requests within the objective since the last call.
    double harvestGood() {
        var result = good;
        good = 0;
        return result;
    }

    /// Requests within the clients' patience since the last call.
    double harvestTimely() {
        var result = timely;
        timely = 0;
        return result;
    }

    /// The share of the sample within `seconds` at this stretch without waiting; for the timeline.
    double percentile(DemandKind kind, double stretch, double p) {
        return group(kind, stretch).sorted[(int) Math.min(ServiceSample.SIZE - 1, p * ServiceSample.SIZE)];
    }

    /// Sums up everything; requests beyond the clients' patience have no response time.
    Latencies summary() {
        var latencies = new Latencies();
        for (var group : groups) {
            for (var index = 0; index < WAITS; index++) {
                if (group.weights[index] > 0) {
                    var wait = group.waits[index] / group.weights[index];
                    var part = group.weights[index] / ServiceSample.SIZE;
                    for (var response : group.sorted) {
                        if (response + wait <= deadlineSeconds) {
                            latencies.add(part, response + wait, wait);
                        }
                    }
                }
            }
        }
        return latencies;
    }

    private Group group(DemandKind kind, double stretch) {
        while (kinds.size() <= kind.number()) {
            kinds.add(new @Nullable Group[STRETCHES]);
        }
        var index = (int) Math.clamp((Double.doubleToRawLongBits(stretch) >>> 49) - FIRST_STRETCH, 0, STRETCHES - 1L);
        var ofKind = kinds.get(kind.number());
        var found = ofKind[index];
        if (found == null) {
            found = new Group(kind, stretch);
            ofKind[index] = found;
            groups.add(found);
        }
        return found;
    }
}
