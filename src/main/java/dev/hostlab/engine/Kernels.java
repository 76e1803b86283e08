package dev.hostlab.engine;

import java.util.function.Supplier;

/// Chooses the kernel that plays a run.
final class Kernels {

    private Kernels() {}

    /// The kernel for a plan.
    ///
    /// @param requests makes the run's arrivals and demands, each time from the start
    static Kernel of(KernelPlan plan, Supplier<RequestSource> requests, Meter meter, RunId run) {
        return new RequestKernel(plan, requests, meter, run);
    }
}
