package dev.hostlab.workload;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// A workload to be played through every option: a name, a place in time, and arrivals.
///
/// @param name     what people call it, mostly the file's name
/// @param sha256   of the trace file's bytes, hexadecimal
/// @param rows     data rows read
/// @param from     start of the horizon
/// @param arrivals when requests come
public record Workload(String name, String sha256, long rows, Instant from, Arrivals arrivals) {

    public Workload {
        requireNonNull(name, "name");
        requireNonNull(sha256, "sha256");
        requireNonNull(from, "from");
        requireNonNull(arrivals, "arrivals");
    }

    /// End of the horizon.
    public Instant to() {
        return from.plusNanos(arrivals.horizonNanos());
    }
}
