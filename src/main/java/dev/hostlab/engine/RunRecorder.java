package dev.hostlab.engine;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Traffic;
import dev.hostlab.workload.ServiceModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Closes metering ticks and books each where it belongs: load balancer hours, breaches, idle capacity, timeline.
final class RunRecorder {

    private final FleetPlan plan;
    private final ServiceModel.Payload payload;
    private final Meter meter;
    private final @Nullable LimitMeter limits;
    private final Fleet fleet;
    private final QueueWatch queue;
    private final LoadBalancerHours loadBalancer;
    private final BreachCounter breaches;
    private final ClosedConnections closed;
    private final @Nullable RunTimeline timeline;
    private final Optional<CreditMeter> credits;
    private final Tally before = new Tally();
    private long tickStart;
    private double inServiceNanos;
    private double drainingNanos;
    private double idleUnitNanos;
    private double requestBytes;
    private double responseBytes;

    /// Where a run is counted.
    ///
    /// @param limits null where nothing is limited
    record Meters(Meter requests, @Nullable LimitMeter limits) {}

    RunRecorder(RunInput input, Meters meters, Fleet fleet, QueueWatch queue, @Nullable RunTimeline timeline) {
        this.queue = queue;
        this.plan = input.plan();
        this.payload = input.service().model().payload();
        this.meter = meters.requests();
        this.limits = meters.limits();
        this.fleet = fleet;
        this.loadBalancer = new LoadBalancerHours(plan.front());
        this.breaches = new BreachCounter(input.startSecondsOfWeek(), input.pageAfterSeconds());
        this.timeline = timeline;
        this.credits = plan.credits().map(CreditMeter::new);
        var random = input.randomness();
        this.closed = new ClosedConnections(
                plan.front().keepAlive(), new RunId(random.seed(), random.replication(), random.evenArrivals()));
    }

    /// Opens the first tick.
    void begin(long firstEnd) {
        meter.closePeriod(0, firstEnd);
    }

    /// Closes the tick that ends now.
    Tick close(long now, long nextEnd) {
        queue.close(now);
        var load = meter.closePeriod(tickStart, nextEnd);
        var unitNanosNow = fleet.rotation().inService().areaNanos(now);
        var counts = difference();
        hangUp(counts, load, unitNanosNow - inServiceNanos, now - tickStart);
        var drainingNanosNow = fleet.rotation().draining().areaNanos(now);
        var tick = new Tick(
                tickStart,
                now,
                counts,
                load,
                fleet.harvestCpuNanos(now),
                unitNanosNow - inServiceNanos,
                drainingNanosNow - drainingNanos,
                sentSinceLastTick(),
                counts.attempts() * payload.requestBytes(),
                extremes());
        credits.ifPresent(accounts -> accounts.tick(fleet, now));
        inServiceNanos = unitNanosNow;
        drainingNanos = drainingNanosNow;
        tickStart = now;
        book(tick);
        return tick;
    }

    private void hangUp(Tally counts, Meter.PeriodLoad load, double unitNanos, long nanos) {
        var lost = closed.lost(counts, load, unitNanos / nanos, nanos / 1e9);
        if (lost > 0) {
            var good = lost * counts.good / counts.served;
            counts.hangUp(lost, good);
            meter.total().hangUp(lost, good);
            before.hangUp(lost, good);
        }
    }

    /// To be asked after the harvest of CPU time.
    private Tick.Extremes extremes() {
        var responses = meter.latencies().periodResponses();
        var least = fleet.rotation().leastCpuNanos();
        var most = fleet.rotation().mostCpuNanos();
        return responses == null || responses.count() == 0
                ? new Tick.Extremes(least, most, Double.NaN, Double.NaN)
                : new Tick.Extremes(least, most, responses.percentileNanos(0), responses.maxNanos());
    }

    /// Bytes of answers that clients got: those of all requests so far, by the share that was served. Exact where
    /// all are served; an answer that comes too late is not sent.
    private double sentSinceLastTick() {
        var total = meter.total();
        var share = total.arrived == 0 ? 0 : (double) total.served / total.arrived;
        var sent = total.served * payload.responseBytes() + share * total.outputTokens * payload.bytesPerOutputToken();
        var more = Math.max(0, sent - responseBytes);
        responseBytes += more;
        return more;
    }

    private void book(Tick tick) {
        requestBytes += tick.requestBytes();
        loadBalancer.add(tick);
        breaches.add(tick);
        idleUnitNanos += tick.unitNanos() * (1 - use(tick));
        queue.add(tick);
        var held = limits == null
                ? LimitMeter.TickLimits.NONE
                : limits.close(tick, plan.unit().slots(), plan.unit().vcpus());
        if (timeline != null) {
            timeline.add(row(tick), tokens(tick, held));
        }
        meter.latencies().clearPeriod();
    }

    /// The part of in-service capacity that is used: CPU or slots, whichever is used more.
    private double use(Tick tick) {
        if (tick.unitNanos() <= 0) {
            return 1;
        }
        var cpu = tick.cpuNanos() / (tick.unitNanos() * plan.unit().vcpus());
        var slots = tick.load().meanBusySlots()
                * tick.nanos()
                / (tick.unitNanos() * plan.unit().slots());
        return Math.min(1, Math.max(cpu, slots));
    }

    private double[] row(Tick tick) {
        var counts = tick.counts();
        var responses = Optional.ofNullable(meter.latencies().periodResponses());
        var waits = Optional.ofNullable(meter.latencies().periodWaits());
        var cpu = tick.unitNanos() > 0
                ? 100 * tick.cpuNanos() / (tick.unitNanos() * plan.unit().vcpus())
                : 0;
        return new double[] {
            counts.arrived,
            counts.served,
            counts.rejected,
            counts.timedOut,
            counts.failed,
            fleet.desired(),
            fleet.starts().begun().value(),
            fleet.rotation().inService().value(),
            instances(),
            queue.waiting(),
            meter.inside(),
            cpu,
            percentileSeconds(responses, 0.5),
            percentileSeconds(responses, 0.95),
            percentileSeconds(responses, 0.99),
            percentileSeconds(waits, 0.5),
            percentileSeconds(waits, 0.95),
            percentileSeconds(waits, 0.99),
            queue.ageSeconds()
        };
    }

    private double[] tokens(Tick tick, LimitMeter.TickLimits held) {
        var input = wholeSinceLastTick(meter.total().inputTokens, tick.counts().inputTokens);
        var output = wholeSinceLastTick(meter.total().outputTokens, tick.counts().outputTokens);
        var passed = limits == null ? input + output : held.passedTokens();
        var first = meter.latencies().firstTokens();
        var times = Optional.ofNullable(first == null ? null : first.period());
        return new double[] {
            input,
            output,
            passed,
            held.refused(),
            held.limited(),
            first == null ? Double.NaN : RunTimeline.seconds(first.periodMeanNanos()),
            percentileSeconds(times, 0.5),
            percentileSeconds(times, 0.95),
            percentileSeconds(times, 0.99)
        };
    }

    /// Tokens of a tick as whole numbers that add up to the whole number of the run.
    private static double wholeSinceLastTick(double total, double ofTick) {
        return Math.rint(total) - Math.rint(total - ofTick);
    }

    private double instances() {
        return fleet.cluster().map(cluster -> cluster.use().running().value()).orElse(0.0);
    }

    private static double percentileSeconds(Optional<LatencyHistogram> latencies, double p) {
        return latencies
                .map(histogram -> RunTimeline.seconds(histogram.percentileNanos(p)))
                .orElse(Double.NaN);
    }

    private Tally difference() {
        var total = meter.total();
        var counts = new Tally();
        counts.set(total);
        counts.subtract(before);
        before.set(total);
        return counts;
    }

    /// What limits did, null where there are none.
    @Nullable
    RunLimits limits() {
        return limits == null ? null : limits.result();
    }

    LoadBalancerUsage loadBalancer() {
        return loadBalancer.usage();
    }

    /// @param queueRequests to the API of the queue
    Traffic traffic(double queueRequests) {
        return new Traffic(meter.total().attempts(), requestBytes, responseBytes, queueRequests);
    }

    BreachCounter breaches() {
        return breaches;
    }

    /// CPU that burstable instances used beyond their credits and that is charged, in vCPU-hours.
    double surplusVcpuHours() {
        return credits.map(CreditMeter::surplusVcpuHours).orElse(0.0);
    }

    /// In-service unit-nanoseconds that nothing used.
    double idleUnitNanos() {
        return idleUnitNanos;
    }
}
