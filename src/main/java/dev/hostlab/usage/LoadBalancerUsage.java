package dev.hostlab.usage;

/// What an Application Load Balancer did, in its billing dimensions.
///
/// The LCU-hours of each dimension are what that dimension alone would cost; `lcuHours` sums the largest of
/// them hour by hour, which is what AWS charges.
///
/// @param hours                      load-balancer-hours, a part of an hour counted whole
/// @param lcuHours                   LCU-hours charged
/// @param newConnectionLcuHours      25 new connections a second are one LCU
/// @param activeConnectionLcuHours   3,000 active connections a minute are one LCU
/// @param processedBytesLcuHours     1 GB an hour is one LCU
/// @param ruleEvaluationLcuHours     1,000 rule evaluations a second are one LCU, the first 10 rules free
public record LoadBalancerUsage(
        double hours,
        double lcuHours,
        double newConnectionLcuHours,
        double activeConnectionLcuHours,
        double processedBytesLcuHours,
        double ruleEvaluationLcuHours) {

    /// No load balancer at all, as for workers that pull from a queue.
    public static final LoadBalancerUsage NONE = new LoadBalancerUsage(0, 0, 0, 0, 0, 0);

    /// The same beside a second one that takes no requests.
    ///
    /// @param more load-balancer-hours of the second
    public LoadBalancerUsage plusHours(double more) {
        return new LoadBalancerUsage(
                hours + more,
                lcuHours,
                newConnectionLcuHours,
                activeConnectionLcuHours,
                processedBytesLcuHours,
                ruleEvaluationLcuHours);
    }

    /// The dimension that counted most over the whole time, in words.
    public String leading() {
        var most = Math.max(
                Math.max(newConnectionLcuHours, activeConnectionLcuHours),
                Math.max(processedBytesLcuHours, ruleEvaluationLcuHours));
        if (most == newConnectionLcuHours) {
            return "new connections";
        }
        if (most == processedBytesLcuHours) {
            return "bytes";
        }
        return most == activeConnectionLcuHours ? "active connections" : "rule evaluations";
    }
}
