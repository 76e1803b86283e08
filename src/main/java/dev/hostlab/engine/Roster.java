package dev.hostlab.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The units that a fleet has asked for and that are not gone, each under an index that no other has now.
final class Roster {

    private final List<FleetUnit> units = new ArrayList<>();
    private final Deque<Integer> freeIndices = new ArrayDeque<>();
    private final long victimKey;
    private int indices;
    private long victims;

    Roster(RunId run) {
        victimKey = run.key(Stream.VICTIM);
    }

    /// An index for the next unit.
    int newIndex() {
        return freeIndices.isEmpty() ? indices++ : freeIndices.removeFirst();
    }

    void add(FleetUnit unit) {
        units.add(unit);
    }

    /// A unit is gone; its index is free.
    void forget(FleetUnit unit) {
        units.remove(unit);
        freeIndices.add(unit.index);
    }

    List<FleetUnit> units() {
        return units;
    }

    /// Units that count towards desired capacity: in service or on their way, whatever their health.
    int wanted() {
        var count = 0;
        for (var unit : units) {
            count += counts(unit) ? 1 : 0;
        }
        return count;
    }

    /// Units in their group and out of service.
    int unhealthy() {
        var count = 0;
        for (var unit : units) {
            count += unit.state == FleetUnit.State.UNHEALTHY ? 1 : 0;
        }
        return count;
    }

    /// The unit that was asked for last and has not come yet.
    Optional<FleetUnit> youngestStarting() {
        return units.reversed().stream()
                .filter(unit -> unit.state == FleetUnit.State.STARTING && !unit.isExtra)
                .findFirst();
    }

    /// Any unit that has started, at random; its health plays no part. One whose version is being changed only goes
    /// where there is no other.
    FleetUnit anyUp() {
        var up = units.stream().filter(Roster::mayGo).toList();
        var candidates =
                up.isEmpty() ? units.stream().filter(Roster::isUpdating).toList() : up;
        var u = Draws.unit(Draws.bits(victimKey, victims++));
        return candidates.get((int) (u * candidates.size()));
    }

    /// What a meter says if units that are rented one by one are paid for until then.
    CapacityMeter cut(CapacityMeter meter, long until) {
        var closed = meter.copy();
        for (var unit : units) {
            if (unit.begun) {
                var draining = unit.state == FleetUnit.State.DRAINING ? unit.drainingFrom : until;
                closed.cut(unit.billedFrom, draining, until);
            }
        }
        return closed;
    }

    private static boolean mayGo(FleetUnit unit) {
        return !unit.isExtra && (unit.state == FleetUnit.State.IN_SERVICE || unit.state == FleetUnit.State.UNHEALTHY);
    }

    private static boolean isUpdating(FleetUnit unit) {
        return !unit.isExtra && unit.state == FleetUnit.State.UPDATING;
    }

    private static boolean counts(FleetUnit unit) {
        return !unit.isExtra && isAlive(unit);
    }

    /// Whether a unit has been asked for and is not on its way out.
    static boolean isAlive(FleetUnit unit) {
        return unit.state != FleetUnit.State.DRAINING && unit.state != FleetUnit.State.GONE;
    }

    /// Units in service whose application answers.
    int healthy() {
        var count = 0;
        for (var unit : units) {
            count += isHealthy(unit) ? 1 : 0;
        }
        return count;
    }

    static boolean isHealthy(FleetUnit unit) {
        return unit.state == FleetUnit.State.IN_SERVICE && !unit.crashed;
    }

    /// The units on an instance of a cluster.
    List<FleetUnit> on(ClusterInstance instance) {
        return units.stream().filter(unit -> unit.instance == instance).toList();
    }
}
