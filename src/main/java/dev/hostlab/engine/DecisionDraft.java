package dev.hostlab.engine;

import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.ScalingDecision;

/// A scaling decision whose last clocks are not known yet: they stop when its first unit is in service.
final class DecisionDraft {

    private final ScalingDecision decided;
    private boolean answered;
    private double request;
    private double start;
    private double registration;

    DecisionDraft(ScalingDecision decided) {
        this.decided = decided;
    }

    /// The first unit that this decision asked for is in service; later ones are not looked at.
    ///
    /// @param requestSeconds      decided → requested
    /// @param startSeconds        requested → started
    /// @param registrationSeconds started → in service
    void answeredBy(double requestSeconds, double startSeconds, double registrationSeconds) {
        if (!answered) {
            answered = true;
            request = requestSeconds;
            start = startSeconds;
            registration = registrationSeconds;
        }
    }

    /// Whether it raises desired capacity.
    boolean raises() {
        return decided.to() > decided.from();
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
