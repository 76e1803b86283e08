package dev.hostlab.comparison;

import dev.hostlab.engine.RunTimeline;
import java.util.List;

/// How one run (replication 0) went, in bins of equal width from the start of the horizon.
///
/// A final class, since it holds arrays; they are shared and not to be changed. Percentiles are NaN in a bin in
/// which no request was served.
public final class Timeline {

    private final double binSeconds;
    private final List<Series> series;

    /// One quantity over time.
    ///
    /// @param name   `arrived`, `served`, `rejected`, `timedOut`, `failed` (counts per bin), `desired`,
    ///               `provisioned`, `inService` (units, at the end of the bin), `instances`, `queued`, `inFlight`
    ///               (at its end), `cpuPercent`, `p50Seconds`, `p95Seconds`, `p99Seconds`
    /// @param values one value a bin
    @SuppressWarnings("ArrayRecordComponent")
    public record Series(String name, double[] values) {}

    public Timeline(double binSeconds, List<Series> series) {
        this.binSeconds = binSeconds;
        this.series = List.copyOf(series);
    }

    /// The timeline of a run; its arrays are copied once.
    static Timeline of(RunTimeline run) {
        var series = run.series().entrySet().stream()
                .map(entry -> new Series(entry.getKey(), entry.getValue()))
                .toList();
        return new Timeline(run.binSeconds(), series);
    }

    public double binSeconds() {
        return binSeconds;
    }

    public int bins() {
        return series.isEmpty() ? 0 : series.getFirst().values().length;
    }

    public List<Series> series() {
        return series;
    }

    /// The values of one series.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public double[] values(String name) {
        for (var candidate : series) {
            if (candidate.name().equals(name)) {
                return candidate.values();
            }
        }
        throw new IllegalArgumentException("No series " + name);
    }
}
