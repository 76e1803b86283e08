package dev.hostlab.engine;

import dev.hostlab.hosting.Rollout;
import dev.hostlab.usage.FleetEvent;

/// A change on its way to the units of a fleet. It is looked at after every control event and goes on as far as it
/// can; nothing of it happens for each request.
sealed interface RolloutRun permits InPlaceRun, RollingRun, ParallelRun, BatchesRun, EvaluatedRun {

    /// Does what can be done now.
    void step(long now);

    /// Whether it is over, well or not.
    boolean isDone();

    FleetEvent.Outcome outcome();

    /// How it went, in words.
    String story();

    /// Whether capacity must not be taken away meanwhile.
    boolean holdsScaleIn();

    /// Whether capacity must not be added meanwhile.
    boolean holdsScaleOut();

    /// Begins a rollout. Where new units stand apart, they are evaluated there; otherwise when
    /// they serve everybody.
    static RolloutRun of(Rollout rollout, Order order, RolloutTools tools, long now) {
        var evaluation = order.evaluationOrNull();
        var standsApart = rollout instanceof Rollout.Parallel plan && plan.isApart();
        return evaluation == null || standsApart
                ? plain(rollout, order, tools, now)
                : new EvaluatedRun(rollout, order, evaluation, tools, now);
    }

    /// Begins a rollout in its own way.
    static RolloutRun plain(Rollout rollout, Order order, RolloutTools tools, long now) {
        return switch (rollout) {
            case Rollout.InPlace plan -> new InPlaceRun(plan, order.version(), tools, now);
            case Rollout.Rolling plan -> new RollingRun(plan, order.version(), tools);
            case Rollout.Parallel plan -> new ParallelRun(plan, order, tools, now);
            case Rollout.Batches plan -> new BatchesRun(plan, order.version(), tools, now);
        };
    }
}
