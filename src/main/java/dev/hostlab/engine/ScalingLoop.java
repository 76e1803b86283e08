package dev.hostlab.engine;

import dev.hostlab.hosting.MetricClock;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.Pacing;
import dev.hostlab.scaling.Resize;
import dev.hostlab.scaling.Scaler;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.SimpleScaler;
import java.util.ArrayDeque;
import java.util.Deque;

/// One policy's metric and clocks: points are measured, become visible after their delay, alarms look at them. Each
/// of these clocks runs by itself.
final class ScalingLoop {

    private static final double NANOS_PER_SECOND = 1e9;

    private final String layer;
    private final ScalingMetric metric;
    private final MetricClock clock;
    private final Scaler scaler;
    private final int points;
    private final double target;
    private final MetricSampler sampler;
    private final QueueSleep sleep;
    private final Deque<Point> hidden = new ArrayDeque<>();
    private long newestVisibleAt;
    private long nextClose;
    private double newestMeasured = Double.NaN;

    /// A measured point that no alarm can see yet.
    private record Point(double value, long visibleAt) {}

    /// @param pacing shared by all policies of the fleet
    ScalingLoop(ScalingPlan.Policy plan, String layer, MetricSampler sampler, Pacing pacing) {
        this.layer = layer;
        this.metric = plan.metric();
        this.clock = plan.clock();
        this.sampler = sampler;
        this.sleep = new QueueSleep(nanos(clock.wakeSeconds()));
        this.nextClose = nanos(clock.periodSeconds());
        this.scaler = plan.scaler(pacing);
        this.points = plan.points();
        this.target = plan.target();
    }

    MetricClock clock() {
        return clock;
    }

    Scaler scaler() {
        return scaler;
    }

    /// A tick has ended; at the end of a metric period it yields a point.
    ///
    /// @return whether a point was measured
    boolean add(Tick tick, MetricSampler.Levels levels) {
        sampler.add(tick, levels);
        sleep.add(tick, levels.waiting());
        if (tick.end() < nextClose) {
            return false;
        }
        var value = sampler.close(levels);
        newestMeasured = metric == ScalingMetric.QUEUE_BACKLOG && sleep.isAsleep(tick.end()) ? Double.NaN : value;
        hidden.add(new Point(newestMeasured, tick.end() + nanos(clock.publishSeconds())));
        nextClose += nanos(clock.periodSeconds());
        return true;
    }

    /// Units that would have been on target in the point measured last, NaN where there was none.
    double unitsOnTarget(double inService) {
        return newestMeasured * inService / target;
    }

    /// Lets the alarms see what has become visible.
    void deliver(long now) {
        while (!hidden.isEmpty() && hidden.getFirst().visibleAt() <= now) {
            var point = hidden.removeFirst();
            newestVisibleAt = point.visibleAt();
            scaler.observe(point.value());
        }
    }

    /// The scaling activity is over; simple scaling starts its cooldown.
    void activityEnded(long now) {
        if (scaler instanceof SimpleScaler simple) {
            simple.activityEnded(now / 1_000_000_000L);
        }
    }

    /// What this policy's decision looks like in the log.
    ScalingDecision decision(long now, int desired, Resize resize) {
        var clocks = new Clocks(
                points * clock.periodSeconds(),
                clock.publishSeconds(),
                Math.max(0, now - newestVisibleAt) / NANOS_PER_SECOND,
                clock.actionSeconds(),
                0,
                0,
                0);
        var value = scaler.metric();
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
