package dev.hostlab.workload.sample;

import static java.util.Objects.requireNonNull;

import dev.hostlab.workload.Arrivals;
import java.time.Instant;

/// A generated workload without a name.
///
/// @param from start of the horizon
public record Sample(Instant from, Arrivals arrivals) {

    public Sample {
        requireNonNull(from, "from");
        requireNonNull(arrivals, "arrivals");
    }
}
