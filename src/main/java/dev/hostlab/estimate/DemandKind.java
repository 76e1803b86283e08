package dev.hostlab.estimate;

import dev.hostlab.hosting.FleetPlan;

/// Requests that are alike: their mean tokens put them here, within an eighth of a doubling.
final class DemandKind {

    private final int number;
    private final SteadyState steady;
    private final double[] cpuSeconds = new double[ServiceSample.SIZE];
    private final double[] upstreamSeconds = new double[ServiceSample.SIZE];

    /// @param number  from 0, unlike that of any other kind
    /// @param input   mean input tokens of a request
    /// @param output  mean output tokens of a request
    DemandKind(int number, ServiceSample sample, FleetPlan plan, double input, double output) {
        this.number = number;
        sample.demands(input, output, cpuSeconds, upstreamSeconds);
        var mean = new SteadyState.MeanDemand(mean(cpuSeconds), mean(upstreamSeconds));
        steady = new SteadyState(plan.unit(), plan.routing(), mean, squaredVariation());
    }

    int number() {
        return number;
    }

    SteadyState steady() {
        return steady;
    }

    double meanCpuSeconds() {
        return mean(cpuSeconds);
    }

    /// Fills in the response times, without waiting, at a stretch of the CPU work.
    void responses(double stretch, double[] seconds) {
        for (var i = 0; i < seconds.length; i++) {
            seconds[i] = stretch * cpuSeconds[i] + upstreamSeconds[i];
        }
    }

    private double squaredVariation() {
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < cpuSeconds.length; i++) {
            var holding = cpuSeconds[i] + upstreamSeconds[i];
            sum += holding;
            squares += holding * holding;
        }
        return sum == 0 ? 0 : Math.max(0, squares * cpuSeconds.length / (sum * sum) - 1);
    }

    private static double mean(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
