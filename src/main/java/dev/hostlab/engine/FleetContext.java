package dev.hostlab.engine;

import dev.hostlab.hosting.Rented;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.Resize;
import dev.hostlab.scaling.ScalingDecision;
import java.util.List;

/// What the parts of a fleet share: the calendar, the lengths of starts, the log of decisions.
record FleetContext(Calendar calendar, StartUpDraws startUps, List<DecisionDraft> decisions, RunId run) {

    private static final double NANOS_PER_SECOND = 1e9;

    DecisionDraft log(ScalingDecision decision) {
        var draft = new DecisionDraft(decision);
        decisions.add(draft);
        return draft;
    }

    /// What cluster auto scaling has seen.
    ///
    /// @param running instances
    /// @param needed  instances
    /// @param desired instances that were desired
    record Seen(Rented.OnInstances plan, int running, int needed, int desired) {}

    /// Writes a decision of cluster auto scaling down.
    DecisionDraft log(Resize resize, Seen seen, long now) {
        var scaling = seen.plan().scaling().orElseThrow();
        var clocks = new Clocks(
                scaling.periodSeconds(), seen.plan().reservationPublishSeconds(), 0, 0, 0, 0, 0);
        return log(new ScalingDecision(
                now / NANOS_PER_SECOND,
                "instances",
                seen.desired(),
                resize.desired(),
                scaling.metric(),
                scaling.seen(seen.running(), seen.needed()),
                resize.reason(),
                clocks));
    }
}
