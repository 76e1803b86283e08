package dev.hostlab.engine;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.usage.LcuDimensions;
import dev.hostlab.usage.LoadBalancerMeter;
import dev.hostlab.usage.LoadBalancerUsage;

/// Meters a load balancer hour by hour, as it is billed.
final class LoadBalancerHours {

    private static final double NANOS_PER_HOUR = 3_600e9;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double ROUNDING_SLACK = 1e-9;

    private final FleetPlan.Front front;
    private final LoadBalancerMeter meter = new LoadBalancerMeter();
    private double nanos;
    private double connections;
    private double openNanos;
    private double bytes;
    private double requests;

    LoadBalancerHours(FleetPlan.Front front) {
        this.front = front;
    }

    void add(Tick tick) {
        nanos += tick.nanos();
        requests += tick.counts().attempts();
        connections += tick.counts().attempts() / front.requestsPerConnection();
        openNanos += tick.load().meanInside() * tick.nanos();
        bytes += tick.requestBytes() + tick.responseBytes();
        if (nanos >= NANOS_PER_HOUR * (1 - ROUNDING_SLACK)) {
            closeHour();
        }
    }

    LoadBalancerUsage usage() {
        if (!front.loadBalanced()) {
            return LoadBalancerUsage.NONE;
        }
        if (nanos > 0) {
            closeHour();
        }
        return meter.usage();
    }

    /// Connections are active in a minute when they are new in it or still open from before.
    private void closeHour() {
        var seconds = nanos / NANOS_PER_SECOND;
        var newPerSecond = connections / seconds;
        var active = connections / (nanos / NANOS_PER_MINUTE) + openNanos / nanos;
        var part = Math.min(1, nanos / NANOS_PER_HOUR);
        meter.add(
                new LcuDimensions(newPerSecond, active, bytes / part, requests / seconds * front.chargedRules()), part);
        nanos = 0;
        connections = 0;
        openNanos = 0;
        bytes = 0;
        requests = 0;
    }
}
