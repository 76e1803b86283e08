package dev.hostlab.comparison;

import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.Incidents;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Traffic;
import dev.hostlab.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The mean of what replications of one option consumed. They rent the same kinds of capacity, in the same order.
final class MeanUsage {

    private final List<Usage> usages;

    private MeanUsage(List<Usage> usages) {
        this.usages = usages;
    }

    static Usage of(List<Usage> usages) {
        var mean = new MeanUsage(usages);
        return new Usage(
                usages.getFirst().horizonSeconds(), mean.compute(), mean.loadBalancer(), mean.traffic(), mean.fleet());
    }

    private List<ComputeUsage> compute() {
        var kinds = new ArrayList<ComputeUsage>();
        for (var kind = 0; kind < usages.getFirst().compute().size(); kind++) {
            var index = kind;
            var like = usages.getFirst().compute().get(kind);
            kinds.add(new ComputeUsage(
                    like.capacity(),
                    mean(usage -> usage.compute().get(index).billedSeconds()),
                    mean(usage -> usage.compute().get(index).runs()),
                    mean(usage -> usage.compute().get(index).idleSeconds()),
                    mean(usage -> usage.compute().get(index).strandedSeconds()),
                    mean(usage -> usage.compute().get(index).drainingSeconds()),
                    mean(usage -> usage.compute().get(index).surplusVcpuHours())));
        }
        return kinds;
    }

    private LoadBalancerUsage loadBalancer() {
        return new LoadBalancerUsage(
                mean(usage -> usage.loadBalancer().hours()),
                mean(usage -> usage.loadBalancer().lcuHours()),
                mean(usage -> usage.loadBalancer().newConnectionLcuHours()),
                mean(usage -> usage.loadBalancer().activeConnectionLcuHours()),
                mean(usage -> usage.loadBalancer().processedBytesLcuHours()),
                mean(usage -> usage.loadBalancer().ruleEvaluationLcuHours()));
    }

    private Traffic traffic() {
        return new Traffic(
                mean(usage -> usage.traffic().requests()),
                mean(usage -> usage.traffic().requestBytes()),
                mean(usage -> usage.traffic().responseBytes()),
                mean(usage -> usage.traffic().queueRequests()));
    }

    private FleetHistory fleet() {
        return new FleetHistory(
                mean(usage -> usage.fleet().meanInstances()),
                mean(usage -> usage.fleet().launches()),
                mean(usage -> usage.fleet().scaleOuts()),
                mean(usage -> usage.fleet().scaleIns()),
                mean(usage -> usage.fleet().breachEpisodes()),
                mean(usage -> usage.fleet().breachDays()),
                mean(usage -> usage.fleet().strandedShare()),
                new Incidents(
                        mean(usage -> usage.fleet().incidents().failedDeployments()),
                        mean(usage -> usage.fleet().incidents().failedUpdates()),
                        mean(usage -> usage.fleet().incidents().instanceFailures()),
                        mean(usage -> usage.fleet().incidents().spotInterruptions()),
                        mean(usage -> usage.fleet().incidents().zoneFailures())));
    }

    private double mean(ToDoubleFunction<Usage> figure) {
        var sum = 0.0;
        for (var usage : usages) {
            sum += figure.applyAsDouble(usage);
        }
        return sum / usages.size();
    }
}
