package dev.hostlab.usage;

/// Capacity of one kind that was paid for over a horizon, in unit-seconds (instance-seconds or task-seconds).
///
/// The last three are parts of the first, told apart so that waste can be shown; means over replications may be
/// fractional.
///
/// @param capacity        what was rented
/// @param billedSeconds   seconds that are charged, each run rounded up by its billing clock
/// @param runs            starts of an instance or task that are charged
/// @param idleSeconds     share of in-service capacity that neither CPU work nor slots used, whichever is used more
/// @param strandedSeconds share of instances on which nothing more fits, although it is paid for
/// @param drainingSeconds paid after the unit stopped taking new requests
public record ComputeUsage(
        Capacity capacity,
        double billedSeconds,
        double runs,
        double idleSeconds,
        double strandedSeconds,
        double drainingSeconds) {}
