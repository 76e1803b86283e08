package dev.hostlab.engine;

import dev.hostlab.routing.Routing;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.ServiceModel;

/// A plain queue through the kernel that hosts the options: fixed units, Poisson arrivals, a warm-up period cut
/// off.
///
/// @param routing how requests find units
/// @param units   how many
/// @param shape   slots and vCPUs of each
/// @param service what requests need
record QueueRun(Routing routing, int units, UnitShape shape, ServiceModel service) {

    /// Plays about `requests` after a warm-up of 50,000 and tells the meter.
    Meter play(double perSecond, long requests, int replication) {
        var warmUp = (long) (50_000 / perSecond * 1e9);
        var horizon = warmUp + (long) (requests / perSecond * 1e9);
        var run = new RunId(20_261_123, replication, false);
        var meter = new Meter(new MeterRules(Long.MAX_VALUE, false, Long.MAX_VALUE), warmUp, false);
        var plan = new KernelPlan(routing, shape, Integer.MAX_VALUE);
        var kernel = Kernels.of(plan, () -> source(perSecond, horizon, run), meter, run);
        for (var index = 0; index < units; index++) {
            kernel.admit(index, 0);
        }
        kernel.serveUntil(horizon);
        return meter;
    }

    private RequestSource source(double perSecond, long horizon, RunId run) {
        return new RequestSource(
                ArrivalStream.of(new PoissonArrivals(perSecond, horizon), run),
                new RequestSampler(service, RequestSampler.Factors.of(service), false, run));
    }
}
