package dev.hostlab.workload;

/// When requests arrive and how many tokens they carry: counts per bin, one entry a request, or a Poisson process.
public sealed interface Arrivals permits BinnedArrivals, RequestArrivals, PoissonArrivals {

    /// Length of the horizon in nanoseconds, above 0.
    long horizonNanos();

    /// What arrives between two times, as if the first were the start.
    ///
    /// @param from nanoseconds from the start, 0 or more
    /// @param to   later than `from`, up to the horizon
    Arrivals between(long from, long to);

    /// Number of requests; fractional where bins hold expected values.
    double requests();

    /// Whether the trace says how many tokens requests carry.
    boolean hasTokens();

    /// Sum of input tokens, 0 where the trace has none.
    double inputTokens();

    /// Sum of output tokens, 0 where the trace has none.
    double outputTokens();
}
