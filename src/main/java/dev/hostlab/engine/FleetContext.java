package dev.hostlab.engine;

import dev.hostlab.scaling.ScalingDecision;
import java.util.List;

/// What the parts of a fleet share: the calendar, the lengths of starts, the log of decisions.
record FleetContext(Calendar calendar, StartUpDraws startUps, List<DecisionDraft> decisions, RunId run) {

    DecisionDraft log(ScalingDecision decision) {
        var draft = new DecisionDraft(decision);
        decisions.add(draft);
        return draft;
    }
}
