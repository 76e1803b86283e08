package dev.hostlab.usage;

/// The averages of an hour from which a load balancer capacity unit (LCU) is counted.
///
/// Source: Elastic Load Balancing pricing, "LCU details", read 2026-11-23: one LCU is 25 new connections a
/// second, 3,000 active connections a minute, 1 GB an hour, or 1,000 rule evaluations a second; only the largest
/// counts. A GB is taken as 10⁹ bytes.
///
/// @param newConnectionsPerSecond    0 or more
/// @param activeConnectionsPerMinute 0 or more
/// @param bytesPerHour               requests and responses together, 0 or more
/// @param ruleEvaluationsPerSecond   those beyond the 10 free rules (rate × (rules − 10)), 0 or more
public record LcuDimensions(
        double newConnectionsPerSecond,
        double activeConnectionsPerMinute,
        double bytesPerHour,
        double ruleEvaluationsPerSecond) {

    private static final double NEW_CONNECTIONS_PER_SECOND = 25;
    private static final double ACTIVE_CONNECTIONS_PER_MINUTE = 3_000;
    private static final double BYTES_PER_HOUR = 1e9;
    private static final double RULE_EVALUATIONS_PER_SECOND = 1_000;

    public LcuDimensions {
        if (!(newConnectionsPerSecond >= 0)
                || !(activeConnectionsPerMinute >= 0)
                || !(bytesPerHour >= 0)
                || !(ruleEvaluationsPerSecond >= 0)) {
            throw new IllegalArgumentException("The dimensions of an LCU are 0 or more");
        }
    }

    public double newConnectionLcus() {
        return newConnectionsPerSecond / NEW_CONNECTIONS_PER_SECOND;
    }

    public double activeConnectionLcus() {
        return activeConnectionsPerMinute / ACTIVE_CONNECTIONS_PER_MINUTE;
    }

    public double processedByteLcus() {
        return bytesPerHour / BYTES_PER_HOUR;
    }

    public double ruleEvaluationLcus() {
        return ruleEvaluationsPerSecond / RULE_EVALUATIONS_PER_SECOND;
    }

    /// The LCUs that are charged: the largest dimension.
    public double lcus() {
        return Math.max(
                Math.max(newConnectionLcus(), activeConnectionLcus()),
                Math.max(processedByteLcus(), ruleEvaluationLcus()));
    }
}
