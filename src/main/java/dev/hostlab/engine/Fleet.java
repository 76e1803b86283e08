package dev.hostlab.engine;

import static java.util.Objects.requireNonNull;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rented;
import dev.hostlab.usage.ComputeUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The units of one option over their lives: asked for, started, in service, draining, gone.
final class Fleet {

    private static final double NANOS_PER_SECOND = 1e9;

    private final FleetPlan plan;
    private final Rotation rotation;
    private final Meter meter;
    private final FleetContext context;
    private final UnitStarts starts;
    private final @Nullable Cluster cluster;
    private final @Nullable CapacityMeter rented;
    final Roster roster;
    private final Optional<WarmStarts> warm;
    private final Crashes crashes;
    private final ColdStartLog coldStarts = new ColdStartLog();
    private int desired;
    final Exits exits;
    private final SpotMarket market;
    private final List<FleetUnit> failedStarts = new ArrayList<>();
    private Version version = Version.FIRST;
    private int starting;

    Fleet(FleetPlan plan, Kernel kernel, Meter meter, FleetContext context) {
        this.plan = plan;
        this.rotation = new Rotation(kernel);
        this.meter = meter;
        this.context = context;
        this.starts = new UnitStarts(plan, context);
        this.roster = new Roster(context.run());
        this.crashes = new Crashes(plan.health(), this, context);
        this.exits = new Exits(plan, this, context);
        this.market = new SpotMarket(plan.events().outages().spot(), context);
        switch (plan.rented()) {
            case Rented.PerUnit each -> {
                rented = new CapacityMeter(each.capacity(), each.clock());
                cluster = null;
                warm = each.warmPool().map(pool -> new WarmStarts(pool, context, rented));
                warm.ifPresent(starts::from);
            }
            case Rented.OnInstances instances -> {
                rented = null;
                cluster = new Cluster(instances, context, starts::begin, exits::evict);
                starts.on(cluster);
                warm = cluster.warm();
            }
        }
    }

    /// Puts the initial fleet into service at time 0.
    ///
    /// @param instances of the cluster, if it needs no more
    void begin(int instances) {
        desired = plan.initialUnits();
        if (cluster != null) {
            cluster.begin(desired, instances);
        }
        var allowed = starts.initial(desired);
        for (var number = 0; number < allowed; number++) {
            var unit = newUnit(0, null);
            unit.begun = true;
            if (cluster != null) {
                cluster.placeRunning(unit);
            }
            enterService(unit, 0);
        }
        rotation.inService().restart(allowed);
        launchMissing(0, null);
    }

    int desired() {
        return desired;
    }

    double drainSeconds() {
        return plan.drain().drainSeconds();
    }

    /// Changes desired capacity; units are launched or drained at once.
    void resize(int to, long now, DecisionDraft cause) {
        desired = to;
        exits.activityBegins(now);
        launchMissing(now, cause);
        for (var surplus = roster.wanted() - to; surplus > 0; surplus--) {
            shed(now, cause);
        }
        meter.setCapacityStarting(starting > 0);
    }

    void launchMissing(long now, @Nullable DecisionDraft cause) {
        for (var missing = desired - roster.wanted(); missing > 0; missing--) {
            starting++;
            starts.launch(newUnit(now, cause), now);
        }
        meter.setCapacityStarting(starting > 0);
    }

    long activityEnds() {
        return Math.max(exits.activityEnds(), starts.activityEnds());
    }

    void ready(FleetUnit unit, long now) {
        if (unit.state != FleetUnit.State.STARTING || unit.crashed) {
            return;
        }
        if (unit.version.isBad()) {
            var found = now + nanos(plan.events().people().foundBadSeconds());
            context.calendar().plan(found, new ControlEvent.UnitFoundBad(unit));
            return;
        }
        startEnded();
        starts.over();
        meter.setCapacityStarting(starting > 0);
        if (unit.instance != null) {
            unit.instance.hasImage = true;
        }
        coldStarts.add(unit, now);
        if (unit.isApart) {
            unit.state = FleetUnit.State.STANDBY;
        } else {
            enterService(unit, now);
        }
    }

    /// A unit of a bad version has failed its health checks; whoever rolls it out is told.
    void foundBad(FleetUnit unit, long now) {
        if (unit.state == FleetUnit.State.STARTING) {
            exits.giveUp(unit, now);
            failedStarts.add(unit);
        }
    }

    /// Units that were found bad since the last call.
    int failedStarts() {
        var failed = failedStarts.size();
        failedStarts.clear();
        return failed;
    }

    void startWith(Version next) {
        version = next;
    }

    Version version() {
        return version;
    }

    /// @param isExtra whether it stands beside what is desired
    FleetUnit launch(Version with, boolean isExtra, boolean isApart, long now) {
        var unit = newUnit(now, null);
        unit.version = with;
        unit.isExtra = isExtra;
        unit.isApart = isApart;
        starting++;
        starts.launch(unit, now);
        meter.setCapacityStarting(true);
        return unit;
    }

    void startEnded() {
        starting--;
    }

    /// The drain of a unit is over: what it still holds is lost.
    void drained(FleetUnit unit, long now) {
        if (unit.state != FleetUnit.State.DRAINING) {
            return;
        }
        rotation.end(unit, now);
        context.calendar().plan(now + nanos(plan.drain().stopSeconds()), new ControlEvent.UnitGone(unit));
    }

    /// A unit is gone: its bill is closed and its room is free.
    void gone(FleetUnit unit, long now) {
        if (unit.state == FleetUnit.State.GONE) {
            return;
        }
        rotation.forget(unit, now);
        roster.forget(unit);
        coldStarts.gone(unit, now, plan.drain().stopSeconds());
        if (rented != null) {
            rented.ended(unit.billedFrom, unit.drainingFrom, now);
        }
        if (cluster != null) {
            cluster.taskGone(unit, now);
        }
        starts.gone(now);
    }

    /// CPU time used by units in service since the last call, in vCPU-nanoseconds.
    double harvestCpuNanos(long now) {
        return rotation.harvestCpuNanos(roster.units(), now);
    }

    /// What capacity costs if all that still runs is paid for until then.
    Bills billsUntil(long until) {
        var closed = cluster != null
                ? cluster.closed(until, rotation.draining().areaNanos(until))
                : roster.cut(requireNonNull(rented), until);
        return new Bills(closed, warm.map(pool -> pool.closed(closed, until)).orElse(List.of()));
    }

    /// What a fleet is charged for.
    ///
    /// @param rented  capacity that takes requests
    /// @param waiting what a warm pool costs beside
    record Bills(CapacityMeter rented, List<ComputeUsage> waiting) {}

    /// Watches for the most and the least capacity anew.
    void watchAnew() {
        rotation.inService().watchAnew();
        starts.begun().watchAnew();
        if (cluster != null) {
            cluster.use().running().watchAnew();
        }
    }

    Optional<Cluster> cluster() {
        return Optional.ofNullable(cluster);
    }

    UnitStarts starts() {
        return starts;
    }

    ColdStartLog coldStarts() {
        return coldStarts;
    }

    private FleetUnit newUnit(long now, @Nullable DecisionDraft cause) {
        var unit = new FleetUnit(roster.newIndex(), now, cause);
        unit.version = version;
        unit.isSpot = market.next();
        roster.add(unit);
        return unit;
    }

    void enterService(FleetUnit unit, long now) {
        rotation.admit(unit, now);
        crashes.serves(unit, now);
        market.serves(unit, now);
    }

    private void shed(long now, DecisionDraft cause) {
        var starting = roster.youngestStarting();
        if (starting.isPresent()) {
            exits.giveUp(starting.get(), now);
        } else {
            exits.drain(roster.anyUp(), now, cause);
        }
    }

    Crashes crashes() {
        return crashes;
    }

    Rotation rotation() {
        return rotation;
    }

    /// A unit whose application has crashed leaves the load balancer; it stays in its group.
    void takeCrashedOut(FleetUnit unit, long now) {
        if (unit.state == FleetUnit.State.IN_SERVICE) {
            rotation.takeOut(unit, now);
            rotation.end(unit, now);
            unit.state = FleetUnit.State.UNHEALTHY;
        }
    }

    /// Another unit is started in its place, and it ends.
    void replace(FleetUnit unit, long now) {
        exits.lose(unit, now);
        launchMissing(now, null);
    }

    /// Its application is started again by hand.
    void restart(FleetUnit unit, long now) {
        takeCrashedOut(unit, now);
        if (unit.state == FleetUnit.State.UNHEALTHY) {
            enterService(unit, now);
        }
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
