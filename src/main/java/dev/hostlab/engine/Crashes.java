package dev.hostlab.engine;

import dev.hostlab.hosting.HealthPlan;
import java.util.ArrayList;
import java.util.List;

/// Lets applications crash, has it noticed, and sees to what follows.
///
/// A crashed application fails whatever reaches it until its unit is taken from the load balancer. Units of a
/// service are then replaced; an instance of a group that looks at EC2's own status checks alone stays, paid for and
/// without traffic, until somebody restarts it. Where every unit is unhealthy the load balancer fails open: they all
/// keep their traffic. Source: ALB user guide, health checks; Elastic Beanstalk developer guide, Auto Scaling health
/// check, both read 2026-11-23.
final class Crashes {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MONTH = 730 * 3_600e9;

    private final HealthPlan plan;
    private final Fleet fleet;
    private final FleetContext context;
    private final long key;
    private final List<FleetUnit> failedOpen = new ArrayList<>();
    private long draws;
    private long count;

    Crashes(HealthPlan plan, Fleet fleet, FleetContext context) {
        this.plan = plan;
        this.fleet = fleet;
        this.context = context;
        this.key = context.run().key(Stream.CRASH);
    }

    /// A sound unit takes traffic: it may crash one day, and others need no longer stand in for it.
    void serves(FleetUnit unit, long now) {
        unit.crashed = false;
        unit.servingSince = now;
        if (plan.crashesPerMonth() == 0) {
            return;
        }
        failedOpen.forEach(crashed -> fleet.takeCrashedOut(crashed, now));
        failedOpen.clear();
        var wait = Draws.exponential(Draws.bits(key, draws++)) * NANOS_PER_MONTH / plan.crashesPerMonth();
        context.calendar().plan(now + (long) wait, new ControlEvent.UnitCrashed(unit));
    }

    void crash(FleetUnit unit, long now) {
        if (unit.state != FleetUnit.State.IN_SERVICE) {
            return;
        }
        count++;
        unit.crashed = true;
        fleet.rotation().crash(unit, now);
        var u = Draws.unit(Draws.bits(key, draws++));
        var notice = plan.noticeFromSeconds() + u * (plan.noticeToSeconds() - plan.noticeFromSeconds());
        context.calendar().plan(now + nanos(notice), new ControlEvent.CrashNoticed(unit));
        if (!plan.isReplaced()) {
            context.calendar().plan(now + nanos(plan.repairSeconds()), new ControlEvent.CrashRepaired(unit));
        }
    }

    /// Health checks have failed often enough, or the agent has told.
    void noticed(FleetUnit unit, long now) {
        var isUp = unit.state == FleetUnit.State.IN_SERVICE || unit.state == FleetUnit.State.UNHEALTHY;
        if (!unit.crashed || !isUp) {
            return;
        }
        if (plan.isReplaced()) {
            replace(unit, now);
        } else if (fleet.rotation().inService().value() <= 1) {
            failedOpen.add(unit);
        } else {
            fleet.takeCrashedOut(unit, now);
        }
    }

    /// Within the grace period a group waits before it replaces.
    private void replace(FleetUnit unit, long now) {
        var replaceAt = unit.servingSince + nanos(plan.graceSeconds());
        if (now < replaceAt) {
            fleet.takeCrashedOut(unit, now);
            context.calendar().plan(replaceAt, new ControlEvent.CrashNoticed(unit));
        } else {
            fleet.replace(unit, now);
        }
    }

    void repaired(FleetUnit unit, long now) {
        if (unit.crashed) {
            failedOpen.remove(unit);
            fleet.restart(unit, now);
        }
    }

    /// Applications that have crashed so far.
    long count() {
        return count;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
