package dev.hostlab.estimate;

import dev.hostlab.hosting.FleetPlan;
import org.jspecify.annotations.Nullable;

/// Requests that are alike: their mean tokens put them here, within an eighth of a doubling.
final class DemandKind {

    private final int number;
    private final Site site;
    private final @Nullable ResponseShape[] shapes = new @Nullable ResponseShape[LatencyMix.STRETCHES];
    private final SteadyState steady;
    private final SteadyState.MeanDemand demand;
    private final double[] cpuSeconds = new double[ServiceSample.SIZE];
    private final double[] upstreamSeconds = new double[ServiceSample.SIZE];
    private final double squaredVariation;
    private final double holdingNoise;
    private final double workPerSecond;

    /// @param number  from 0, unlike that of any other kind
    /// @param input   mean input tokens of a request
    /// @param output  mean output tokens of a request
    DemandKind(int number, Site site, double input, double output) {
        var sample = site.sample();
        this.number = number;
        this.site = site;
        sample.demands(input, output, cpuSeconds, upstreamSeconds);
        var stalled = sample.stallShare() * sample.stallSeconds(0.5);
        demand = new SteadyState.MeanDemand(mean(cpuSeconds), mean(upstreamSeconds) + stalled);
        squaredVariation = squaredVariationOfSample();
        holdingNoise = sample.holdingNoise(input, output);
        steady = new SteadyState(site.plan().unit(), site.plan().routing(), demand, squaredVariation);
        workPerSecond = steady.unit().mostPerSecond() * holdingSeconds(1);
    }

    /// What all kinds of one estimate share.
    record Site(ServiceSample sample, FleetPlan plan, ResponseShape.Limits limits) {}

    /// The response times at a stretch.
    ///
    /// @param index of the stretch, equal for equal ones
    ResponseShape shape(int index, double stretch) {
        var found = shapes[index];
        if (found == null) {
            found = new ResponseShape(this, stretch, site.limits());
            shapes[index] = found;
        }
        return found;
    }

    int number() {
        return number;
    }

    SteadyState steady() {
        return steady;
    }

    /// Mean time for which a slot is held at a stretch of the CPU work, in seconds.
    double holdingSeconds(double stretch) {
        return stretch * demand.cpuSeconds() + demand.upstreamSeconds();
    }

    /// Seconds of slots, while nothing stretches the CPU's work, that a unit with full slots works
    /// through in a second.
    double workPerSecond() {
        return workPerSecond;
    }

    ServiceSample sample() {
        return site.sample();
    }

    /// Squared coefficient of variation of the time for which a slot is held.
    double squaredVariation() {
        return squaredVariation;
    }

    /// See [ServiceSample#holdingNoise].
    double holdingNoise() {
        return holdingNoise;
    }

    /// Fills in the response times, without waiting and stalls, at a stretch of the CPU work.
    void responses(double stretch, double[] seconds) {
        for (var i = 0; i < seconds.length; i++) {
            seconds[i] = stretch * cpuSeconds[i] + upstreamSeconds[i];
        }
    }

    private double squaredVariationOfSample() {
        var squares = 0.0;
        for (var i = 0; i < cpuSeconds.length; i++) {
            var holding = cpuSeconds[i] + upstreamSeconds[i];
            squares += holding * holding;
        }
        var share = site.sample().stallShare();
        var stall = site.sample().stallSeconds(0.5);
        var usual = demand.cpuSeconds() + demand.upstreamSeconds() - share * stall;
        var second = squares / cpuSeconds.length + share * (stall * stall + 2 * stall * usual);
        var mean = usual + share * stall;
        return mean == 0 ? 0 : Math.max(0, second / (mean * mean) - 1);
    }

    private static double mean(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
