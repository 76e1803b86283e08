package dev.hostlab.comparison;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.ServiceModel;

/// The work that a workload brings, against the most capacity that an option may hold.
final class OfferedLoad {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MS_PER_SECOND = 1_000;

    private OfferedLoad() {}

    /// Offered load (arrival rate × mean service time, in Erlangs) over the most slots, or over the most vCPUs
    /// where that is more. At 1 or above no stationary state exists: what waits grows for as long as the workload
    /// lasts.
    ///
    /// Source: Kleinrock, "Queueing Systems", vol. 1, 1975, ch. 2: stability of G/G/m.
    ///
    /// @return a share, 0 where nothing arrives
    static double atMaximum(Arrivals arrivals, ServiceModel service, FleetPlan plan) {
        var requests = arrivals.requests();
        if (requests == 0) {
            return 0;
        }
        var input = arrivals.hasTokens()
                ? arrivals.inputTokens() / requests
                : service.tokens().meanInput();
        var output = arrivals.hasTokens()
                ? arrivals.outputTokens() / requests
                : service.tokens().meanOutput();
        var cpuMs = service.cpu().meanMs(input, output);
        var heldMs = cpuMs + service.upstream().meanMs(input, output);
        var perUnit = Math.max(cpuMs / plan.unit().vcpus(), heldMs / plan.unit().slots());
        var perSecond = requests / (arrivals.horizonNanos() / NANOS_PER_SECOND);
        return perSecond * perUnit / MS_PER_SECOND / plan.range().maximum();
    }
}
