package dev.hostlab.estimate;

import dev.hostlab.hosting.Rented;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Finds the instance that a task goes to, and the one that an Auto Scaling group gives up, by the rules of the engine;
/// where those draw, a place of the pass in the distribution decides.
///
/// Source: ECS developer guide, task placement strategies; EC2 Auto Scaling user guide, default termination policy,
/// both read 2026-11-23.
final class PoolRooms {

    private static final int CHOICE_OF_ROOM = -1;

    private final Rented.OnInstances plan;
    private final Variant variant;
    private final int[] perZone;
    private long choices;

    PoolRooms(Rented.OnInstances plan, Variant variant) {
        this.plan = plan;
        this.variant = variant;
        perZone = new int[plan.rules().zones()];
    }

    /// The zone in which the group launches next: the one with the fewest instances.
    int nextZone(List<PoolInstance> instances) {
        count(instances, instance -> instance.ending ? 0 : 1);
        var least = 0;
        for (var zone = 1; zone < perZone.length; zone++) {
            least = perZone[zone] < perZone[least] ? zone : least;
        }
        return least;
    }

    /// The instance for the next task, null where none has room.
    @Nullable
    PoolInstance withRoom(List<PoolInstance> instances) {
        if (byZone()) {
            count(instances, instance -> instance.tasks);
        }
        PoolInstance best = null;
        var bestRank = Double.POSITIVE_INFINITY;
        for (var instance : instances) {
            if (instance.registered && !instance.ending && instance.tasks < plan.tasksPerInstance()) {
                var rank = rank(instance);
                best = rank < bestRank ? instance : best;
                bestRank = Math.min(rank, bestRank);
            }
        }
        return best;
    }

    /// The empty instance that the group gives up next, of the zone with most instances; null where there is none.
    @Nullable
    PoolInstance toGiveUp(List<PoolInstance> instances) {
        count(instances, instance -> instance.ending ? 0 : 1);
        PoolInstance found = null;
        var bestRank = Double.POSITIVE_INFINITY;
        for (var instance : instances) {
            if (instance.registered && !instance.ending && instance.tasks == 0) {
                var rank = any() - perZone[instance.zone];
                found = rank < bestRank ? instance : found;
                bestRank = Math.min(rank, bestRank);
            }
        }
        return found;
    }

    /// Lower is better.
    private double rank(PoolInstance instance) {
        var tasks = (double) instance.tasks / plan.tasksPerInstance();
        return switch (plan.placement()) {
            case BINPACK -> -tasks;
            case SPREAD -> tasks;
            case ZONES -> perZone[instance.zone] + tasks;
            case ZONES_BINPACK -> perZone[instance.zone] - tasks;
            case RANDOM -> any();
        };
    }

    private boolean byZone() {
        return plan.placement() == Rented.Placement.ZONES || plan.placement() == Rented.Placement.ZONES_BINPACK;
    }

    private double any() {
        return Normals.unit(Normals.mixed(CHOICE_OF_ROOM - variant.number(), choices++));
    }

    private void count(List<PoolInstance> instances, ToIntFunction<PoolInstance> each) {
        Arrays.fill(perZone, 0);
        for (var instance : instances) {
            perZone[instance.zone] += each.applyAsInt(instance);
        }
    }
}
