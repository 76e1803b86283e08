package dev.hostlab.usage;

import java.util.List;

/// Events that make work beyond what a usual month's rates count, as many as there are in a month: one that somebody
/// asked for counts once, one that was drawn is scaled from the horizon to a month, where a horizon under a day
/// counts as a day. Means over replications may be fractional.
///
/// @param failedDeployments  deployments at given times that failed
/// @param failedUpdates      configuration changes and platform updates at given times that failed
/// @param instanceFailures   hosts that failed
/// @param spotInterruptions  interruptions by the Spot market
/// @param zoneFailures       zones that failed
public record Incidents(
        double failedDeployments,
        double failedUpdates,
        double instanceFailures,
        double spotInterruptions,
        double zoneFailures) {

    /// Nothing happened.
    public static final Incidents NONE = new Incidents(0, 0, 0, 0, 0);

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double HOURS_PER_MONTH = 730;
    private static final double HOURS_PER_DAY = 24;

    /// Counts the events of a run.
    ///
    /// @param horizonSeconds how long it was, above 0
    public static Incidents of(List<FleetEvent> events, double horizonSeconds) {
        var aMonth = HOURS_PER_MONTH / Math.max(horizonSeconds / SECONDS_PER_HOUR, HOURS_PER_DAY);
        var failed = events.stream()
                .filter(event -> event.isGiven() && event.outcome().isFailure())
                .toList();
        var deployments = count(failed, "deployment", aMonth);
        return new Incidents(
                deployments,
                failed.size() - deployments,
                count(events, "instance failure", aMonth),
                count(events, "Spot interruption", aMonth),
                count(events, "zone failure", aMonth));
    }

    private static double count(List<FleetEvent> events, String kind, double aMonth) {
        return events.stream()
                .filter(event -> event.kind().equals(kind))
                .mapToDouble(event -> event.isGiven() ? 1 : aMonth)
                .sum();
    }
}
