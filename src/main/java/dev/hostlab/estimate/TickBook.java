package dev.hostlab.estimate;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.QueueCalls;
import dev.hostlab.routing.Routing;
import dev.hostlab.usage.LcuDimensions;
import dev.hostlab.usage.LoadBalancerMeter;
import dev.hostlab.usage.LoadBalancerUsage;

/// Books closed ticks where they belong: load balancer hours, breaches of the objective, idle capacity.
///
/// The rules are those of the engine: the hour of a load balancer is charged by the averages of that hour; a breach
/// is a stretch, longer than it takes to call somebody, in which fewer than 95 % of the decided requests were good.
final class TickBook {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double ROUNDING_SLACK = 1e-9;
    private static final double GOOD_SHARE = 0.95;
    /// Fewer expected requests than this are none.
    private static final double QUIET = 1e-9;

    private final FleetPlan plan;
    private final Estimator.Terms terms;
    private final LoadBalancerMeter loadBalancer = new LoadBalancerMeter();
    private double hourSeconds;
    private double hourRequests;
    private double hourOpenSeconds;
    private double hourBytes;
    private double breachedSeconds;
    private boolean paged;
    private int episodes;
    private int days;
    private long lastDay = -1;
    private double idleUnitSeconds;
    private double queueRequests;

    TickBook(FleetPlan plan, Estimator.Terms terms) {
        this.plan = plan;
        this.terms = terms;
    }

    /// Books a tick that began at `start` and lasted `seconds`.
    ///
    /// @param bytes sent and received
    void add(TickLoad tick, double start, double seconds, double bytes) {
        addToHour(tick, seconds, bytes);
        watch(tick, start, seconds);
        idleUnitSeconds += tick.unitSeconds * (1 - use(tick));
        queueRequests += plan.routing() == Routing.CENTRAL ? queueRequests(tick) : 0;
    }

    /// In-service unit-seconds that nothing used.
    double idleUnitSeconds() {
        return idleUnitSeconds;
    }

    /// Requests to the API of the central queue; 0 where there is none.
    double queueRequests() {
        return queueRequests;
    }

    /// As long as slots are idle a message is taken to come to one of them; every message that has
    /// a slot is deleted.
    private double queueRequests(TickLoad tick) {
        var calls = terms.queue().calls();
        var idle = tick.unitSeconds * plan.unit().slots() - tick.slotSeconds;
        var waiting = calls.waiting(idle, tick.unitSeconds * plan.unit().tasks());
        var atOnce = waiting > 0 ? Math.min(tick.arrived, tick.started) : 0;
        return calls.requests(new QueueCalls.Messages(
                tick.arrived,
                atOnce,
                Math.max(0, tick.started - atOnce),
                tick.started,
                0,
                calls.emptyReceives(waiting, atOnce)));
    }

    int breachEpisodes() {
        return episodes;
    }

    int breachDays() {
        return days;
    }

    LoadBalancerUsage loadBalancer() {
        if (!plan.front().loadBalanced()) {
            return LoadBalancerUsage.NONE;
        }
        if (hourSeconds > 0) {
            closeHour();
        }
        return loadBalancer.usage();
    }

    private void addToHour(TickLoad tick, double seconds, double bytes) {
        hourSeconds += seconds;
        hourRequests += tick.arrived;
        hourOpenSeconds += tick.insideSeconds;
        hourBytes += bytes;
        if (hourSeconds >= SECONDS_PER_HOUR * (1 - ROUNDING_SLACK)) {
            closeHour();
        }
    }

    private void closeHour() {
        var connections = hourRequests / plan.front().requestsPerConnection();
        var part = Math.min(1, hourSeconds / SECONDS_PER_HOUR);
        loadBalancer.add(
                new LcuDimensions(
                        connections / hourSeconds,
                        connections * SECONDS_PER_MINUTE / hourSeconds + hourOpenSeconds / hourSeconds,
                        hourBytes / part,
                        hourRequests / hourSeconds * plan.front().chargedRules()),
                part);
        hourSeconds = 0;
        hourRequests = 0;
        hourOpenSeconds = 0;
        hourBytes = 0;
    }

    private void watch(TickLoad tick, double start, double seconds) {
        var decided = tick.started + tick.rejected + tick.timedOut + tick.failed;
        var quiet = decided <= QUIET && tick.arrived <= QUIET && tick.insideSeconds <= QUIET;
        if (quiet || (decided > QUIET && tick.good >= GOOD_SHARE * decided)) {
            breachedSeconds = 0;
            paged = false;
            return;
        }
        breachedSeconds += seconds;
        if (breachedSeconds > terms.pageAfterSeconds()) {
            episodes += paged ? 0 : 1;
            paged = true;
            var day = (long) ((terms.startSecondsOfDay() + start) / SECONDS_PER_DAY);
            days += day > lastDay ? 1 : 0;
            lastDay = day;
        }
    }

    /// The part of in-service capacity that is used: CPU or slots, whichever is used more.
    private double use(TickLoad tick) {
        if (tick.unitSeconds <= 0) {
            return 1;
        }
        var cpu = tick.cpuSeconds / (tick.unitSeconds * plan.unit().vcpus());
        var slots = tick.slotSeconds / (tick.unitSeconds * plan.unit().slots());
        return Math.min(1, Math.max(cpu, slots));
    }
}
