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
/// @param extremes         of single units and requests
record Tick(
        long start,
        long end,
        Tally counts,
        Meter.PeriodLoad load,
        double cpuNanos,
        double unitNanos,
        double drainingNanos,
        double responseBytes,
        double requestBytes,
        Extremes extremes) {

    /// The least and the most, NaN where nothing was counted.
    ///
    /// @param leastCpuNanos      CPU time of the unit in service that used least, vCPU-nanoseconds
    /// @param mostCpuNanos       of the one that used most
    /// @param leastResponseNanos the shortest response time
    /// @param mostResponseNanos  the longest
    record Extremes(double leastCpuNanos, double mostCpuNanos, double leastResponseNanos, double mostResponseNanos) {

        static final Extremes NONE = new Extremes(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

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
