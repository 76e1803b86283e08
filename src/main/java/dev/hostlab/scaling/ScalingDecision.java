package dev.hostlab.scaling;

import static java.util.Objects.requireNonNull;

/// One change of desired capacity, with everything needed to ask why.
///
/// @param atSeconds   simulated time of the decision in seconds from the start of the run
/// @param layer       what was resized: `tasks` or `instances`
/// @param from        desired capacity before
/// @param to          desired capacity after
/// @param metric      name of the metric that decided, such as `cpu`
/// @param value       the metric's value, in the metric's unit
/// @param reason      in words: "3 of 3 points above 60; 4 → 7"
/// @param clocks      how long each clock took until the first unit of this decision was in service
/// @param fulfilment  how it was carried out
public record ScalingDecision(
        double atSeconds,
        String layer,
        int from,
        int to,
        String metric,
        double value,
        String reason,
        Clocks clocks,
        Fulfilment fulfilment) {

    /// A decision of which nothing has come yet.
    public ScalingDecision(
            double atSeconds,
            String layer,
            int from,
            int to,
            String metric,
            double value,
            String reason,
            Clocks clocks) {
        this(atSeconds, layer, from, to, metric, value, reason, clocks, Fulfilment.NONE);
    }

    public ScalingDecision {
        requireNonNull(layer, "layer");
        requireNonNull(metric, "metric");
        requireNonNull(reason, "reason");
        requireNonNull(clocks, "clocks");
        requireNonNull(fulfilment, "fulfilment");
    }

    /// The same decision, so much later.
    public ScalingDecision later(double seconds) {
        return new ScalingDecision(atSeconds + seconds, layer, from, to, metric, value, reason, clocks, fulfilment);
    }

    /// The same decision, once it is known how it was carried out.
    public ScalingDecision carriedOut(Clocks known, Fulfilment how) {
        return new ScalingDecision(atSeconds, layer, from, to, metric, value, reason, known, how);
    }
}
