package dev.hostlab.estimate;

import dev.hostlab.hosting.FleetPlan;

/// One estimate: what comes, what it needs, where it is hosted.
///
/// @param load              the workload
/// @param sample            what requests need
/// @param plan              the option that hosts them
/// @param sloSeconds        the objective for the response time, above 0
/// @param startSecondsOfDay where in its UTC day the run starts
/// @param variant           which pass
record EstimateInput(
        LoadCurve load,
        ServiceSample sample,
        FleetPlan plan,
        double sloSeconds,
        double startSecondsOfDay,
        Variant variant) {}
