package dev.hostlab.comparison;

/// A mean over replications with its 95 % confidence half-width (Student t).
///
/// @param mean         mean over replications, finite
/// @param halfWidth95  95 % half-width, 0 where there is one replication or nothing random
/// @param replications how many replications it is over; 0 for an estimate, which has none
public record Sampled(double mean, double halfWidth95, int replications) {

    /// What every figure of an estimate is called, wherever it is shown.
    public static final String ESTIMATE = "estimate";

    public Sampled {
        if (!Double.isFinite(mean) || !(halfWidth95 >= 0) || replications < 0) {
            throw new IllegalArgumentException("No mean: " + mean + " ± " + halfWidth95 + " over " + replications);
        }
    }

    /// A figure that was estimated, not simulated: nobody knows how sure it is.
    public static Sampled ofEstimate(double mean) {
        return new Sampled(mean, 0, 0);
    }

    /// A half-width this small beside the mean is the rounding of equal values, not chance.
    private static final double ROUNDING = 1e-12;

    /// Mean and half-width of one value a replication; a single value has none.
    ///
    /// @throws IllegalArgumentException if there is no value, or one that is not finite
    public static Sampled of(double... values) {
        var replications = values.length;
        var mean = sum(values) / replications;
        if (replications < 2 || !Double.isFinite(mean)) {
            return new Sampled(mean, 0, replications);
        }
        var squares = 0.0;
        for (var value : values) {
            squares += (value - mean) * (value - mean);
        }
        var standardError = Math.sqrt(squares / (replications - 1) / replications);
        var halfWidth = StudentT.twoSided95(replications - 1) * standardError;
        return new Sampled(mean, halfWidth <= ROUNDING * Math.abs(mean) ? 0 : halfWidth, replications);
    }

    /// The paired difference `a − b`, replication by replication.
    ///
    /// @throws IllegalArgumentException if there are not as many values on both sides
    public static Sampled ofDifference(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " and " + b.length + " values do not make pairs");
        }
        var differences = new double[a.length];
        for (var i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return of(differences);
    }

    /// The same figure with the other sign.
    public Sampled negated() {
        return new Sampled(0 - mean, halfWidth95, replications);
    }

    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }

    /// Whether the half-width says anything: more than one replication, and something random.
    public boolean hasInterval() {
        return replications > 1 && halfWidth95 > 0;
    }

    /// Whether it was estimated without simulating.
    public boolean isEstimate() {
        return replications == 0;
    }

    /// The word to show where there is no interval: `estimate`, `single run` or `deterministic`.
    public String withoutInterval() {
        if (isEstimate()) {
            return ESTIMATE;
        }
        return replications == 1 ? "single run" : "deterministic";
    }
}
