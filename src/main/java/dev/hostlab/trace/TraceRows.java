package dev.hostlab.trace;

import dev.hostlab.workload.Arrivals;
import java.time.Instant;
import java.util.Optional;

/// Gathers the data rows of one layout.
interface TraceRows {

    /// Takes a row; what is wrong with it goes to the log.
    void add(TableRow row);

    /// What the rows mean; none if there is an error.
    Optional<Content> finish();

    /// Arrivals and where they lie in time.
    record Content(Instant from, Arrivals arrivals, TraceSummary summary) {}
}
