package dev.hostlab.usage;

import java.util.List;

/// Adds up the hours of one load balancer.
public final class LoadBalancerMeter {

    private double lcuHours;
    private double newConnections;
    private double activeConnections;
    private double processedBytes;
    private double ruleEvaluations;
    private double hours;

    /// A load balancer that ran for these hours, one after another.
    public static LoadBalancerUsage ofHours(List<LcuDimensions> hours) {
        var meter = new LoadBalancerMeter();
        hours.forEach(hour -> meter.add(hour, 1));
        return meter.usage();
    }

    /// Adds an hour, or the part of one that ends the horizon: the averages of that part count for the part
    /// only, while the load-balancer-hour is charged whole.
    ///
    /// @param averages averages over the part
    /// @param part     part of an hour, above 0 and up to 1
    public void add(LcuDimensions averages, double part) {
        if (!(part > 0 && part <= 1)) {
            throw new IllegalArgumentException("A part of an hour is above 0 and up to 1: " + part);
        }
        hours += 1;
        lcuHours += averages.lcus() * part;
        newConnections += averages.newConnectionLcus() * part;
        activeConnections += averages.activeConnectionLcus() * part;
        processedBytes += averages.processedByteLcus() * part;
        ruleEvaluations += averages.ruleEvaluationLcus() * part;
    }

    public LoadBalancerUsage usage() {
        return new LoadBalancerUsage(
                hours, lcuHours, newConnections, activeConnections, processedBytes, ruleEvaluations);
    }
}
