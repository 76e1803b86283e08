package dev.hostlab.trace;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/// What was read from a trace file.
///
/// @param format     the layout
/// @param rows       data rows read, without dropped copies
/// @param from       the first bin's start or the first request
/// @param to         the last bin's end, or one mean gap after the last request; gaps lie between
/// @param binSeconds the usual width of a bin in seconds; 0 in per-request data
/// @param totals     sums over all rows
/// @param gaps       missing bins, 0 where there is none
/// @param workloads  names in the workload column, in order of appearance
/// @param tenants    how many different names the tenant column has
public record TraceSummary(
        TraceFormat format,
        long rows,
        Instant from,
        Instant to,
        double binSeconds,
        Totals totals,
        long gaps,
        List<String> workloads,
        int tenants) {

    public TraceSummary {
        requireNonNull(format, "format");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(totals, "totals");
        workloads = List.copyOf(workloads);
    }

    /// Sums over a trace; fractional where it holds expected values.
    public record Totals(double requests, double inputTokens, double outputTokens) {}
}
