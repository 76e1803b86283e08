package dev.hostlab.engine;

/// What one metering tick held: differences over the tick, and states at its end.
///
/// @param start            nanoseconds
/// @param end              nanoseconds
/// @param counts           requests by outcome, differences over the tick
/// @param load             mean requests inside and mean slots held
/// @param cpuNanos         CPU time used by units in service, vCPU-nanoseconds
/// @param unitNanos        units in service × time
/// @param drainingNanos    units that finish what they have × time
/// @param responseBytes    bytes sent to clients
/// @param requestBytes     bytes received
record Tick(
        long start,
        long end,
        Tally counts,
        Meter.PeriodLoad load,
        double cpuNanos,
        double unitNanos,
        double drainingNanos,
        double responseBytes,
        double requestBytes) {

    /// Units that hold requests × time: in service or draining.
    double holdingNanos() {
        return unitNanos + drainingNanos;
    }

    long nanos() {
        return end - start;
    }

    double seconds() {
        return nanos() / 1e9;
    }
}
