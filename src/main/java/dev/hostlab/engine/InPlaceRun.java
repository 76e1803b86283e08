package dev.hostlab.engine;

import dev.hostlab.hosting.Rollout;
import dev.hostlab.usage.FleetEvent.Outcome;
import java.util.List;

/// Instances go on with the new version, a batch at a time, as Elastic Beanstalk's policies All at once, Rolling and
/// Rolling with additional batch do.
///
/// With All at once every instance fails what reaches it while its version changes. With the others a batch leaves
/// the load balancer, finishes what it has, changes, and comes back; the next batch follows when it has been healthy
/// for long enough. A bad version stops at the batch that it fails in: the rest stay on the old version, and those
/// on the bad one stay so, until a person deploys the old version again. Source: Elastic Beanstalk developer guide,
/// deployment policies, read 2026-11-23.
final class InPlaceRun implements RolloutRun {

    private enum Phase {
        EXTRA,
        NEXT,
        DRAIN,
        COMMAND,
        GATE,
        BROKEN,
        DONE
    }

    private final Rollout.InPlace plan;
    private final RolloutTools tools;
    private final Version before;
    private final int batchSize;
    private Version target;
    private Phase phase;
    private List<FleetUnit> batch = List.of();
    private long until;
    private boolean failed;
    private int mixed;

    InPlaceRun(Rollout.InPlace plan, Version target, RolloutTools tools, long now) {
        this.plan = plan;
        this.tools = tools;
        this.before = tools.fleet.version();
        this.target = target;
        this.batchSize = Math.max(1, (int) Math.ceil(tools.fleet.desired() * plan.batchShare() - 1e-9));
        this.phase = plan.additionalBatch() ? Phase.EXTRA : Phase.NEXT;
        if (plan.additionalBatch()) {
            for (var number = 0; number < batchSize; number++) {
                tools.fleet.launch(target, true, false, now);
            }
            waitUntil(now, plan.timeoutSeconds());
        }
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
            case EXTRA -> awaitExtra(now);
            case NEXT -> takeBatch(now);
            case DRAIN -> now >= until ? command(now) : phase;
            case COMMAND -> update(now);
            case GATE -> now >= until ? Phase.NEXT : phase;
            case BROKEN -> now >= until ? mend() : phase;
            case DONE -> phase;
        };
    }

    private Phase awaitExtra(long now) {
        if (target.isBad() && ((tools.fleet.failedStarts() > 0 && tools.people().failsAtOnce()) || now >= until)) {
            return breakOff(now);
        }
        return tools.healthy(target) < batchSize ? phase : Phase.NEXT;
    }

    private Phase takeBatch(long now) {
        batch = tools.others(target).stream()
                .filter(unit -> unit.state != FleetUnit.State.STARTING)
                .sorted((a, b) -> Boolean.compare(Roster.isHealthy(a), Roster.isHealthy(b)))
                .limit(failed ? Long.MAX_VALUE : batchSize)
                .toList();
        if (batch.isEmpty()) {
            return tools.others(target).isEmpty() ? finish(now) : phase;
        }
        for (var unit : batch) {
            takeAway(unit, now);
        }
        waitUntil(now, plan.deregisters() ? tools.fleet.drainSeconds() : 0);
        return Phase.DRAIN;
    }

    private void takeAway(FleetUnit unit, long now) {
        if (!plan.deregisters()) {
            if (unit.state == FleetUnit.State.IN_SERVICE && !unit.crashed) {
                unit.crashed = true;
                tools.fleet.rotation().crash(unit, now);
            }
            return;
        }
        if (unit.state == FleetUnit.State.IN_SERVICE) {
            tools.fleet.rotation().takeOut(unit, now);
        }
        unit.state = FleetUnit.State.UPDATING;
    }

    private Phase command(long now) {
        for (var unit : batch) {
            if (Roster.isAlive(unit)) {
                if (plan.deregisters()) {
                    tools.fleet.rotation().end(unit, now);
                }
                unit.updatedAt = now + commandNanos();
                tools.wakeAt(unit.updatedAt);
            }
        }
        waitUntil(now, tools.people().failsAtOnce() ? 0 : plan.timeoutSeconds());
        return Phase.COMMAND;
    }

    private long commandNanos() {
        var nanos = tools.draw(plan.command());
        if (plan.deregisters()) {
            for (var stage : plan.registration()) {
                nanos += tools.draw(stage);
            }
        }
        return nanos;
    }

    private Phase update(long now) {
        var open = 0;
        for (var unit : batch) {
            if (!Roster.isAlive(unit) || (unit.version.equals(target) && !target.isBad())) {
                continue;
            }
            if (now < unit.updatedAt) {
                open++;
                continue;
            }
            unit.version = target;
            if (!target.isBad()) {
                enterService(unit, now);
            }
        }
        if (open > 0 || (target.isBad() && now < until)) {
            return phase;
        }
        if (target.isBad()) {
            return breakOff(now);
        }
        waitUntil(now, plan.gateSeconds());
        return Phase.GATE;
    }

    private void enterService(FleetUnit unit, long now) {
        if (plan.deregisters() || unit.state != FleetUnit.State.IN_SERVICE) {
            tools.fleet.enterService(unit, now);
            unit.crashed = false;
        } else {
            tools.fleet.restart(unit, now);
        }
    }

    /// It has failed; what is there stays as it is until somebody acts.
    private Phase breakOff(long now) {
        failed = true;
        mixed = (int) tools.of(target).stream().filter(unit -> !unit.isExtra).count();
        tools.retireExtras(now);
        waitUntil(now, tools.people().actSeconds());
        return Phase.BROKEN;
    }

    private Phase mend() {
        target = before;
        return Phase.NEXT;
    }

    private Phase finish(long now) {
        if (!failed) {
            tools.fleet.startWith(target);
        }
        tools.settle(target);
        tools.retireExtras(now);
        return Phase.DONE;
    }

    private void waitUntil(long now, double seconds) {
        until = now + RolloutTools.nanos(seconds);
        tools.wakeAt(until);
    }

    @Override
    public boolean isDone() {
        return phase == Phase.DONE;
    }

    @Override
    public Outcome outcome() {
        return failed ? Outcome.MENDED : Outcome.DONE;
    }

    @Override
    public String story() {
        if (!failed) {
            return "every instance on the new version";
        }
        if (mixed == 0) {
            return "the additional batch did not get healthy; somebody had to end the update";
        }
        return mixed >= tools.fleet.desired()
                ? all() + " on the bad version until somebody deployed the old one again"
                : mixed + " of " + tools.fleet.desired()
                        + " instances on the bad version, the others on the old one, until somebody acted";
    }

    private String all() {
        return mixed == 1 ? "the only instance" : "all " + mixed + " instances";
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
