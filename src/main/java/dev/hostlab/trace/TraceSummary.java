package dev.hostlab.trace;

import static java.util.Objects.requireNonNull;

import dev.hostlab.workload.Workload;
import java.time.Instant;
import java.util.List;
import java.util.function.IntToLongFunction;

/// What was read from a trace file.
///
/// @param format the layout
/// @param rows   data rows read, without dropped copies
/// @param from   the first bin's start or the first request
/// @param to     the last bin's end, or one mean gap after the last request; gaps lie between
/// @param shape  bins and gaps
/// @param totals sums over all rows
/// @param names  what the name columns hold
public record TraceSummary(
        TraceFormat format, long rows, Instant from, Instant to, Shape shape, Totals totals, Names names) {

    public TraceSummary {
        requireNonNull(format, "format");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(shape, "shape");
        requireNonNull(totals, "totals");
        requireNonNull(names, "names");
    }

    /// How time is divided.
    ///
    /// @param binSeconds the usual width of a bin in seconds; 0 in per-request data
    /// @param gaps       missing bins, 0 where there is none
    /// @param lostNanos  how much time was left out before a bin, by its index
    public record Shape(double binSeconds, long gaps, IntToLongFunction lostNanos) {

        /// Requests one by one.
        static final Shape REQUESTS = new Shape(0, 0, bin -> 0);
    }

    /// Sums over a trace; fractional where it holds expected values.
    public record Totals(double requests, double inputTokens, double outputTokens) {}

    /// Names of those who sent requests.
    ///
    /// @param workloads names in the workload column, in order of appearance
    /// @param tenants   how many different names the tenant column has
    /// @param shares    the requests of each of those
    public record Names(List<String> workloads, int tenants, List<Workload.TenantShare> shares) {

        public Names {
            workloads = List.copyOf(workloads);
            shares = List.copyOf(shares);
        }
    }

    public double binSeconds() {
        return shape.binSeconds();
    }

    public long gaps() {
        return shape.gaps();
    }

    public List<String> workloads() {
        return names.workloads();
    }

    /// The requests of each tenant, in order of appearance.
    public List<Workload.TenantShare> tenantShares() {
        return names.shares();
    }

    public int tenants() {
        return names.tenants();
    }
}
