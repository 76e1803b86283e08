package dev.hostlab.engine;

import dev.hostlab.hosting.EventPlan;
import dev.hostlab.hosting.Latency;
import java.util.List;

/// What rollouts do to a fleet.
final class RolloutTools {

    private static final double NANOS_PER_SECOND = 1e9;

    final Fleet fleet;
    private final FleetContext context;
    private final EventPlan plan;
    private final long key;
    private long draws;

    RolloutTools(Fleet fleet, FleetContext context, EventPlan plan) {
        this.fleet = fleet;
        this.context = context;
        this.plan = plan;
        this.key = context.run().key(Stream.ROLLOUT);
    }

    /// What waits for people.
    EventPlan.People people() {
        return plan.people();
    }

    /// Units of a version that are not on their way out.
    List<FleetUnit> of(Version version) {
        return fleet.roster.units().stream()
                .filter(unit -> Roster.isAlive(unit) && unit.version.number() == version.number())
                .toList();
    }

    /// Units of other versions that are not on their way out.
    List<FleetUnit> others(Version version) {
        return fleet.roster.units().stream()
                .filter(unit -> Roster.isAlive(unit) && unit.version.number() != version.number())
                .toList();
    }

    /// Whether units of other versions are still there, be it only to finish what they have.
    boolean hasOthers(Version version) {
        return fleet.roster.units().stream().anyMatch(unit -> unit.version.number() != version.number());
    }

    /// Units of a version that take requests and answer them.
    int healthy(Version version) {
        return (int) of(version).stream().filter(Roster::isHealthy).count();
    }

    /// Extra units of a version step into the place of units that have left; what is then left over goes.
    void settle(Version version) {
        for (var unit : of(version)) {
            if (unit.isExtra && fleet.roster.wanted() < fleet.desired()) {
                unit.isExtra = false;
            }
        }
    }

    /// Ends what no place has become free for.
    void retireExtras(long now) {
        List.copyOf(fleet.roster.units()).stream().filter(unit -> unit.isExtra).forEach(unit -> retire(unit, now));
    }

    void retire(FleetUnit unit, long now) {
        fleet.exits.retire(unit, now);
    }

    /// Starts one unit more; it stands beside the others as long as they are as many as desired.
    void launch(Version version, boolean isApart, long now) {
        fleet.launch(version, fleet.roster.wanted() >= fleet.desired(), isApart, now);
    }

    /// Time of a stage that is drawn for each unit, in nanoseconds.
    long draw(Latency latency) {
        return nanos(latency.at(Draws.unit(Draws.bits(key, draws++))));
    }

    /// A number in the open interval (0, 1).
    double chance() {
        return Draws.unit(Draws.bits(key, draws++));
    }

    /// Looks again at a time.
    void wakeAt(long at) {
        context.calendar().plan(at, new ControlEvent.WakeUp());
    }

    static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
