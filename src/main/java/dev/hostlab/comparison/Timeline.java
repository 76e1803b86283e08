package dev.hostlab.comparison;

import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

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
    ///               (at its end), `cpuPercent`, `p50Seconds`, `p95Seconds`, `p99Seconds` (response time),
    ///               `waitP50Seconds`, `waitP95Seconds`, `waitP99Seconds` (time before a slot);
    ///               of a central queue `oldestSeconds` (age of the oldest waiting message, at the end of the bin)
    ///               and `observedQueued` (the trace's depth there, NaN where it says nothing);
    ///               of streamed answers `firstTokenMeanSeconds`, `firstTokenP50Seconds`, `firstTokenP95Seconds`,
    ///               `firstTokenP99Seconds` (arrival to first token of those served in the bin);
    ///               of an estimate `waitedSeconds` (what requests waited in the bin, all together)
    /// @param values one value a bin
    @SuppressWarnings("ArrayRecordComponent")
    public record Series(String name, double[] values) {}

    public Timeline(double binSeconds, List<Series> series) {
        this.binSeconds = binSeconds;
        this.series = List.copyOf(series);
    }

    /// Series by name, in their order.
    static Timeline of(double binSeconds, SequencedMap<String, double[]> byName) {
        return new Timeline(
                binSeconds,
                byName.entrySet().stream()
                        .map(entry -> new Series(entry.getKey(), entry.getValue()))
                        .toList());
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

    /// Whether there is a series of that name.
    public boolean has(String name) {
        return series.stream().anyMatch(one -> one.name().equals(name));
    }

    /// The same with one series more.
    Timeline with(Series more) {
        return new Timeline(
                binSeconds, Stream.concat(series.stream(), Stream.of(more)).toList());
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
