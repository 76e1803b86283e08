package dev.hostlab.estimate;

import dev.hostlab.hosting.FleetPlan;

/// One pass of an estimate: what comes, what it needs, where it is hosted.
///
/// @param load    the workload
/// @param kinds   what requests need, shared by all passes
/// @param terms   what is counted as late, and when
/// @param variant which pass
record EstimateInput(LoadCurve load, DemandKinds kinds, Estimator.Terms terms, Variant variant) {

    FleetPlan plan() {
        return kinds.site().plan();
    }

    /// Whether requests are played one by one: the workload knows each of them, and none wait from before.
    boolean playsRequests() {
        return load.known().isPresent() && terms.queue().startMessages() <= 0;
    }

    ServiceSample sample() {
        return kinds.site().sample();
    }
}
