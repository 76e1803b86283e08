package dev.hostlab.engine;

import dev.hostlab.hosting.Rollout;
import dev.hostlab.usage.FleetEvent.Outcome;

/// A rolling deployment as the ECS service scheduler does it: as many new tasks as the maximum allows are started,
/// and old ones are stopped while more than the minimum are healthy.
///
/// A task that fails its health checks is stopped and started anew, without end unless the circuit breaker is on: it
/// rolls back when enough tasks have failed. Source: ECS developer guide, rolling update and deployment circuit
/// breaker, read 2026-11-23. Left out: the pause between starts of a task that fails again and again.
final class RollingRun implements RolloutRun {

    private static final double ROUNDING = 1e-9;

    private final Rollout.Rolling plan;
    private final RolloutTools tools;
    private final Version before;
    private Version target;
    private Outcome outcome = Outcome.DONE;
    private int failures;
    private long personAt = Unit.NEVER;
    private boolean done;

    RollingRun(Rollout.Rolling plan, Version target, RolloutTools tools) {
        this.plan = plan;
        this.tools = tools;
        this.before = tools.fleet.version();
        this.target = target;
        tools.fleet.startWith(target);
    }

    @Override
    public void step(long now) {
        if (done) {
            return;
        }
        countFailures(now);
        if (target.isBad() && isGivenUp(now)) {
            outcome = plan.breaker().isOn() ? Outcome.ROLLED_BACK : Outcome.MENDED;
            target = before;
            tools.fleet.startWith(before);
        }
        while (startNew(now) || stopOld(now)) {
            tools.settle(target);
        }
        tools.settle(target);
        finish(now);
    }

    private void countFailures(long now) {
        var more = tools.fleet.failedStarts();
        if (more > 0 && failures == 0 && !plan.breaker().isOn()) {
            personAt = now + RolloutTools.nanos(tools.people().actSeconds());
            tools.wakeAt(personAt);
        }
        failures += more;
    }

    private boolean isGivenUp(long now) {
        return plan.breaker().isOn() ? failures >= plan.breaker().threshold(tools.fleet.desired()) : now >= personAt;
    }

    private boolean startNew(long now) {
        var desired = tools.fleet.desired();
        var fresh = tools.of(target).size();
        var most = Math.max(minimum() + 1, (int) Math.floor(desired * plan.maximumPercent() / 100 + ROUNDING));
        var wanted =
                Math.min(desired - fresh, most - fresh - tools.others(target).size());
        for (var number = 0; number < wanted; number++) {
            tools.launch(target, false, now);
        }
        return wanted > 0;
    }

    private boolean stopOld(long now) {
        var olds = tools.others(target);
        var spare = tools.fleet.roster.healthy() - minimum();
        var stopped = false;
        for (var unit : olds) {
            var serves = Roster.isHealthy(unit);
            if (!serves || spare > 0) {
                tools.retire(unit, now);
                spare -= serves ? 1 : 0;
                stopped = true;
            }
        }
        return stopped;
    }

    private int minimum() {
        return (int) Math.ceil(tools.fleet.desired() * plan.minimumHealthyPercent() / 100 - ROUNDING);
    }

    private void finish(long now) {
        if (!tools.hasOthers(target) && tools.healthy(target) >= tools.fleet.desired()) {
            tools.retireExtras(now);
            done = true;
        }
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String story() {
        return switch (outcome) {
            case ROLLED_BACK -> "circuit breaker after " + failures + " failed tasks; the old version is back";
            case MENDED -> failures + " failed tasks; without circuit breaker it went on until somebody took it back";
            case DONE, RECOVERED, OPEN -> "every task replaced";
        };
    }

    @Override
    public boolean holdsScaleIn() {
        return true;
    }

    @Override
    public boolean holdsScaleOut() {
        return false;
    }
}
