package dev.hostlab.engine;

import dev.hostlab.routing.Routing;
import dev.hostlab.workload.ServiceModel;
import java.util.function.Supplier;

/// Chooses the kernel that plays a run: where a request's time in its slot is known when it arrives, one that
/// computes departures; otherwise the general one; others where limits hold requests back a queue delivers again,
/// or clients ask again. They give the same results.
final class Kernels {

    private Kernels() {}

    /// The kernel for a plan.
    ///
    /// @param requests makes the run's arrivals and demands, each time from the start
    static Kernel of(KernelPlan plan, Supplier<RequestSource> requests, Meter meter, RunId run) {
        if (!plan.rules().isPlain()) {
            return new RequestKernel(plan, requests, meter, run);
        }
        var source = requests.get();
        var redelivery = plan.returns().redelivery();
        if (redelivery != null && plan.returns().arePossible(plan, source.demands())) {
            return new MessageKernel(plan, redelivery, requests, meter, run);
        }
        if (playsClients(plan.routing(), source.demands().service())) {
            return new ClientKernel(plan, source.demands().service().clients(), source, meter, run);
        }
        if (!plan.limits().access().isOpen()) {
            return new LimitedKernel(plan, source, meter, run);
        }
        if (!plan.isSteady() || !holdsAreKnown(plan, source.demands()) || meter.cancelsAbandoned()) {
            return new RequestKernel(plan, requests, meter, run);
        }
        return switch (plan.routing()) {
            case CENTRAL -> new CentralKernel(plan, requests, meter);
            case LEAST_OUTSTANDING -> new LeastOutstandingKernel(plan, source, meter);
            case ROUND_ROBIN, RANDOM, POWER_OF_TWO -> new RotaKernel(plan, source, meter, run);
        };
    }

    /// Whether clients are played who give up and ask again by themselves: those of a web service.
    static boolean playsClients(Routing routing, ServiceModel service) {
        return routing != Routing.CENTRAL && service.clients().retries().any();
    }

    /// Whether requests never share a CPU: each has a whole vCPU to itself, or needs none.
    static boolean holdsAreKnown(KernelPlan plan, RequestSampler demands) {
        return !demands.needsCpu() || plan.shape().slots() <= plan.shape().vcpus();
    }
}
