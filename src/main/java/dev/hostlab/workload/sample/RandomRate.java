package dev.hostlab.workload.sample;

/// A rate that wanders: log-normal, each step correlated with the one before (AR(1) in the logarithm), mean 1.
final class RandomRate {

    private final RandomStream random;
    private final double sigma;
    private final double correlation;
    private double state;

    /// @param sigma       standard deviation of the rate's logarithm, 0 or more
    /// @param correlation of the logarithm with that of the step before, 0 to below 1
    RandomRate(RandomStream random, double sigma, double correlation) {
        this.random = random;
        this.sigma = sigma;
        this.correlation = correlation;
        this.state = random.normal();
    }

    /// The next step's factor.
    double next() {
        var factor = StrictMath.exp(sigma * state - sigma * sigma / 2);
        state = correlation * state + StrictMath.sqrt(1 - correlation * correlation) * random.normal();
        return factor;
    }
}
