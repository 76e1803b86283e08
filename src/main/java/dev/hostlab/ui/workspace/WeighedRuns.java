package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.SimulatedRuns;

/// Runs and what they come to. Weighing takes longer than the screen's thread may be away, so it is done where the runs
/// were made.
///
/// @param runs       of some or all of the options that were asked for
/// @param request    what was asked for
/// @param comparison of the options that are done
record WeighedRuns(SimulatedRuns runs, ComparisonRequest request, Comparison comparison) {

    static WeighedRuns of(SimulatedRuns runs, ComparisonRequest request) {
        return new WeighedRuns(runs, request, runs.comparison());
    }

    /// Whether this is what the runs come to at another request's prices and effort, so that nothing need be
    /// weighed again.
    boolean isOf(ComparisonRequest other) {
        return request.settings().equals(other.settings())
                && request.workload().sha256().equals(other.workload().sha256())
                && request.prices().sha256().equals(other.prices().sha256())
                && request.notices().equals(other.notices());
    }
}
