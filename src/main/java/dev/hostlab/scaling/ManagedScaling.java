package dev.hostlab.scaling;

/// The settings of ECS cluster auto scaling on one capacity provider.
///
/// Source: ECS developer guide, "Amazon ECS cluster auto scaling", and the API reference of ManagedScaling, read
/// 2026-11-23; alarm shapes observed (containers-roadmap 638, 1220).
///
/// @param targetCapacity        wanted CapacityProviderReservation in percent, 1 to 100
/// @param range                 least and most instances
/// @param instanceWarmupSeconds a second scale-out waits this long after the first, 300 by default
/// @param lowPoints             one-minute points below the target before a scale-in, 15
/// @param scaleInMaxFraction    most of the group that one minute's scale-in takes away, 0.5 (0.05 before 2022)
/// @param scaleInQuietSeconds   no scale-in within this time of a scale-out, 900
/// @param step                  least and most instances that one scale-out adds, 1 and 10,000
public record ManagedScaling(
        double targetCapacity,
        CapacityRange range,
        int instanceWarmupSeconds,
        int lowPoints,
        double scaleInMaxFraction,
        int scaleInQuietSeconds,
        CapacityRange step)
        implements InstanceScaling {

    private static final double MINUTE = 60;

    /// Steps of any size.
    private static final CapacityRange ANY_STEP = new CapacityRange(1, 10_000);

    public ManagedScaling {
        if (!(targetCapacity >= 1 && targetCapacity <= 100)) {
            throw new IllegalArgumentException("Target capacity is 1 to 100 %: " + targetCapacity);
        }
    }

    /// A provider with steps of any size.
    public ManagedScaling(
            double targetCapacity,
            CapacityRange range,
            int instanceWarmupSeconds,
            int lowPoints,
            double scaleInMaxFraction,
            int scaleInQuietSeconds) {
        this(
                targetCapacity,
                range,
                instanceWarmupSeconds,
                lowPoints,
                scaleInMaxFraction,
                scaleInQuietSeconds,
                ANY_STEP);
    }

    /// CapacityProviderReservation in percent: `M ÷ N × 100`.
    ///
    /// Without any instance it is 100 when none is needed, so that nothing happens, and 200 when some are, so that
    /// two start whatever the target.
    ///
    /// @param running N, instances running
    /// @param needed  M, instances needed for all tasks, running and waiting
    public static double reservation(int running, int needed) {
        if (running == 0) {
            return needed == 0 ? 100 : 200;
        }
        return 100.0 * needed / running;
    }

    /// The smallest N with `M ÷ N × 100` not above the target.
    @Override
    public int wanted(int running, int needed) {
        if (running == 0) {
            return range.clamp(needed == 0 ? 0 : 2);
        }
        return range.clamp((int) Math.ceil(100.0 * needed / targetCapacity - 1e-9));
    }

    @Override
    public double periodSeconds() {
        return MINUTE;
    }

    @Override
    public String metric() {
        return "capacity-provider-reservation";
    }

    @Override
    public double seen(int running, int needed) {
        return reservation(running, needed);
    }

    @Override
    public InstanceScaler scaler() {
        return new ManagedScaler(this);
    }

    /// M with the instances that are missing held to the step sizes.
    int stepped(int running, int needed) {
        return needed > running ? running + step.clamp(needed - running) : needed;
    }
}
