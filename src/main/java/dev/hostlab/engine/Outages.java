package dev.hostlab.engine;

import dev.hostlab.hosting.EventKind;
import dev.hostlab.hosting.OutagePlan;
import java.util.ArrayList;
import java.util.List;

/// Takes units away, as failing hosts, failing zones and the Spot market do, and has them replaced.
///
/// What runs on a dead host answers nothing. Its target fails every request until enough health checks have failed,
/// and only then does the service, or the group, start another. A Spot unit has two minutes' notice: it drains, and
/// its replacement starts at once. Source: EC2 user guide, status checks and Spot interruptions; ECS developer
/// guide, Fargate capacity providers, all read 2026-11-23.
final class Outages {

    private static final int KIND_SHIFT = 40;
    private final OutagePlan plan;
    private final Fleet fleet;
    private final FleetContext context;
    private final long key;
    private long notices;

    Outages(OutagePlan plan, Fleet fleet, FleetContext context) {
        this.plan = plan;
        this.fleet = fleet;
        this.context = context;
        this.key = context.run().key(Stream.EVENT_VICTIM);
    }

    /// One failure begins.
    Outage begin(EventTimes.Occurrence what, OpenEvent record, long now) {
        return switch (what.kind()) {
            case INSTANCE_FAILURE -> instance(what, record, now);
            case ZONE_FAILURE -> zone(what, record, now);
            case SPOT_INTERRUPTION -> spotPool(what, record, now);
            case DEPLOYMENT, CONFIGURATION, PLATFORM_UPDATE, ROTATION ->
                throw new IllegalStateException("No failure: " + what.kind());
        };
    }

    private Outage instance(EventTimes.Occurrence what, OpenEvent record, long now) {
        var u = chance(what, 0);
        if (fleet.cluster().isPresent()) {
            var cluster = fleet.cluster().get();
            var instances = cluster.staying();
            if (instances.isEmpty()) {
                return new Outage(record, now, 0, 0, "an instance");
            }
            var instance = instances.get((int) (u * instances.size()));
            var units = fleet.roster.on(instance);
            cluster.fail(instance, now, plan.instanceSeconds());
            return kill(record, units, "the tasks of one of " + instances.size() + " instances", now);
        }
        var alive = alive();
        var victims = alive.isEmpty() ? alive : List.of(alive.get((int) (u * alive.size())));
        return kill(record, victims, "a host", now);
    }

    private Outage zone(EventTimes.Occurrence what, OpenEvent record, long now) {
        var zone = (int) (chance(what, 0) * plan.zones());
        var units = new ArrayList<FleetUnit>();
        if (fleet.cluster().isPresent()) {
            var cluster = fleet.cluster().get();
            cluster.closeZone(zone);
            cluster.staying().stream().filter(each -> each.zone == zone).forEach(instance -> {
                units.addAll(fleet.roster.on(instance));
                cluster.fail(instance, now, plan.instanceSeconds());
            });
        } else {
            spread(-1);
            alive().stream().filter(unit -> unit.zone == zone).forEach(units::add);
        }
        context.calendar().plan(now + nanos(plan.zoneSeconds()), new ControlEvent.ZoneBack(zone));
        return kill(record, units, "one of " + plan.zones() + " zones", now);
    }

    /// A zone is there again; what was started meanwhile stands elsewhere.
    void zoneBack(int zone) {
        spread(zone);
        fleet.cluster().ifPresent(cluster -> cluster.closeZone(-1));
    }

    /// Gives every unit that has none a zone: the one with the fewest units.
    private void spread(int closed) {
        var counts = new int[plan.zones()];
        alive().stream().filter(unit -> unit.zone >= 0).forEach(unit -> counts[unit.zone]++);
        for (var unit : alive()) {
            if (unit.zone < 0) {
                var least = closed == 0 && plan.zones() > 1 ? 1 : 0;
                for (var zone = 0; zone < plan.zones(); zone++) {
                    least = zone != closed && counts[zone] < counts[least] ? zone : least;
                }
                unit.zone = least;
                counts[least]++;
            }
        }
    }

    private Outage spotPool(EventTimes.Occurrence what, OpenEvent record, long now) {
        var spot = alive().stream().filter(unit -> unit.isSpot).toList();
        var taken = new ArrayList<FleetUnit>();
        for (var unit : spot) {
            if (chance(what, taken.size() + unit.index + 1) < plan.spot().interruptedShare()) {
                taken.add(unit);
            }
        }
        var of = alive().size();
        taken.forEach(unit -> leaveInTime(unit, now));
        fleet.launchMissing(now, null);
        return new Outage(record, now, taken.size(), of, "Spot units");
    }

    /// The market takes one unit.
    Outage spotTaken(FleetUnit unit, OpenEvent record, long now) {
        var of = alive().size();
        leaveInTime(unit, now);
        fleet.launchMissing(now, null);
        return new Outage(record, now, 1, of, "a Spot unit");
    }

    private void leaveInTime(FleetUnit unit, long now) {
        if (unit.state == FleetUnit.State.STARTING) {
            fleet.exits.giveUp(unit, now);
        } else {
            fleet.exits.drain(
                    unit, now, null, Math.min(fleet.drainSeconds(), plan.spot().warningSeconds()));
        }
    }

    private Outage kill(OpenEvent record, List<FleetUnit> units, String what, long now) {
        var of = alive().size();
        var replaceAt = now + nanos(plan.replaceSeconds());
        var outage = new Outage(
                record, replaceAt, (int) units.stream().filter(Roster::isAlive).count(), of, what);
        for (var unit : units) {
            kill(unit, outage, now);
        }
        return outage;
    }

    private void kill(FleetUnit unit, Outage outage, long now) {
        if (unit.state == FleetUnit.State.DRAINING) {
            fleet.rotation().end(unit, now);
            return;
        }
        if (unit.state == FleetUnit.State.IN_SERVICE && !unit.crashed) {
            fleet.rotation().crash(unit, now);
        }
        unit.crashed = true;
        outage.unnoticed++;
        var u = Draws.unit(Draws.bits(key, notices++));
        var notice = plan.noticeFromSeconds() + u * (plan.noticeToSeconds() - plan.noticeFromSeconds());
        context.calendar().plan(now + nanos(notice), new ControlEvent.OutageNoticed(outage, unit));
    }

    /// Health checks have failed often enough; the unit is replaced, now or when its group finds it dead.
    void noticed(Outage outage, FleetUnit unit, long now) {
        if (!Roster.isAlive(unit)) {
            outage.unnoticed--;
        } else if (now < outage.replaceAt) {
            fleet.takeCrashedOut(unit, now);
            context.calendar().plan(outage.replaceAt, new ControlEvent.OutageNoticed(outage, unit));
        } else {
            outage.unnoticed--;
            if (unit.state == FleetUnit.State.STARTING) {
                fleet.exits.giveUp(unit, now);
                fleet.launchMissing(now, null);
            } else {
                fleet.replace(unit, now);
            }
        }
    }

    private List<FleetUnit> alive() {
        return fleet.roster.units().stream().filter(Roster::isAlive).toList();
    }

    private double chance(EventTimes.Occurrence what, long number) {
        var first = (long) what.kind().number() << KIND_SHIFT;
        return Draws.unit(Draws.bits(key, ~(first + 1_000_003L * what.number() + number)));
    }

    /// Whether it is one of those that the market may take.
    static boolean isTakable(FleetUnit unit) {
        return unit.isSpot && Roster.isAlive(unit);
    }

    /// What kind of event the market's is.
    static EventTimes.Occurrence taken(long now) {
        return new EventTimes.Occurrence(EventKind.SPOT_INTERRUPTION, now, false, false, 0, false);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
