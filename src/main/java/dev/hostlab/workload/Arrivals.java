package dev.hostlab.workload;

/// When requests arrive and how many tokens they carry: counts per bin, one entry a request, or a Poisson process.
public sealed interface Arrivals permits BinnedArrivals, RequestArrivals, PoissonArrivals {

    /// Length of the horizon in nanoseconds, above 0.
    long horizonNanos();

    /// Number of requests; fractional where bins hold expected values.
    double requests();

    /// Whether the trace says how many tokens requests carry.
    boolean hasTokens();

    /// Sum of input tokens, 0 where the trace has none.
    double inputTokens();

    /// Sum of output tokens, 0 where the trace has none.
    double outputTokens();
}
