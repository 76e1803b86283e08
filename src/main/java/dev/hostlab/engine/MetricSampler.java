package dev.hostlab.engine;

import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.Statistic;
import dev.hostlab.workload.ServiceModel;

/// Makes the data points of the metric that a scaler follows, from ticks.
final class MetricSampler {

    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ScalingMetric metric;
    private final Statistic statistic;
    private final UnitPlan unit;
    private final ServiceModel.Memory memory;
    private double nanos;
    private double cpuNanos;
    private double unitNanos;
    private double holdingNanos;
    private double insideNanos;
    private double requests;
    private double tokens;
    private double bytesOut;
    private double bytesIn;
    private double responseNanosBefore;
    private long servedBefore;
    private double hostMinutes;
    private double least = Double.NaN;
    private double most = Double.NaN;

    /// The state of a fleet at the end of a tick.
    ///
    /// @param waiting       requests waiting
    /// @param inService     units in service
    /// @param unhealthy     units whose application has crashed
    /// @param responseNanos sum of all response times so far
    /// @param served        requests served so far
    record Levels(long waiting, int inService, int unhealthy, double responseNanos, long served) {}

    MetricSampler(ScalingMetric metric, Statistic statistic, UnitPlan unit, ServiceModel.Memory memory) {
        this.metric = metric;
        this.statistic = statistic;
        this.unit = unit;
        this.memory = memory;
    }

    void add(Tick tick, Levels levels) {
        nanos += tick.nanos();
        cpuNanos += tick.cpuNanos();
        unitNanos += tick.unitNanos();
        holdingNanos += tick.holdingNanos();
        insideNanos += tick.load().meanInside() * tick.nanos();
        requests += tick.counts().attempts();
        tokens += tick.counts().inputTokens + tick.counts().outputTokens;
        bytesOut += tick.responseBytes();
        bytesIn += tick.requestBytes();
        hostMinutes += hosts(levels) * tick.nanos() / NANOS_PER_MINUTE;
        if (statistic == Statistic.MINIMUM || statistic == Statistic.MAXIMUM) {
            var one = extreme(tick, levels, statistic == Statistic.MINIMUM);
            least = one >= least ? least : one;
            most = one <= most ? most : one;
        }
    }

    /// One minute's sample of the instance that is lowest or highest. What an instance sends and receives is in
    /// proportion to the CPU time that it uses, which is a model.
    private double extreme(Tick tick, Levels levels, boolean lowest) {
        var cpu = lowest ? tick.extremes().leastCpuNanos() : tick.extremes().mostCpuNanos();
        var units = tick.unitNanos() / tick.nanos();
        var share = tick.cpuNanos() > 0 ? cpu / tick.cpuNanos() : 1 / units;
        return switch (metric) {
            case CPU -> Math.min(100, 100 * cpu / (tick.nanos() * unit.vcpus()));
            case NETWORK_OUT -> share * tick.responseBytes() * NANOS_PER_MINUTE / tick.nanos();
            case NETWORK_IN -> share * tick.requestBytes() * NANOS_PER_MINUTE / tick.nanos();
            case REQUEST_COUNT -> tick.counts().attempts() > 0 ? 1 : Double.NaN;
            case RESPONSE_TIME ->
                (lowest ? tick.extremes().leastResponseNanos() : tick.extremes().mostResponseNanos())
                        / NANOS_PER_SECOND;
            case HEALTHY_HOSTS, UNHEALTHY_HOSTS -> hosts(levels);
            case MEMORY, QUEUE_BACKLOG, IN_FLIGHT, TOKENS_PER_MINUTE, REQUESTS_PER_TARGET, DISK -> Double.NaN;
        };
    }

    private double hosts(Levels levels) {
        return metric == ScalingMetric.UNHEALTHY_HOSTS
                ? levels.unhealthy()
                : Math.max(0, levels.inService() - levels.unhealthy());
    }

    /// The point of the period that ends now; NaN where the metric is not published, since nothing was in service
    /// or nothing happened.
    double close(Levels now) {
        var value = switch (statistic) {
            case PER_MINUTE -> value(now);
            case AVERAGE -> metric == ScalingMetric.REQUEST_COUNT ? eachRequestIsOne() : value(now);
            case SUM -> sum(now);
            case MINIMUM -> least;
            case MAXIMUM -> most;
        };
        nanos = 0;
        cpuNanos = 0;
        unitNanos = 0;
        holdingNanos = 0;
        insideNanos = 0;
        requests = 0;
        tokens = 0;
        bytesOut = 0;
        bytesIn = 0;
        responseNanosBefore = now.responseNanos();
        servedBefore = now.served();
        hostMinutes = 0;
        least = Double.NaN;
        most = Double.NaN;
        return value;
    }

    /// The load balancer publishes a 1 for every request, so that only their sum says anything.
    private double eachRequestIsOne() {
        return requests > 0 ? 1 : Double.NaN;
    }

    /// All samples together: an instance's for each minute, a request's, a host's for each minute. The sum of
    /// RequestCountPerTarget is its mean over the targets.
    private double sum(Levels now) {
        return switch (metric) {
            case REQUEST_COUNT -> requests;
            case RESPONSE_TIME -> responseSeconds(now) * (now.served() - servedBefore);
            case HEALTHY_HOSTS, UNHEALTHY_HOSTS -> hostMinutes;
            case REQUESTS_PER_TARGET -> value(now) * nanos / NANOS_PER_MINUTE;
            case CPU, NETWORK_OUT, NETWORK_IN, MEMORY, IN_FLIGHT, TOKENS_PER_MINUTE ->
                value(now) * unitNanos / NANOS_PER_MINUTE;
            case QUEUE_BACKLOG, DISK -> value(now);
        };
    }

    private double value(Levels now) {
        return switch (metric) {
            case QUEUE_BACKLOG -> (double) now.waiting() / Math.max(1, now.inService() * unit.tasks());
            case REQUEST_COUNT -> requests * NANOS_PER_MINUTE / nanos;
            case RESPONSE_TIME -> responseSeconds(now);
            case HEALTHY_HOSTS -> Math.max(0, now.inService() - now.unhealthy());
            case UNHEALTHY_HOSTS -> now.unhealthy();
            case DISK -> Double.NaN;
            case CPU, MEMORY, REQUESTS_PER_TARGET, IN_FLIGHT, TOKENS_PER_MINUTE, NETWORK_OUT, NETWORK_IN ->
                unitNanos > 0 ? perUnit() : Double.NaN;
        };
    }

    private double responseSeconds(Levels now) {
        var served = now.served() - servedBefore;
        return served == 0 ? Double.NaN : (now.responseNanos() - responseNanosBefore) / served / NANOS_PER_SECOND;
    }

    private double perUnit() {
        var unitMinutes = unitNanos / NANOS_PER_MINUTE;
        return switch (metric) {
            case CPU -> Math.min(100, 100 * cpuNanos / (unitNanos * unit.vcpus()));
            case IN_FLIGHT -> 100 * insideNanos / (holdingNanos * unit.slots());
            case MEMORY -> memoryPercent();
            case REQUESTS_PER_TARGET -> requests / unitMinutes;
            case TOKENS_PER_MINUTE -> tokens / (unitMinutes * unit.tasks());
            case NETWORK_OUT -> bytesOut / unitMinutes;
            case NETWORK_IN -> bytesIn / unitMinutes;
            case QUEUE_BACKLOG, REQUEST_COUNT, RESPONSE_TIME, HEALTHY_HOSTS, UNHEALTHY_HOSTS, DISK ->
                throw new IllegalStateException(metric.id() + " is not counted per unit");
        };
    }

    private double memoryPercent() {
        var used = unit.tasks() * memory.baseMib() + memory.perRequestMib() * insideNanos / holdingNanos;
        return Math.min(100, 100 * used / unit.memoryMib());
    }
}
