package dev.hostlab.estimate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The response times of all requests as a mixture: requests of one kind that meet the same stretch and the same
/// wait are one weighted group, and each group is the service's sample, stretched and shifted.
final class LatencyMix {

    static final int STRETCHES = 64;
    private static final long FIRST_STRETCH = Double.doubleToRawLongBits(1.0) >>> 50;
    /// Means of the three thirds of an exponential distribution of mean 1.
    private static final double[] THIRDS = {0.18907, 0.71232, 2.09861};

    private final ResponseShape.Limits limits;
    private final Latencies latencies = new Latencies();
    private final List<@Nullable ResponseGroup[]> kinds = new ArrayList<>();
    private final List<ResponseGroup> groups = new ArrayList<>();
    private @Nullable ResponseGroup last;
    private int lastKind = -1;
    private long lastStretch;
    private double good;
    private double timely;
    private double all;

    /// @param limits what is good, and after what clients have gone
    LatencyMix(ResponseShape.Limits limits) {
        this.limits = limits;
    }

    /// Adds one request of which everything is known, in seconds.
    void addKnown(double response, double wait) {
        all++;
        good += response <= limits.good() ? 1 : 0;
        if (response <= limits.timely()) {
            timely++;
            latencies.add(1, response, wait);
        }
    }

    /// Adds requests like those that `demands` looks at, of which a share waits, exponentially distributed.
    ///
    /// @param waitSeconds mean over all of them
    void add(Demands demands, double count, double stretch, double waitSeconds, double waitShare) {
        var group = group(demands.newest(), stretch);
        var holding = stretch * demands.cpuSeconds() + demands.upstreamSeconds();
        if (waitSeconds < ResponseGroup.SHORTEST_WAIT || waitShare <= 0) {
            add(group, count, 0, holding);
            return;
        }
        add(group, count * (1 - waitShare), 0, holding);
        for (var third : THIRDS) {
            add(group, count * waitShare / THIRDS.length, waitSeconds / waitShare * third, holding);
        }
    }

    /// Adds requests that all wait about as long.
    void addWaiting(Demands demands, double count, double stretch, double waitSeconds) {
        var holding = stretch * demands.cpuSeconds() + demands.upstreamSeconds();
        add(group(demands.newest(), stretch), count, waitSeconds, holding);
    }

    private void add(ResponseGroup group, double count, double wait, double holding) {
        var place = ResponseGroup.place(wait);
        group.add(place, count, wait, holding);
        all += count;
        good += count * group.shape().good(place, wait);
        timely += count * group.shape().timely(place, wait);
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

    /// All requests so far.
    double all() {
        return all;
    }

    /// The group of requests of a kind at a stretch.
    ResponseGroup group(DemandKind kind, double stretch) {
        var rounded = Double.doubleToRawLongBits(stretch) >>> 50;
        if (last != null && lastKind == kind.number() && lastStretch == rounded) {
            return last;
        }
        while (kinds.size() <= kind.number()) {
            kinds.add(new @Nullable ResponseGroup[STRETCHES]);
        }
        var index = (int) Math.clamp(rounded - FIRST_STRETCH, 0, STRETCHES - 1L);
        var ofKind = kinds.get(kind.number());
        var found = ofKind[index];
        if (found == null) {
            found = new ResponseGroup(kind.shape(index, stretch));
            ofKind[index] = found;
            groups.add(found);
        }
        last = found;
        lastKind = kind.number();
        lastStretch = rounded;
        return found;
    }

    /// Sums up everything, once; requests beyond the clients' patience have no response time.
    Latencies summary() {
        groups.forEach(group -> group.addTo(latencies, limits.timely(), all));
        return latencies;
    }
}
