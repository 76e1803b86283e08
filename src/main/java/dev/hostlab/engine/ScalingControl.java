package dev.hostlab.engine;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.DemandForecast;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.PolicySet;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.Statistic;
import dev.hostlab.scaling.Timetable;
import dev.hostlab.workload.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that decides on the number of units: policies that follow metrics, a timetable, a forecast.
final class ScalingControl {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;

    private final ScalingPlan plan;
    private final List<ScalingLoop> loops = new ArrayList<>();
    private final PolicySet policies;
    private final TimedScaling timed;
    private final DemandForecast forecast;
    private final HoldBack holdBack = new HoldBack();
    private final long weekNanos;
    private final long cadence;
    private final long phase;
    private long hour;

    /// @param secondsOfWeek where in its week the run starts, from Monday 00:00 UTC
    ScalingControl(FleetPlan fleet, ServiceModel.Memory memory, double secondsOfWeek, RunId run) {
        this.plan = fleet.scaling();
        var pacing = plan.pacing();
        var layer = fleet.unit().name() + "s";
        for (var policy : plan.policies()) {
            var sampler = new MetricSampler(policy.metric(), policy.statistic(), fleet.unit(), memory);
            loops.add(new ScalingLoop(policy, layer, sampler, pacing));
        }
        this.policies = new PolicySet(loops.stream().map(ScalingLoop::scaler).toList());
        this.timed = new TimedScaling(layer, fleet.range());
        this.weekNanos = nanos(secondsOfWeek);
        this.hour = weekNanos / HOUR;
        this.forecast = new DemandForecast(plan.forecasting().historyDays(), hour);
        this.cadence = loops.stream()
                .mapToLong(loop -> nanos(loop.clock().evaluationSeconds()))
                .min()
                .orElse(MINUTE);
        var longest = loops.stream()
                .mapToLong(loop -> nanos(loop.clock().evaluationSeconds()))
                .max()
                .orElse(MINUTE);
        this.phase = (long) (Draws.unit(Draws.bits(run.key(Stream.ALARM_PHASE), 0)) * longest);
    }

    /// The longest tick that ends with every point of every metric; a minute at most.
    long tick() {
        var tick = MINUTE;
        for (var loop : loops) {
            tick = commonDivisor(tick, nanos(loop.clock().periodSeconds()));
        }
        return tick;
    }

    /// Whether a policy follows the shortest or the longest response time.
    boolean watchesExtremes() {
        return plan.policies().stream()
                .filter(policy -> policy.metric() == ScalingMetric.RESPONSE_TIME)
                .anyMatch(policy -> policy.statistic() == Statistic.MINIMUM || policy.statistic() == Statistic.MAXIMUM);
    }

    /// Plans the first of everything that recurs.
    void begin(Calendar calendar) {
        if (!loops.isEmpty()) {
            calendar.plan(phase % cadence, new ControlEvent.AlarmsEvaluated());
        }
        for (var action : plan.timetable().actions()) {
            planNext(action, weekNanos - 1, calendar);
        }
        if (plan.forecasting().mode() != Forecasting.Mode.OFF) {
            planHour(calendar);
        }
    }

    /// A tick has ended.
    void add(Tick tick, MetricSampler.Levels levels) {
        for (var index = 0; index < loops.size(); index++) {
            var loop = loops.get(index);
            if (loop.add(tick, levels) && index == 0) {
                var units = loop.unitsOnTarget(levels.inService());
                if (!Double.isNaN(units)) {
                    forecast.add(units, loop.clock().periodSeconds());
                }
            }
        }
    }

    /// Looks at the alarms that are due; the decision says what to do, if anything. Empty if it is
    /// to stay as it is.
    Optional<ScalingDecision> evaluate(long now, int desired, Calendar calendar) {
        calendar.plan(now + cadence, new ControlEvent.AlarmsEvaluated());
        loops.forEach(loop -> loop.deliver(now));
        var choice = policies.choose(now / 1_000_000_000L, desired, index -> isDue(loops.get(index), now));
        if (choice.resize().desired() == desired) {
            holdBack.note(choice.resize(), now);
            return Optional.empty();
        }
        var resize = holdBack.explained(choice.resize(), now);
        return Optional.of(loops.get(choice.policy()).decision(now, desired, resize));
    }

    /// One scheduled action runs.
    Optional<ScalingDecision> scheduled(Timetable.Action action, long now, int desired, Calendar calendar) {
        var due = now - nanos(plan.timetable().delaySeconds());
        planNext(action, weekNanos + due, calendar);
        var decision = timed.apply(action, now, desired);
        policies.keepWithin(timed.range());
        return decision;
    }

    /// An hour is about to begin: its forecast becomes the least capacity.
    Optional<ScalingDecision> forecast(long now, int desired, Calendar calendar) {
        var next = (weekNanos + now + nanos(plan.forecasting().aheadSeconds())) / HOUR;
        for (; hour < next; hour++) {
            forecast.closeHour();
        }
        planHour(calendar);
        if (!plan.forecasting().acts()) {
            return Optional.empty();
        }
        var decision = timed.foresee(forecast.units(next), now, desired);
        policies.keepWithin(timed.range());
        return decision;
    }

    /// The scaling activity is over.
    void activityEnded(long now) {
        loops.forEach(loop -> loop.activityEnded(now));
    }

    /// Whether changes are activities whose end matters.
    boolean waitsForActivities() {
        return plan.activityEndsAfter().isPresent();
    }

    /// Least and most capacity now.
    CapacityRange range() {
        return timed.range();
    }

    private boolean isDue(ScalingLoop loop, long now) {
        return Math.floorMod(now - phase, nanos(loop.clock().evaluationSeconds())) == 0;
    }

    private void planNext(Timetable.Action action, long after, Calendar calendar) {
        var next = Timetable.next(action, Math.floorDiv(after, 1_000_000_000L));
        var at = nanos(next) - weekNanos + nanos(plan.timetable().delaySeconds());
        calendar.plan(at, new ControlEvent.ScheduledActionDue(action));
    }

    private void planHour(Calendar calendar) {
        var at = (hour + 1) * HOUR - weekNanos - nanos(plan.forecasting().aheadSeconds());
        calendar.plan(Math.max(0, at), new ControlEvent.HourForeseen());
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
