package dev.hostlab.hosting;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.TaskSize;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Picks an instance type for tasks of one size.
///
/// @param architecture of the task's image
/// @param size         of a task
/// @param room         what of an instance tasks can use
/// @param gpus         graphics processors of a task; where it needs none, types that have some are not chosen
public record InstanceChoice(Architecture architecture, TaskSize size, Room room, int gpus) {

    /// Sizes are multiples of a quarter; a fleet must not lose a task to a rounding error.
    private static final double SLACK = 1e-9;

    private static final Comparator<InstanceType> SMALLEST = Comparator.comparingInt(InstanceType::vcpus)
            .thenComparingInt(InstanceType::memoryMebibytes)
            .thenComparing(InstanceType::name);

    /// A choice for tasks without graphics processors.
    public InstanceChoice(Architecture architecture, TaskSize size, Room room) {
        this(architecture, size, room, 0);
    }

    /// What of an instance tasks can use.
    ///
    /// @param memoryShare part of the nameplate, above 0 up to 1
    /// @param reservedMib taken off after that
    /// @param networking  bounds tasks by network interfaces
    public record Room(double memoryShare, int reservedMib, TaskNetworking networking) {

        /// Room that memory alone bounds.
        public Room(double memoryShare, int reservedMib) {
            this(memoryShare, reservedMib, TaskNetworking.BRIDGE);
        }
    }

    /// The choice for the tasks of a scenario.
    public static InstanceChoice of(Settings settings, Room room) {
        var size = new TaskSize(settings.get(TaskParameters.VCPU), settings.get(TaskParameters.MEMORY_GIB));
        return new InstanceChoice(
                Architecture.of(settings.get(TaskParameters.ARCHITECTURE)),
                size,
                room,
                settings.get(TaskParameters.GPUS));
    }

    /// Tasks that fit on an instance: by vCPU, memory, GPUs and network interfaces, whichever is used up first.
    public int tasksOn(InstanceType type) {
        var byCpu = type.vcpus() / size.vcpus();
        var byMemory = (type.memoryMebibytes() * room.memoryShare() - room.reservedMib()) / (size.memoryGib() * 1_024);
        var byRoom = (int) Math.max(0, Math.floor(Math.min(byCpu, byMemory) + SLACK));
        var byGpu = gpus == 0 ? byRoom : Math.min(byRoom, type.gpus() / gpus);
        return Math.min(byGpu, room.networking().mostTasks(type));
    }

    /// A competent team's choice: the smallest type with two vCPUs or more on which so many tasks fit, of a current
    /// general-purpose family. Those families are offered in most regions; the next takes over where one is not.
    public Optional<InstanceType> tuned(Collection<InstanceType> types, int tasks) {
        var families = gpus > 0
                ? List.of("g6", "g5", "g4dn")
                : architecture == Architecture.ARM64 ? List.of("m7g", "m8g", "m6g") : List.of("m7i", "m6i", "m5");
        Predicate<InstanceType> fits = type -> type.vcpus() >= 2 && tasksOn(type) >= tasks;
        return families.stream()
                .flatMap(family ->
                        smallest(types, fits.and(type -> type.family().equals(family))).stream())
                .findFirst()
                .or(() -> smallest(types, fits));
    }

    /// The choice of nobody in particular: the smallest type on which so many tasks fit, of the T
    /// family if one does.
    public Optional<InstanceType> cheapest(Collection<InstanceType> types, int tasks) {
        var family = architecture == Architecture.ARM64 ? "t4g" : "t3";
        Predicate<InstanceType> fits = type -> tasksOn(type) >= tasks;
        return types.stream()
                .filter(type -> type.name().equals(family + ".micro") && suits(type) && fits.test(type))
                .findFirst()
                .or(() -> smallest(types, fits.and(type -> type.family().equals(family))))
                .or(() -> smallest(types, fits));
    }

    private Optional<InstanceType> smallest(Collection<InstanceType> types, Predicate<InstanceType> wanted) {
        return types.stream().filter(this::suits).filter(wanted).min(SMALLEST);
    }

    private boolean suits(InstanceType type) {
        return type.architecture() == architecture && (gpus == 0) == (type.gpus() == 0);
    }
}
