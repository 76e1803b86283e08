package dev.hostlab.engine;

import dev.hostlab.hosting.MetricClock;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.Resize;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.SimpleScaler;
import dev.hostlab.scaling.TargetTracker;
import java.util.ArrayDeque;
import java.util.Deque;

/// The scaling loop of the units: points are measured, become visible after their delay, alarms look at them, a
/// policy decides. Each of these clocks runs by itself.
final class ScalingLoop {

    private static final double NANOS_PER_SECOND = 1e9;

    private final String layer;
    private final ScalingMetric metric;
    private final MetricClock clock;
    private final Policy policy;
    private final int points;
    private final MetricSampler sampler;
    private final Deque<Point> hidden = new ArrayDeque<>();
    private long newestVisibleAt;
    private long nextClose;

    /// A measured point that no alarm can see yet.
    private record Point(double value, long visibleAt) {}

    /// The two kinds of policy, as this loop uses them.
    private sealed interface Policy {

        record Tracking(TargetTracker tracker) implements Policy {}

        record Trigger(SimpleScaler scaler) implements Policy {}
    }

    private ScalingLoop(
            String layer, ScalingMetric metric, MetricClock clock, Policy policy, int points, MetricSampler sampler) {
        this.layer = layer;
        this.metric = metric;
        this.clock = clock;
        this.policy = policy;
        this.points = points;
        this.sampler = sampler;
        this.nextClose = nanos(clock.periodSeconds());
    }

    static ScalingLoop of(ScalingPlan.Tracking plan, String layer, MetricSampler sampler) {
        var policy = new Policy.Tracking(new TargetTracker(plan.policy()));
        return new ScalingLoop(
                layer,
                plan.metric(),
                plan.clock(),
                policy,
                plan.policy().alarms().highPoints(),
                sampler);
    }

    static ScalingLoop of(ScalingPlan.Trigger plan, String layer, MetricSampler sampler) {
        var policy = new Policy.Trigger(new SimpleScaler(plan.policy()));
        return new ScalingLoop(
                layer, plan.metric(), plan.clock(), policy, plan.policy().points(), sampler);
    }

    MetricClock clock() {
        return clock;
    }

    /// A tick has ended; at the end of a metric period it yields a point.
    void add(Tick tick, long waiting, int inService) {
        sampler.add(tick);
        if (tick.end() >= nextClose) {
            hidden.add(new Point(sampler.close(waiting, inService), tick.end() + nanos(clock.publishSeconds())));
            nextClose += nanos(clock.periodSeconds());
        }
    }

    /// Looks at the alarms; the decision says what to do, if anything.
    ScalingDecision evaluate(long now, int desired) {
        while (!hidden.isEmpty() && hidden.getFirst().visibleAt() <= now) {
            var point = hidden.removeFirst();
            newestVisibleAt = point.visibleAt();
            observe(point.value());
        }
        var seconds = now / 1_000_000_000L;
        var resize = switch (policy) {
            case Policy.Tracking(var tracker) -> tracker.evaluate(seconds, desired);
            case Policy.Trigger(var scaler) -> scaler.evaluate(seconds, desired);
        };
        return decision(now, desired, resize);
    }

    /// The scaling activity is over; simple scaling starts its cooldown.
    void activityEnded(long now) {
        if (policy instanceof Policy.Trigger(var scaler)) {
            scaler.activityEnded(now / 1_000_000_000L);
        }
    }

    /// Whether changes are activities whose end matters.
    boolean waitsForActivities() {
        return policy instanceof Policy.Trigger;
    }

    private void observe(double value) {
        switch (policy) {
            case Policy.Tracking(var tracker) -> tracker.observe(value);
            case Policy.Trigger(var scaler) -> scaler.observe(value);
        }
    }

    private double newest() {
        return switch (policy) {
            case Policy.Tracking(var tracker) -> tracker.metric();
            case Policy.Trigger(var scaler) -> scaler.metric();
        };
    }

    private ScalingDecision decision(long now, int desired, Resize resize) {
        var clocks = new Clocks(
                points * clock.periodSeconds(),
                clock.publishSeconds(),
                Math.max(0, now - newestVisibleAt) / NANOS_PER_SECOND,
                clock.actionSeconds(),
                0,
                0,
                0);
        var value = newest();
        return new ScalingDecision(
                now / NANOS_PER_SECOND + clock.actionSeconds(),
                layer,
                desired,
                resize.desired(),
                metric.id(),
                Double.isNaN(value) ? 0 : value,
                resize.reason(),
                clocks);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
