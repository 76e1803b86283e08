package dev.hostlab.engine;

import dev.hostlab.hosting.EventPlan;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rollout;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.usage.FleetEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events of a run: begins them in their time, lets them go on after every control event, and says what each of
/// them cost. Changes wait for one another, as an environment has to be ready before it takes the next one.
final class Happenings {

    private final EventPlan plan;
    private final boolean isBalanced;
    private final Fleet fleet;
    private final Meter meter;
    private final FleetContext context;
    private final RolloutTools tools;
    private final Outages outages;
    private final Deque<EventTimes.Occurrence> waiting = new ArrayDeque<>();
    private final List<Outage> open = new ArrayList<>();
    private final List<FleetEvent> closed = new ArrayList<>();
    private @Nullable Change change;
    private int versions;
    private long seenUntil;
    private double met;
    private long arrivedSeen;

    /// A change that is under way.
    private record Change(OpenEvent record, RolloutRun run, Order order) {}

    Happenings(FleetPlan option, Fleet fleet, Meter meter, FleetContext context) {
        this.plan = option.events();
        this.isBalanced = option.front().loadBalanced();
        this.fleet = fleet;
        this.meter = meter;
        this.context = context;
        this.tools = new RolloutTools(fleet, context, plan);
        this.outages = new Outages(plan.outages(), fleet, context);
    }

    void begin(long horizon) {
        for (var occurrence : EventTimes.of(plan.calendar(), plan.evaluation(), context.run(), horizon)) {
            context.calendar().plan(occurrence.at(), new ControlEvent.EventDue(occurrence));
        }
    }

    /// The fleet has been as it is until now.
    void before(long now) {
        if (isQuiet()) {
            seenUntil = now;
            return;
        }
        var levels = new OpenEvent.Levels(fleet.desired(), fleet.roster.healthy(), held());
        if (change != null) {
            change.record.observe(now - seenUntil, levels);
            meet(change.order);
        }
        for (var outage : open) {
            outage.record.observe(now - seenUntil, levels);
        }
        seenUntil = now;
    }

    /// Requests have met the new version as far as it took part in the service.
    private void meet(Order order) {
        var arrived = meter.total().arrived;
        if (order.evaluationOrNull() != null && order.evaluationOrNull().fails()) {
            met += (double) (arrived - arrivedSeen)
                    * tools.healthy(order.version())
                    / Math.max(1, fleet.roster.healthy());
        }
        arrivedSeen = arrived;
    }

    private static FleetEvent.@Nullable Evaluated told(Order order, double met, long now) {
        var evaluation = order.evaluationOrNull();
        return evaluation == null || !evaluation.hasBegun() ? null : evaluation.told(Math.round(met), now);
    }

    private boolean isQuiet() {
        return change == null && open.isEmpty();
    }

    /// Something has changed, or time has passed.
    void after(long now) {
        if (isQuiet()) {
            return;
        }
        goOn(now);
        for (var outage : List.copyOf(open)) {
            if (outage.isOver(fleet, now)) {
                open.remove(outage);
                closed.add(outage.record.close(now, outage.outcome(), outage.story(), state(), null));
            }
        }
    }

    private void goOn(long now) {
        while (change != null) {
            change.run.step(now);
            if (!change.run.isDone()) {
                return;
            }
            var run = change.run;
            closed.add(change.record.close(now, run.outcome(), run.story(), state(), told(change.order, met, now)));
            change = null;
            fleet.launchMissing(now, null);
            if (!waiting.isEmpty()) {
                roll(waiting.removeFirst(), now);
            }
        }
    }

    /// Something that was planned happens.
    void handle(ControlEvent.Happening event, long now) {
        switch (event) {
            case ControlEvent.UnitFoundBad(var unit) -> fleet.foundBad(unit, now);
            case ControlEvent.EventDue(var what) -> due(what, now);
            case ControlEvent.OutageNoticed(var outage, var unit) -> outages.noticed(outage, unit, now);
            case ControlEvent.InstanceMissed() -> fleet.cluster().ifPresent(cluster -> cluster.missed(now));
            case ControlEvent.ZoneBack(var zone) -> outages.zoneBack(zone);
            case ControlEvent.SpotTaken(var unit) -> spotTaken(unit, now);
            case ControlEvent.WakeUp() -> {
                // whoever waits looks after every event
            }
        }
    }

    private void due(EventTimes.Occurrence what, long now) {
        if (!what.kind().isChange()) {
            open.add(outages.begin(what, record(what, OpenEvent.How.NONE, now), now));
        } else if (change == null) {
            roll(what, now);
        } else {
            waiting.add(what);
        }
    }

    private void roll(EventTimes.Occurrence what, long now) {
        var rollout = plan.rollout(what.kind());
        if (rollout != null) {
            fleet.failedStarts();
            var evaluation = plan.evaluation().evaluates(what.kind())
                    ? new Evaluation(plan.evaluation(), what.fails(), tools)
                    : null;
            var order = new Order(new Version(++versions, what.isBad()), evaluation, ++versions);
            met = 0;
            arrivedSeen = meter.total().arrived;
            var record = record(what, how(rollout), now);
            change = new Change(record, RolloutRun.of(rollout, order, tools, now), order);
        }
    }

    private OpenEvent.How how(Rollout rollout) {
        var doubles = rollout instanceof Rollout.Parallel parallel && parallel.hasOwnFront();
        return new OpenEvent.How(rollout.name(), doubles && isBalanced);
    }

    private OpenEvent record(EventTimes.Occurrence what, OpenEvent.How how, long now) {
        var baseline = fleet.cluster().isPresent() ? held() : -1;
        return new OpenEvent(what, how, now, state().lost(), baseline);
    }

    /// The market takes one unit back, if it is still there.
    private void spotTaken(FleetUnit unit, long now) {
        if (Outages.isTakable(unit)) {
            open.add(outages.spotTaken(unit, record(Outages.taken(now), OpenEvent.How.NONE, now), now));
        }
    }

    /// Whether a decision may take effect now: ECS takes no tasks away during a deployment, and traffic splitting
    /// holds both groups as they are.
    boolean allows(ScalingDecision decision) {
        if (change == null) {
            return true;
        }
        return decision.to() > decision.from() ? !change.run.holdsScaleOut() : !change.run.holdsScaleIn();
    }

    /// All events of the run, in order of time; those that have not ended end with it.
    List<FleetEvent> finish(long horizon) {
        before(horizon);
        var all = new ArrayList<>(closed);
        if (change != null) {
            var story = "had not ended with the run";
            var evaluated = told(change.order, met, horizon);
            all.add(change.record.close(horizon, FleetEvent.Outcome.OPEN, story, state(), evaluated));
        }
        for (var outage : open) {
            all.add(outage.record.close(horizon, FleetEvent.Outcome.OPEN, outage.story(), state(), null));
        }
        all.sort(Comparator.comparingDouble(FleetEvent::beginSeconds));
        return all;
    }

    private int held() {
        return (int) fleet.cluster()
                .map(cluster -> cluster.use().running().value())
                .orElseGet(() -> fleet.starts().begun().value())
                .doubleValue();
    }

    private OpenEvent.Now state() {
        var total = meter.total();
        return new OpenEvent.Now(fleet.roster.healthy(), total.rejected + total.timedOut + total.failed);
    }
}
