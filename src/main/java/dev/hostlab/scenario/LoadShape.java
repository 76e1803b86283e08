package dev.hostlab.scenario;

import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.ServiceDemand;
import dev.hostlab.workload.ServiceDemand.Load;
import dev.hostlab.workload.Workload;
import java.util.List;

/// What sizing needs to know of a workload: which columns it has, and its load minute by minute.
///
/// Holds its arrays without copying; they never leave this class.
final class LoadShape {

    private static final double NO_QUEUE = -1;
    private static final long MINUTE = 60_000_000_000L;

    private final boolean hasTokens;
    private final boolean hasQueueDepth;
    private final double firstDepth;
    private final double[] requests;
    private final double[] inputTokens;
    private final double[] outputTokens;

    private List<Workload.TenantShare> tenants = List.of();

    private LoadShape(boolean hasTokens, double firstDepth, int minutes) {
        this.hasTokens = hasTokens;
        this.hasQueueDepth = firstDepth >= 0;
        this.firstDepth = Math.max(0, firstDepth);
        requests = new double[minutes];
        inputTokens = new double[minutes];
        outputTokens = new double[minutes];
    }

    /// No workload yet.
    static LoadShape unknown() {
        return new LoadShape(false, NO_QUEUE, 0);
    }

    /// The first `hours` of a workload, 0 for all of it.
    static LoadShape of(Workload workload, double hours) {
        var arrivals = workload.arrivals();
        var all = Math.ceilDiv(arrivals.horizonNanos(), MINUTE);
        var wanted = hours > 0 ? Math.min(all, (long) Math.ceil(hours * 60)) : all;
        var queued = arrivals instanceof BinnedArrivals bins && bins.hasQueueDepth() ? bins.queueDepth(0) : NO_QUEUE;
        var shape = new LoadShape(arrivals.hasTokens(), queued, Math.toIntExact(wanted));
        shape.tenants = workload.tenants();
        switch (arrivals) {
            case BinnedArrivals bins -> shape.add(bins);
            case RequestArrivals single -> shape.add(single);
            case PoissonArrivals steady -> shape.spread(new Load(steady.requests(), 0, 0), 0, steady.horizonNanos());
        }
        return shape;
    }

    boolean hasTokens() {
        return hasTokens;
    }

    /// Who sends the requests; empty where that is not known.
    List<Workload.TenantShare> tenants() {
        return tenants;
    }

    boolean hasQueueDepth() {
        return hasQueueDepth;
    }

    /// Messages that the workload says were waiting first, 0 where it does not say.
    double firstDepth() {
        return firstDepth;
    }

    boolean isKnown() {
        return requests.length > 0;
    }

    /// The mean request; `otherwise` where the workload does not know.
    Load mean(Load otherwise) {
        var count = sum(requests);
        return !hasTokens || count == 0 ? otherwise : new Load(1, sum(inputTokens) / count, sum(outputTokens) / count);
    }

    /// Tasks that the hardest minute keeps busy, fractional.
    ///
    /// @param tokens tokens of a request where the workload does not know
    double busiestMinute(ServiceDemand demand, ServiceDemand.Task task, Load tokens) {
        var most = 0.0;
        for (var minute = 0; minute < requests.length; minute++) {
            most = Math.max(most, minute(minute, demand, task, tokens));
        }
        return most;
    }

    /// Tasks that one minute keeps busy, fractional.
    double minute(int minute, ServiceDemand demand, ServiceDemand.Task task, Load tokens) {
        var rate = requests[minute] / 60;
        var load = hasTokens
                ? new Load(rate, inputTokens[minute] / 60, outputTokens[minute] / 60)
                : new Load(rate, rate * tokens.inputTokens(), rate * tokens.outputTokens());
        return demand.busyTasks(load, task);
    }

    private void add(BinnedArrivals bins) {
        var from = 0L;
        for (var bin = 0; bin < bins.bins(); bin++) {
            var to = from + bins.widthNanos(bin);
            var load = new Load(bins.requests(bin), bins.inputTokens(bin), bins.outputTokens(bin));
            spread(load, from, to);
            from = to;
        }
    }

    /// Spreads a bin evenly over the minutes that it touches.
    private void spread(Load load, long from, long to) {
        for (var start = from; start < to; ) {
            var minute = start / MINUTE;
            if (minute >= requests.length) {
                return;
            }
            var end = Math.min(to, (minute + 1) * MINUTE);
            put((int) minute, load, (double) (end - start) / (to - from));
            start = end;
        }
    }

    private void add(RequestArrivals single) {
        for (var request = 0; request < single.count(); request++) {
            // A request on the very end of the horizon belongs to the last minute.
            var minute = Math.min(single.atNanos(request), single.horizonNanos() - 1) / MINUTE;
            if (minute >= requests.length) {
                return;
            }
            put((int) minute, new Load(1, single.inputTokens(request), single.outputTokens(request)), 1);
        }
    }

    private void put(int minute, Load load, double part) {
        requests[minute] += load.requests() * part;
        inputTokens[minute] += load.inputTokens() * part;
        outputTokens[minute] += load.outputTokens() * part;
    }

    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }
}
