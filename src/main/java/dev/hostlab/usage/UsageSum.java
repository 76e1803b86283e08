package dev.hostlab.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A weighted sum of what one option consumed in several stretches of time, which rented the same kinds of capacity
/// in the same order.
public final class UsageSum {

    private final List<Usage> usages;
    private final double[] weights;

    private UsageSum(List<Usage> usages, double[] weights) {
        this.usages = usages;
        this.weights = weights;
    }

    /// The sum, as what a stretch of `horizonSeconds` consumed.
    ///
    /// @param weights one a usage; a negative one takes it off
    public static Usage of(List<Usage> usages, double[] weights, double horizonSeconds) {
        if (usages.size() != weights.length) {
            throw new IllegalArgumentException(usages.size() + " usages and " + weights.length + " weights");
        }
        var sum = new UsageSum(usages, weights);
        return new Usage(horizonSeconds, sum.compute(), sum.loadBalancer(), sum.traffic(), sum.fleet(horizonSeconds));
    }

    private List<ComputeUsage> compute() {
        var kinds = new ArrayList<ComputeUsage>();
        for (var kind = 0; kind < usages.getFirst().compute().size(); kind++) {
            var index = kind;
            kinds.add(new ComputeUsage(
                    usages.getFirst().compute().get(kind).capacity(),
                    sum(usage -> usage.compute().get(index).billedSeconds()),
                    sum(usage -> usage.compute().get(index).runs()),
                    sum(usage -> usage.compute().get(index).idleSeconds()),
                    sum(usage -> usage.compute().get(index).strandedSeconds()),
                    sum(usage -> usage.compute().get(index).drainingSeconds()),
                    sum(usage -> usage.compute().get(index).surplusVcpuHours())));
        }
        return kinds;
    }

    private LoadBalancerUsage loadBalancer() {
        return new LoadBalancerUsage(
                sum(usage -> usage.loadBalancer().hours()),
                sum(usage -> usage.loadBalancer().lcuHours()),
                sum(usage -> usage.loadBalancer().newConnectionLcuHours()),
                sum(usage -> usage.loadBalancer().activeConnectionLcuHours()),
                sum(usage -> usage.loadBalancer().processedBytesLcuHours()),
                sum(usage -> usage.loadBalancer().ruleEvaluationLcuHours()));
    }

    private Traffic traffic() {
        return new Traffic(
                sum(usage -> usage.traffic().requests()),
                sum(usage -> usage.traffic().requestBytes()),
                sum(usage -> usage.traffic().responseBytes()),
                sum(usage -> usage.traffic().queueRequests()));
    }

    /// Means over time are weighed by it, the stranded share by what was billed.
    private FleetHistory fleet(double horizonSeconds) {
        var billed = sum(UsageSum::billed);
        return new FleetHistory(
                sum(usage -> usage.fleet().meanInstances() * usage.horizonSeconds()) / horizonSeconds,
                sum(usage -> usage.fleet().launches()),
                sum(usage -> usage.fleet().scaleOuts()),
                sum(usage -> usage.fleet().scaleIns()),
                sum(usage -> usage.fleet().breachEpisodes()),
                sum(usage -> usage.fleet().breachDays()),
                billed > 0 ? sum(usage -> usage.fleet().strandedShare() * billed(usage)) / billed : 0);
    }

    private static double billed(Usage usage) {
        return usage.compute().isEmpty() ? 0 : usage.compute().getFirst().billedSeconds();
    }

    private double sum(ToDoubleFunction<Usage> figure) {
        var sum = 0.0;
        for (var index = 0; index < weights.length; index++) {
            sum += weights[index] * figure.applyAsDouble(usages.get(index));
        }
        return sum;
    }
}
