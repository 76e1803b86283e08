package dev.hostlab.hosting;

import dev.hostlab.settings.Settings;
import dev.hostlab.settings.SpotParameters;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How much of a fleet is bought on demand and how much as Spot: a base on demand, and a share of what is above it.
///
/// Source: EC2 Auto Scaling user guide, mixed instances groups (`OnDemandBaseCapacity`,
/// `OnDemandPercentageAboveBaseCapacity`); ECS developer guide, capacity provider strategies (base and weights), as
/// of 2023-06-15. AWS rounds the on-demand part up to whole instances at each moment; here it is kept as a share, so
/// that no moment of a run has to be known again. Interruptions are another matter.
///
/// @param onDemandBase  instances or tasks that are always on demand, 0 or more
/// @param onDemandShare on-demand part of what is above the base, 0 to 1
public record SpotMix(int onDemandBase, double onDemandShare) {

    private static final double PERCENT_PER_WHOLE = 100;
    private static final double SLACK = 1e-9;

    public SpotMix {
        if (onDemandBase < 0 || !(onDemandShare >= 0 && onDemandShare <= 1)) {
            throw new IllegalArgumentException("No mix: base " + onDemandBase + ", share " + onDemandShare);
        }
    }

    /// The mix of a group of instances, empty where everything is on demand.
    static Optional<SpotMix> of(Settings settings, SpotParameters spot) {
        return settings.get(spot.enabled)
                ? Optional.of(new SpotMix(
                        settings.get(spot.onDemandBase),
                        settings.get(spot.onDemandAboveBasePercent) / PERCENT_PER_WHOLE))
                : Optional.empty();
    }

    /// On-demand units of so many, rounded up.
    public int onDemand(int units) {
        var above = Math.max(0, units - onDemandBase);
        return units - above + (int) Math.ceil(above * onDemandShare - SLACK);
    }

    /// The Spot part of capacity that was billed, 0 to 1. Exact where the base was always there.
    ///
    /// @param billedSeconds  unit-seconds
    /// @param horizonSeconds of the run, above 0
    double spotShare(double billedSeconds, double horizonSeconds) {
        if (billedSeconds == 0) {
            return 0;
        }
        var above = Math.max(0, billedSeconds - onDemandBase * horizonSeconds);
        return above * (1 - onDemandShare) / billedSeconds;
    }

    /// The usage with its instances and tasks told apart by how they are bought.
    Usage applyTo(Usage usage) {
        var compute = usage.compute().stream()
                .flatMap(used -> split(used, usage.horizonSeconds()))
                .toList();
        return new Usage(usage.horizonSeconds(), compute, usage.loadBalancer(), usage.traffic(), usage.fleet());
    }

    private Stream<ComputeUsage> split(ComputeUsage used, double horizonSeconds) {
        var share = spotShare(used.billedSeconds(), horizonSeconds);
        return switch (used.capacity()) {
            case Capacity.Stopped _ -> Stream.of(used);
            case Capacity.Instances instances -> parts(used, instances, instances.asSpot(), share).stream();
            case Capacity.Tasks tasks -> parts(used, tasks, tasks.asSpot(), share).stream();
        };
    }

    private static List<ComputeUsage> parts(ComputeUsage used, Capacity onDemand, Capacity spot, double share) {
        return List.of(used.part(onDemand, 1 - share), used.part(spot, share));
    }
}
