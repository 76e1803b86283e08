package dev.hostlab.workload.sample;

import java.time.Instant;
import java.util.List;

/// How one kind of sample is made.
interface SampleModel {

    /// All samples start on a Monday at midnight.
    Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /// Everything that can be changed, in the order in which people should see it.
    List<SampleParameter> parameters();

    Sample generate(SampleSettings settings);

    /// Requests that these settings will make, roughly.
    double expectedRequests(SampleSettings settings);
}
