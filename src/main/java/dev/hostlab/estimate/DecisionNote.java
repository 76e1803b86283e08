package dev.hostlab.estimate;

import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.ScalingDecision;

/// A decision whose last clocks stop when its first unit is in service.
final class DecisionNote {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ScalingDecision decided;
    private boolean answered;
    private double request;
    private double start;
    private double registration;

    DecisionNote(ScalingDecision decided) {
        this.decided = decided;
    }

    boolean raises() {
        return decided.to() > decided.from();
    }

    double atSeconds() {
        return decided.atSeconds();
    }

    /// A unit that this decision asked for is in service; only the first is looked at.
    void answeredBy(PoolUnit unit, long now) {
        if (!answered) {
            answered = true;
            request = (unit.requestedAt - unit.askedAt) / NANOS_PER_SECOND;
            start = (unit.startedAt - unit.requestedAt) / NANOS_PER_SECOND;
            registration = (now - unit.startedAt) / NANOS_PER_SECOND;
        }
    }

    /// An instance that this decision asked for has joined.
    void answeredBy(PoolInstance instance, long now) {
        if (!answered) {
            answered = true;
            start = (now - instance.askedAt) / NANOS_PER_SECOND;
        }
    }

    ScalingDecision finished() {
        var seen = decided.clocks();
        var clocks = new Clocks(
                seen.metricPeriod(), seen.publish(), seen.evaluation(), seen.decision(), request, start, registration);
        return new ScalingDecision(
                decided.atSeconds(),
                decided.layer(),
                decided.from(),
                decided.to(),
                decided.metric(),
                decided.value(),
                decided.reason(),
                clocks);
    }
}
