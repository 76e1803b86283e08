package dev.hostlab.engine;

import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.Fulfilment;
import dev.hostlab.scaling.ScalingDecision;
import java.util.List;

/// A scaling decision whose last clocks are not known yet: they stop when its units are in service, or gone.
final class DecisionDraft {

    private final ScalingDecision decided;
    private Answer first = Answer.NONE;
    private int units;
    private double firstSeconds;
    private double lastSeconds;

    /// What the first unit of a decision went through.
    ///
    /// @param request       seconds from decided to requested
    /// @param start         requested → started
    /// @param registration  started → in service
    /// @param steps         the same in more detail
    /// @param billedSeconds paid without serving
    record Answer(
            double request, double start, double registration, List<Fulfilment.Step> steps, double billedSeconds) {

        static final Answer NONE = new Answer(0, 0, 0, List.of(), 0);
    }

    DecisionDraft(ScalingDecision decided) {
        this.decided = decided;
    }

    /// Whether nothing has come of it yet.
    boolean isOpen() {
        return units == 0;
    }

    /// Its first unit is in service, or gone.
    void answeredBy(Answer answer) {
        first = answer;
    }

    /// One more unit is in service, or gone, so long after the decision.
    void count(double seconds) {
        firstSeconds = units == 0 ? seconds : firstSeconds;
        lastSeconds = Math.max(lastSeconds, seconds);
        units++;
    }

    /// Whether it raises desired capacity.
    boolean raises() {
        return decided.to() > decided.from();
    }

    ScalingDecision finished() {
        var seen = decided.clocks();
        var clocks = new Clocks(
                seen.metricPeriod(),
                seen.publish(),
                seen.evaluation(),
                seen.decision(),
                first.request(),
                first.start(),
                first.registration());
        return decided.carriedOut(
                clocks, new Fulfilment(first.steps(), units, firstSeconds, lastSeconds, first.billedSeconds()));
    }
}
