package dev.hostlab.comparison;

/// A mean over replications with its 95 % confidence half-width (Student t).
///
/// @param mean         mean over replications, finite
/// @param halfWidth95  95 % half-width, 0 where there is one replication or nothing random
/// @param replications how many replications it is over, at least 1
public record Sampled(double mean, double halfWidth95, int replications) {

    public Sampled {
        if (!Double.isFinite(mean) || !(halfWidth95 >= 0) || replications < 1) {
            throw new IllegalArgumentException("No mean: " + mean + " ± " + halfWidth95 + " over " + replications);
        }
    }

    /// Whether the half-width says anything: more than one replication, and something random.
    public boolean hasInterval() {
        return replications > 1 && halfWidth95 > 0;
    }

    /// The word to show where there is no interval: `single run` or `deterministic`.
    public String withoutInterval() {
        return replications == 1 ? "single run" : "deterministic";
    }
}
