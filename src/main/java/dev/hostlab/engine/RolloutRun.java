package dev.hostlab.engine;

import dev.hostlab.hosting.Rollout;
import dev.hostlab.usage.FleetEvent;

/// A change on its way to the units of a fleet. It is looked at after every control event and goes on as far as it
/// can; nothing of it happens for each request.
sealed interface RolloutRun permits InPlaceRun, RollingRun, ParallelRun, BatchesRun {

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

    /// Begins a rollout.
    static RolloutRun of(Rollout rollout, Version version, RolloutTools tools, long now) {
        return switch (rollout) {
            case Rollout.InPlace plan -> new InPlaceRun(plan, version, tools, now);
            case Rollout.Rolling plan -> new RollingRun(plan, version, tools);
            case Rollout.Parallel plan -> new ParallelRun(plan, version, tools, now);
            case Rollout.Batches plan -> new BatchesRun(plan, version, tools, now);
        };
    }
}
