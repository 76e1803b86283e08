package dev.hostlab.engine;

import dev.hostlab.hosting.Rented;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the instance that a task goes to, and the one that an Auto Scaling group gives up. Zones are numbers from 0.
///
/// Source: ECS developer guide, task placement strategies; EC2 Auto Scaling user guide, default termination policy,
/// both read 2026-11-23. All instances come from one launch template and are billed by the second, so after the
/// zone the group's choice is random.
final class RoomFinder {

    private final Rented.Placement placement;
    private final int zones;
    private final int tasksPerInstance;
    private final long key;
    private long draws;
    private int closed = -1;

    RoomFinder(Rented.OnInstances plan, RunId run) {
        this.placement = plan.placement();
        this.zones = plan.rules().zones();
        this.tasksPerInstance = plan.tasksPerInstance();
        this.key = run.key(Stream.PLACEMENT);
    }

    /// Nothing is launched in a zone any more; -1 for everywhere.
    void close(int zone) {
        closed = zone;
    }

    /// The zone in which the group launches next: the one with the fewest instances.
    int nextZone(List<ClusterInstance> instances) {
        var counts = perZone(instances);
        var least = closed == 0 && zones > 1 ? 1 : 0;
        for (var zone = 1; zone < zones; zone++) {
            least = zone != closed && counts[zone] < counts[least] ? zone : least;
        }
        return least;
    }

    /// The instance for the next task, if any has room.
    Optional<ClusterInstance> withRoom(List<ClusterInstance> instances) {
        Comparator<ClusterInstance> emptiest = Comparator.comparingInt(instance -> instance.tasks);
        return switch (placement) {
            case BINPACK -> best(instances, emptiest.reversed());
            case SPREAD -> best(instances, emptiest);
            case ZONES -> best(instances, byTasksInZone(instances).thenComparing(emptiest));
            case ZONES_BINPACK -> best(instances, byTasksInZone(instances).thenComparing(emptiest.reversed()));
            case RANDOM -> any(instances.stream().filter(this::hasRoom).toList());
        };
    }

    /// The instance with the fewest tasks.
    Optional<ClusterInstance> emptiest(List<ClusterInstance> instances) {
        return best(instances, Comparator.comparingInt(instance -> instance.tasks));
    }

    /// The instance that the group gives up next: of the zone with most instances, any that may be.
    Optional<ClusterInstance> toGiveUp(List<ClusterInstance> instances, Predicate<ClusterInstance> allowed) {
        var counts = perZone(instances);
        var candidates = instances.stream()
                .filter(instance -> instance.registered && !instance.ending && allowed.test(instance))
                .toList();
        var most = candidates.stream()
                .mapToInt(instance -> counts[instance.zone])
                .max()
                .orElse(0);
        return any(candidates.stream()
                .filter(instance -> counts[instance.zone] == most)
                .toList());
    }

    private Optional<ClusterInstance> best(List<ClusterInstance> instances, Comparator<ClusterInstance> order) {
        ClusterInstance best = null;
        for (var instance : instances) {
            if (hasRoom(instance) && (best == null || order.compare(instance, best) < 0)) {
                best = instance;
            }
        }
        return Optional.ofNullable(best);
    }

    private Comparator<ClusterInstance> byTasksInZone(List<ClusterInstance> instances) {
        var tasks = new int[zones];
        for (var instance : instances) {
            tasks[instance.zone] += instance.tasks;
        }
        return Comparator.comparingInt(instance -> tasks[instance.zone]);
    }

    private Optional<ClusterInstance> any(List<ClusterInstance> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var u = Draws.unit(Draws.bits(key, draws++));
        return Optional.of(candidates.get((int) (u * candidates.size())));
    }

    private int[] perZone(List<ClusterInstance> instances) {
        var counts = new int[zones];
        for (var instance : instances) {
            counts[instance.zone] += instance.ending ? 0 : 1;
        }
        return counts;
    }

    private boolean hasRoom(ClusterInstance instance) {
        return instance.registered && !instance.ending && instance.tasks < tasksPerInstance;
    }
}
