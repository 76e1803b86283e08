package dev.hostlab.scaling;

/// Instances started for the very tasks that wait, and ended once they have been idle for a while, as ECS Managed
/// Instances does it: no group, no alarm, no metric in between.
///
/// Source: ECS developer guide, "Amazon ECS Managed Instances", and API reference, InfrastructureOptimization
/// (`scaleInAfter`: unset, -1 for never, or 0 to 3600 s), read 2026-11-23. Left out: moving tasks together from
/// instances that are used little.
///
/// @param range         least and most instances
/// @param periodSeconds seconds from one look at waiting tasks to the next, above 0
/// @param idleSeconds   an instance ends once it has been idle for so long; below 0 for never
public record DirectScaling(CapacityRange range, double periodSeconds, int idleSeconds) implements InstanceScaling {

    public DirectScaling {
        if (!(periodSeconds > 0)) {
            throw new IllegalArgumentException("A period is above 0 s: " + periodSeconds);
        }
    }

    @Override
    public int wanted(int running, int needed) {
        return range.clamp(needed);
    }

    @Override
    public String metric() {
        return "instances-needed";
    }

    @Override
    public double seen(int running, int needed) {
        return needed;
    }

    @Override
    public InstanceScaler scaler() {
        return new DirectScaler(this);
    }
}
