package dev.hostlab.engine;

import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.workload.ServiceModel;

/// Makes the data points of the metric that a scaler follows, from ticks.
final class MetricSampler {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final ScalingMetric metric;
    private final UnitPlan unit;
    private final ServiceModel.Memory memory;
    private double cpuNanos;
    private double unitNanos;
    private double holdingNanos;
    private double insideNanos;
    private double requests;
    private double tokens;
    private double bytes;

    MetricSampler(ScalingMetric metric, UnitPlan unit, ServiceModel.Memory memory) {
        this.metric = metric;
        this.unit = unit;
        this.memory = memory;
    }

    void add(Tick tick) {
        cpuNanos += tick.cpuNanos();
        unitNanos += tick.unitNanos();
        holdingNanos += tick.holdingNanos();
        insideNanos += tick.load().meanInside() * tick.nanos();
        requests += tick.counts().arrived;
        tokens += tick.counts().inputTokens + tick.counts().outputTokens;
        bytes += tick.responseBytes();
    }

    /// The point of the period that ends now; NaN where the metric is not published, since nothing was in service.
    ///
    /// @param waiting   requests waiting now
    /// @param inService units in service now
    double close(long waiting, int inService) {
        var value = metric == ScalingMetric.QUEUE_BACKLOG
                ? (double) waiting / Math.max(1, inService * unit.tasks())
                : unitNanos > 0 ? perUnit() : Double.NaN;
        cpuNanos = 0;
        unitNanos = 0;
        holdingNanos = 0;
        insideNanos = 0;
        requests = 0;
        tokens = 0;
        bytes = 0;
        return value;
    }

    private double perUnit() {
        var unitMinutes = unitNanos / NANOS_PER_MINUTE;
        return switch (metric) {
            case CPU -> Math.min(100, 100 * cpuNanos / (unitNanos * unit.vcpus()));
            case IN_FLIGHT -> 100 * insideNanos / (holdingNanos * unit.slots());
            case MEMORY -> memoryPercent();
            case REQUESTS_PER_TARGET -> requests / unitMinutes;
            case TOKENS_PER_MINUTE -> tokens / (unitMinutes * unit.tasks());
            case NETWORK_OUT -> bytes / unitMinutes;
            case QUEUE_BACKLOG -> throw new IllegalStateException("A backlog is a state, not a rate");
        };
    }

    private double memoryPercent() {
        var used = unit.tasks() * memory.baseMib() + memory.perRequestMib() * insideNanos / holdingNanos;
        return Math.min(100, 100 * used / unit.memoryMib());
    }
}
