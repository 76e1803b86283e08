package dev.hostlab.engine;

import dev.hostlab.hosting.Rollout;
import dev.hostlab.usage.FleetEvent;
import dev.hostlab.usage.FleetEvent.Outcome;
import org.jspecify.annotations.Nullable;

/// New units start beside the old ones, which leave when all is well: Elastic Beanstalk's Immutable and Traffic
/// splitting, and blue/green, linear and canary deployments of ECS.
///
/// The engine's routing knows no weights. A share s of the traffic is therefore given by the number of new units
/// among those in rotation: of as many new as old ones, s ÷ (1 − s) of the new ones below a half, and (1 − s) ÷ s of
/// the old ones above. A bad version never gets healthy, so it never gets traffic; the new units end and the old
/// ones have not been touched. Source: Elastic Beanstalk developer guide, deployment policies and immutable
/// updates; ECS developer guide, blue/green deployments, both read 2026-11-23.
final class ParallelRun implements RolloutRun {

    private enum Phase {
        FIRST,
        FIRST_GATE,
        ALL,
        GATE,
        TEST,
        SHIFT,
        BAKE,
        LEAVE,
        DONE
    }

    private final Rollout.Parallel plan;
    private final RolloutTools tools;
    private final Version target;
    private final @Nullable Evaluation evaluation;
    private final long timeoutAt;
    private Outcome outcome = Outcome.DONE;
    private Phase phase;
    private int shifted;
    private int failures;
    private boolean failedTest;
    private long until = Unit.NEVER;

    ParallelRun(Rollout.Parallel plan, Order order, RolloutTools tools, long now) {
        this.plan = plan;
        this.tools = tools;
        this.target = order.version();
        this.evaluation = order.evaluationOrNull();
        this.phase = plan.oneFirst() ? Phase.FIRST : Phase.ALL;
        this.timeoutAt = now + RolloutTools.nanos(plan.breaker().timeoutSeconds());
        tools.wakeAt(timeoutAt);
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
        failures += tools.fleet.failedStarts();
        if (target.isBad() && phase != Phase.LEAVE && phase != Phase.DONE && isGivenUp(now)) {
            return giveUp(now);
        }
        return switch (phase) {
            case FIRST -> started(1, now) ? hold(Phase.FIRST_GATE, plan.gateSeconds(), now) : phase;
            case FIRST_GATE -> now >= until ? Phase.ALL : phase;
            case ALL -> started(tools.fleet.desired(), now) ? hold(Phase.GATE, plan.gateSeconds(), now) : phase;
            case GATE -> now >= until ? test(now) : phase;
            case TEST, SHIFT -> tested(now);
            case BAKE -> now >= until ? leave(now) : phase;
            case LEAVE -> isLeft() ? finish(now) : phase;
            case DONE -> phase;
        };
    }

    private boolean isGivenUp(long now) {
        var tripped = plan.breaker().isOn() && failures >= plan.breaker().threshold(tools.fleet.desired());
        return tripped || now >= timeoutAt;
    }

    private Phase giveUp(long now) {
        outcome = plan.breaker().isOn() ? Outcome.ROLLED_BACK : Outcome.MENDED;
        tools.of(target).forEach(unit -> tools.retire(unit, now));
        return Phase.LEAVE;
    }

    /// Starts new units up to a number; whether so many are healthy.
    private boolean started(int wanted, long now) {
        for (var have = tools.of(target).size(); have < wanted; have++) {
            tools.fleet.launch(target, true, plan.isApart(), now);
        }
        return tools.of(target).stream()
                        .filter(unit -> unit.state == FleetUnit.State.STANDBY || Roster.isHealthy(unit))
                        .count()
                >= wanted;
    }

    /// Calls reach the new units, and nobody else's do yet, where that is possible.
    private Phase test(long now) {
        if (evaluation == null || !plan.isTestable()) {
            return shift(now);
        }
        evaluation.begin(FleetEvent.Evaluated.BEFORE_TRAFFIC, now);
        return Phase.TEST;
    }

    private Phase tested(long now) {
        if (evaluation != null && evaluation.hasBegun()) {
            if (!evaluation.isOver(now)) {
                return phase;
            }
            if (evaluation.hasFailed()) {
                return failTest(now);
            }
        }
        return phase == Phase.TEST || now >= until ? shift(now) : phase;
    }

    /// Old units take all traffic again; the new ones end.
    private Phase failTest(long now) {
        outcome = Outcome.ROLLED_BACK;
        failedTest = true;
        tools.others(target).forEach(unit -> admit(unit, now));
        tools.of(target).forEach(unit -> tools.retire(unit, now));
        return Phase.LEAVE;
    }

    private Phase shift(long now) {
        if (shifted < plan.shifts().size()) {
            var next = plan.shifts().get(shifted++);
            give(next.share(), now);
            if (evaluation != null && !evaluation.hasBegun()) {
                evaluation.begin("while it had its share of the traffic", now);
            }
            return hold(Phase.SHIFT, next.holdSeconds(), now) == Phase.SHIFT && now >= until ? shift(now) : Phase.SHIFT;
        }
        giveAll(now);
        return hold(Phase.BAKE, plan.bakeSeconds(), now);
    }

    private void give(double share, long now) {
        var fresh = tools.of(target);
        var olds = tools.others(target);
        var wantedFresh = (int) Math.min(fresh.size(), Math.max(1, Math.rint(olds.size() * share / (1 - share))));
        for (var index = 0; index < wantedFresh; index++) {
            admit(fresh.get(index), now);
        }
        var wantedOld = (int) Math.min(olds.size(), Math.max(1, Math.rint(fresh.size() * (1 - share) / share)));
        for (var index = wantedOld; index < olds.size(); index++) {
            standBack(olds.get(index), now);
        }
    }

    private void giveAll(long now) {
        tools.of(target).forEach(unit -> admit(unit, now));
        if (plan.isApart()) {
            tools.others(target).forEach(unit -> standBack(unit, now));
        }
    }

    private void admit(FleetUnit unit, long now) {
        unit.isApart = false;
        if (unit.state == FleetUnit.State.STANDBY) {
            tools.fleet.enterService(unit, now);
        }
    }

    private void standBack(FleetUnit unit, long now) {
        if (unit.state == FleetUnit.State.IN_SERVICE) {
            tools.fleet.rotation().takeOut(unit, now);
            unit.state = FleetUnit.State.STANDBY;
        }
    }

    private Phase leave(long now) {
        tools.fleet.startWith(target);
        for (var unit : tools.others(target)) {
            tools.retire(unit, now);
            tools.settle(target);
        }
        return Phase.LEAVE;
    }

    private boolean isLeft() {
        return outcome == Outcome.DONE
                ? !tools.hasOthers(target)
                : tools.fleet.roster.units().stream().noneMatch(unit -> unit.version.number() == target.number());
    }

    private Phase finish(long now) {
        tools.fleet.launchMissing(now, null);
        tools.settle(tools.fleet.version());
        tools.retireExtras(now);
        return Phase.DONE;
    }

    private Phase hold(Phase then, double seconds, long now) {
        until = now + RolloutTools.nanos(seconds);
        tools.wakeAt(until);
        return then;
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
        if (failedTest) {
            return "it failed its evaluation; the new units were ended and the old ones go on";
        }
        return switch (outcome) {
            case ROLLED_BACK -> "new units never got healthy and were ended; the old ones were not touched";
            case MENDED -> "new units never got healthy until somebody stopped it; the old ones were not touched";
            case DONE, RECOVERED, OPEN -> "all traffic on new units, the old ones ended";
        };
    }

    @Override
    public boolean holdsScaleIn() {
        return true;
    }

    @Override
    public boolean holdsScaleOut() {
        return plan.freezes();
    }
}
