package dev.hostlab.workload;

/// How a quantity varies from request to request around its mean: a factor of mean 1.
public sealed interface Variation {

    /// Always the mean.
    record Constant() implements Variation {}

    /// Exponential: coefficient of variation 1, as in M/M/c.
    record Exponential() implements Variation {}

    /// Lognormal, the usual shape of service times.
    ///
    /// @param cv coefficient of variation (standard deviation ÷ mean), above 0
    record LogNormal(double cv) implements Variation {

        public LogNormal {
            if (!(cv > 0) || !Double.isFinite(cv)) {
                throw new IllegalArgumentException("No coefficient of variation: " + cv);
            }
        }
    }

    /// Lognormal of that coefficient of variation, or constant where it is 0.
    static Variation ofCv(double cv) {
        return cv == 0 ? new Constant() : new LogNormal(cv);
    }
}
