package dev.hostlab.engine;

import dev.hostlab.hosting.Rollout;
import dev.hostlab.usage.FleetEvent.Outcome;
import java.util.List;

/// Instances end and others start in their place, a batch at a time, as Elastic Beanstalk's rolling configuration
/// updates do.
///
/// A batch that does not get healthy within the timeout is rolled back in the same way; some rollbacks fail too, and
/// then the environment stays half old, half new until a person acts. Without rolling updates the one batch is
/// everything. Source: Elastic Beanstalk developer guide, rolling environment configuration updates, read
/// 2026-11-23.
final class BatchesRun implements RolloutRun {

    private enum Phase {
        NEXT,
        BATCH,
        STUCK,
        DONE
    }

    private final Rollout.Batches plan;
    private final RolloutTools tools;
    private final Version before;
    private Version target;
    private Phase phase = Phase.NEXT;
    private Outcome outcome = Outcome.DONE;
    private long batchBegan;
    private long until;

    BatchesRun(Rollout.Batches plan, Version target, RolloutTools tools, long now) {
        this.plan = plan;
        this.tools = tools;
        this.before = tools.fleet.version();
        this.target = target;
        this.batchBegan = now;
        tools.fleet.startWith(target);
    }

    @Override
    public void step(long now) {
        Phase from;
        do {
            from = phase;
            phase = next(now);
        } while (phase != from);
    }

    private Phase next(long now) {
        return switch (phase) {
            case NEXT -> takeBatch(now);
            case BATCH -> await(now);
            case STUCK -> now >= until ? goBack(Outcome.MENDED) : phase;
            case DONE -> phase;
        };
    }

    private Phase takeBatch(long now) {
        var olds = tools.others(target);
        if (olds.isEmpty()) {
            tools.fleet.launchMissing(now, null);
            return Phase.DONE;
        }
        var mayGo = Math.clamp(tools.fleet.desired() - plan.minimumInService(), 1, plan.batch());
        var batch = olds.stream()
                .sorted((a, b) -> Boolean.compare(Roster.isHealthy(a), Roster.isHealthy(b)))
                .limit(mayGo)
                .toList();
        end(batch, now);
        batchBegan = now;
        until = now + RolloutTools.nanos(plan.pauseSeconds() < 0 ? plan.timeoutSeconds() : plan.pauseSeconds());
        tools.wakeAt(until);
        return Phase.BATCH;
    }

    private void end(List<FleetUnit> batch, long now) {
        batch.forEach(unit -> tools.retire(unit, now));
        tools.fleet.launchMissing(now, null);
    }

    private Phase await(long now) {
        var bad = target.isBad() && tools.fleet.failedStarts() > 0;
        if (bad) {
            tools.fleet.launchMissing(now, null);
        }
        var isHealthy = tools.healthy(target) >= tools.of(target).size();
        var waitsForHealth = plan.pauseSeconds() < 0;
        if (!target.isBad() && (waitsForHealth ? isHealthy : now >= until)) {
            return Phase.NEXT;
        }
        var isLate = now >= batchBegan + RolloutTools.nanos(plan.timeoutSeconds());
        if (target.isBad() && (isLate || (bad && tools.people().failsAtOnce()))) {
            return fail(now);
        }
        if (target.isBad() && now >= until) {
            tools.wakeAt(batchBegan + RolloutTools.nanos(plan.timeoutSeconds()));
            until = Unit.NEVER;
        }
        return phase;
    }

    private Phase fail(long now) {
        if (tools.chance() >= plan.rollbackFailure()) {
            return goBack(Outcome.ROLLED_BACK);
        }
        until = now + RolloutTools.nanos(tools.people().actSeconds());
        tools.wakeAt(until);
        return Phase.STUCK;
    }

    private Phase goBack(Outcome how) {
        outcome = how;
        target = before;
        tools.fleet.startWith(before);
        return Phase.NEXT;
    }

    @Override
    public boolean isDone() {
        return phase == Phase.DONE;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String story() {
        return switch (outcome) {
            case ROLLED_BACK -> "a batch did not get healthy; rolled back";
            case MENDED ->
                "a batch did not get healthy and the rollback failed: half old, half new until somebody acted";
            case DONE, RECOVERED, OPEN -> "every instance replaced";
        };
    }

    @Override
    public boolean holdsScaleIn() {
        return false;
    }

    @Override
    public boolean holdsScaleOut() {
        return false;
    }
}
