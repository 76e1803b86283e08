package dev.hostlab.engine;

import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.Resize;
import dev.hostlab.scaling.ScalingDecision;
import java.util.List;

/// What the parts of a fleet share: the calendar, the lengths of starts, the log of decisions.
record FleetContext(Calendar calendar, StartUpDraws startUps, List<DecisionDraft> decisions, RunId run) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_POINT = 60;

    DecisionDraft log(ScalingDecision decision) {
        var draft = new DecisionDraft(decision);
        decisions.add(draft);
        return draft;
    }

    /// What cluster auto scaling has seen.
    ///
    /// @param reservation    its metric in percent
    /// @param publishSeconds how old that is
    /// @param desired        instances that were desired
    record Seen(long now, double reservation, double publishSeconds, int desired) {}

    /// Writes a decision of cluster auto scaling down.
    DecisionDraft log(Resize resize, Seen seen) {
        var clocks = new Clocks(SECONDS_PER_POINT, seen.publishSeconds(), 0, 0, 0, 0, 0);
        return log(new ScalingDecision(
                seen.now() / NANOS_PER_SECOND,
                "instances",
                seen.desired(),
                resize.desired(),
                "capacity-provider-reservation",
                seen.reservation(),
                resize.reason(),
                clocks));
    }
}
