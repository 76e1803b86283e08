package dev.hostlab.workload;

/// A Poisson process of constant rate, for checking the engine against queueing theory.
///
/// @param perSecond    arrival rate in requests a second, above 0
/// @param horizonNanos length of the horizon in nanoseconds, above 0
public record PoissonArrivals(double perSecond, long horizonNanos) implements Arrivals {

    private static final double NANOS_PER_SECOND = 1e9;

    public PoissonArrivals {
        if (!(perSecond > 0) || !Double.isFinite(perSecond) || horizonNanos <= 0) {
            throw new IllegalArgumentException("No Poisson process: " + perSecond + "/s over " + horizonNanos + " ns");
        }
    }

    @Override
    public PoissonArrivals between(long from, long to) {
        return new PoissonArrivals(perSecond, to - from);
    }

    /// The expected number of requests.
    @Override
    public double requests() {
        return perSecond * horizonNanos / NANOS_PER_SECOND;
    }

    @Override
    public boolean hasTokens() {
        return false;
    }

    @Override
    public double inputTokens() {
        return 0;
    }

    @Override
    public double outputTokens() {
        return 0;
    }
}
