package dev.hostlab.usage;

/// Capacity of one kind that was paid for over a horizon, in unit-seconds (instance-seconds or task-seconds).
///
/// Idle, stranded and draining seconds are parts of the billed ones, told apart so that waste can be shown;
/// means over replications may be fractional.
///
/// @param capacity         what was rented
/// @param billedSeconds    seconds that are charged, each run rounded up by its [BillingClock]
/// @param runs             starts of an instance or task that are charged
/// @param idleSeconds      share of in-service capacity that neither CPU work nor slots used, whichever is used
///                         more
/// @param strandedSeconds  share of instances on which nothing more fits, although it is paid for
/// @param drainingSeconds  paid after the unit stopped taking new requests
/// @param surplusVcpuHours CPU that burstable instances used beyond the credits they earned, in vCPU-hours, as
///                         charged
public record ComputeUsage(
        Capacity capacity,
        double billedSeconds,
        double runs,
        double idleSeconds,
        double strandedSeconds,
        double drainingSeconds,
        double surplusVcpuHours) {

    /// Capacity that does not live on CPU credits, or has enough of them.
    public ComputeUsage(
            Capacity capacity,
            double billedSeconds,
            double runs,
            double idleSeconds,
            double strandedSeconds,
            double drainingSeconds) {
        this(capacity, billedSeconds, runs, idleSeconds, strandedSeconds, drainingSeconds, 0);
    }

    /// The same with CPU that was charged beyond credits.
    ///
    /// @param vcpuHours 0 or more
    public ComputeUsage withSurplus(double vcpuHours) {
        return new ComputeUsage(
                capacity, billedSeconds, runs, idleSeconds, strandedSeconds, drainingSeconds, vcpuHours);
    }

    /// A part of the same usage, bought as another kind of capacity.
    ///
    /// @param share 0 to 1
    public ComputeUsage part(Capacity as, double share) {
        return new ComputeUsage(
                as,
                share * billedSeconds,
                share * runs,
                share * idleSeconds,
                share * strandedSeconds,
                share * drainingSeconds,
                share * surplusVcpuHours);
    }
}
