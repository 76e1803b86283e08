package dev.hostlab.estimate;

import dev.hostlab.engine.RunResult;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rented;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.Traffic;
import dev.hostlab.usage.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One estimate from start to horizon: regular ticks, alarms and reservation points, and between them what the
/// agenda holds. Requests only flow.
final class EstimateRun {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LONGEST_TICK = 60_000_000_000L;

    private final EstimateInput input;
    private final FleetPlan plan;
    private final long horizon;
    private final long tickNanos;
    private final Agenda agenda = new Agenda();
    private final List<DecisionNote> decisions = new ArrayList<>();
    private final LatencyMix mix;
    private final Demands demands;
    private final Flow flow;
    private final UnitPool pool;
    private final @Nullable ScalingClock scaling;
    private final TickBook book;
    private final Optional<PoolCredits> credits;
    private final TickSeries series;
    private final long evaluationNanos;
    private final long reservationNanos;
    private final TickTotals totals = new TickTotals();
    private int decidedCapacity;
    private long tickStart;
    private double leavingNanos;

    EstimateRun(EstimateInput input) {
        this.input = input;
        plan = input.plan();
        horizon = input.load().horizonNanos();
        demands = new Demands(input.kinds(), input.load());
        scaling = ScalingClock.of(input, demands).orElse(null);
        tickNanos = scaling == null
                ? LONGEST_TICK
                : Math.min(LONGEST_TICK, nanos(scaling.clock().periodSeconds()));
        mix = new LatencyMix(input.kinds().site().limits());
        flow = Flow.of(input, demands, mix);
        pool = new UnitPool(input, flow, agenda, decisions);
        book = new TickBook(plan, input.terms());
        credits = plan.credits().map(PoolCredits::new);
        evaluationNanos = scaling == null ? 0 : nanos(scaling.clock().evaluationSeconds());
        reservationNanos = plan.rented() instanceof Rented.OnInstances on ? nanos(on.periodSeconds()) : LONGEST_TICK;
        series = new TickSeries(input.variant().kept() ? Math.toIntExact(Math.ceilDiv(horizon, tickNanos)) : 0);
    }

    Estimate run() {
        pool.begin();
        flow.begin(input.terms().queue().startMessages());
        decidedCapacity = pool.desired();
        var nextTick = Math.min(tickNanos, horizon);
        var nextAlarm = scaling == null ? Long.MAX_VALUE : scaling.firstEvaluation();
        var nextReservation = firstReservation();
        while (true) {
            var next = Math.min(Math.min(nextTick, nextAlarm), Math.min(nextReservation, agenda.nextAt()));
            if (next == nextTick) {
                flow.advanceTo(nextTick);
                closeTick(nextTick);
                if (nextTick == horizon) {
                    break;
                }
                nextTick = Math.min(nextTick + tickNanos, horizon);
            } else if (next == agenda.nextAt()) {
                handle(agenda.next(), next);
            } else if (next == nextReservation) {
                pool.evaluateInstances(next);
                nextReservation += reservationNanos;
            } else if (scaling != null) {
                nextAlarm += evaluate(scaling, next);
            }
        }
        pool.close(horizon);
        return result();
    }

    private long firstReservation() {
        return plan.rented() instanceof Rented.OnInstances on
                ? nanos(on.periodSeconds() + on.reservationPublishSeconds())
                : Long.MAX_VALUE;
    }

    private void handle(Agenda.Event event, long now) {
        switch (event) {
            case Agenda.Event.CapacityChanged(var desired, var decision) -> {
                flow.advanceTo(now);
                pool.resize(desired, now, decision);
                if (scaling != null && scaling.waitsForActivities()) {
                    agenda.plan(pool.activityEnds(), new Agenda.Event.ActivityEnded());
                }
            }
            case Agenda.Event.UnitReady(var unit) -> {
                flow.advanceTo(now);
                pool.ready(unit, now);
            }
            case Agenda.Event.UnitGone(var unit) -> pool.gone(unit, now);
            case Agenda.Event.InstanceReady(var instance) ->
                pool.instances().ifPresent(instances -> instances.ready(instance, now));
            case Agenda.Event.InstanceGone(var instance) ->
                pool.instances().ifPresent(instances -> instances.gone(instance, now));
            case Agenda.Event.ActivityEnded() -> {
                if (scaling != null) {
                    scaling.activityEnded(now);
                }
            }
        }
    }

    /// @return when to look again, in nanoseconds from now
    private long evaluate(ScalingClock clock, long now) {
        var resize = clock.evaluate(now, decidedCapacity);
        if (resize.desired() != decidedCapacity) {
            var note = new DecisionNote(clock.decision(now, decidedCapacity, resize));
            decisions.add(note);
            decidedCapacity = resize.desired();
            agenda.plan(
                    now + nanos(clock.clock().actionSeconds()),
                    new Agenda.Event.CapacityChanged(resize.desired(), note));
        }
        return evaluationNanos;
    }

    private void closeTick(long now) {
        var tick = flow.tick();
        tick.good = mix.harvestGood();
        tick.timely = mix.harvestTimely();
        var seconds = (now - tickStart) / NANOS_PER_SECOND;
        var served = Math.max(0, Math.min(tick.timely, tick.started));
        var payload = input.sample().model().payload();
        var share = tick.arrived <= 0 ? 0 : served / tick.arrived;
        var sent = served * payload.responseBytes() + share * tick.outputTokens * payload.bytesPerOutputToken();
        var received = tick.arrived * payload.requestBytes();
        book.add(tick, tickStart / NANOS_PER_SECOND, seconds, sent + received);
        var leavingNow = pool.leaving().areaNanos(now);
        var leavingSeconds = (leavingNow - leavingNanos) / NANOS_PER_SECOND;
        leavingNanos = leavingNow;
        if (scaling != null) {
            scaling.add(tick, leavingSeconds, received, sent);
            scaling.close(now, flow.waiting(), flow.units());
        }
        credits.ifPresent(accounts -> accounts.tick(tick, pool.units(), pool.instances(), now));
        totals.add(tick, sent, received);
        if (input.variant().kept()) {
            record(tick, served);
        }
        tick.reset();
        tickStart = now;
    }

    private void record(TickLoad tick, double served) {
        var group = mix.group(demands.newest(), flow.stretch()).shape();
        var vcpuSeconds = tick.unitSeconds * plan.unit().vcpus();
        var quiet = tick.arrived <= 0;
        var at = series.next();
        series.arrived[at] = tick.arrived;
        series.served[at] = served;
        series.rejected[at] = tick.rejected;
        series.timedOut[at] = tick.timedOut + Math.max(0, tick.started - served);
        series.failed[at] = tick.failed;
        series.desired[at] = pool.desired();
        series.provisioned[at] = pool.existing().value();
        series.inService[at] = flow.units();
        series.instances[at] = pool.runningInstances();
        series.queued[at] = flow.waiting();
        series.inFlight[at] = flow.inside();
        series.cpuPercent[at] = vcpuSeconds > 0 ? Math.min(100, 100 * tick.cpuSeconds / vcpuSeconds) : 0;
        series.p50Seconds[at] = quiet ? Double.NaN : flow.waitSeconds() + group.p50();
        series.p95Seconds[at] = quiet ? Double.NaN : flow.waitSeconds() + group.p95();
        series.p99Seconds[at] = quiet ? Double.NaN : flow.waitSeconds() + group.p99();
        series.waitedSeconds[at] = Math.max(0, tick.insideSeconds - tick.slotSeconds);
    }

    private Estimate result() {
        var latencies = mix.summary();
        var any = latencies.count() > 0;
        return new Estimate(
                requests(),
                any ? latencies.response() : null,
                any ? latencies.waiting() : null,
                usage(),
                fleet(),
                decisions.stream()
                        .map(DecisionNote::finished)
                        .sorted(Comparator.comparingDouble(decision -> decision.atSeconds()))
                        .toList(),
                tickNanos / NANOS_PER_SECOND,
                series.byName());
    }

    /// Whole requests that add up.
    private RunResult.Requests requests() {
        var arrived = (long) Math.floor(totals.arrived + 1e-6);
        var rejected = Math.min(arrived, Math.round(totals.rejected));
        var failed = Math.min(arrived - rejected, Math.round(totals.failed));
        var inFlight = Math.min(arrived - rejected - failed, Math.round(flow.inside()));
        var left = arrived - rejected - failed - inFlight;
        var late = Math.max(0, mix.all() - totals.timely);
        var timedOut = Math.min(left, Math.round(totals.timedOut + late));
        var served = left - timedOut;
        var good = Math.min(served, Math.round(totals.good));
        return new RunResult.Requests(
                arrived, served, rejected, timedOut, failed, inFlight, good, Math.round(flow.delayed()), 0, 0, 0, 0);
    }

    private Usage usage() {
        var compute = compute();
        var stranded = compute.billedSeconds() == 0 ? 0 : compute.strandedSeconds() / compute.billedSeconds();
        var outs = decisions.stream().filter(DecisionNote::raises).count();
        var history = new FleetHistory(
                meanInstances(compute),
                pool.launches(),
                outs,
                decisions.size() - outs,
                book.breachEpisodes(),
                book.breachDays(),
                stranded);
        return new Usage(
                horizon / NANOS_PER_SECOND,
                List.of(compute.withSurplus(
                        credits.map(PoolCredits::surplusVcpuHours).orElse(0.0))),
                book.loadBalancer(),
                new Traffic(totals.arrived, totals.requestBytes, totals.responseBytes, book.queueRequests()),
                history);
    }

    private ComputeUsage compute() {
        var idleNanos = book.idleUnitSeconds() * NANOS_PER_SECOND;
        if (pool.instances().isPresent() && plan.rented() instanceof Rented.OnInstances on) {
            var instances = pool.instances().get();
            var idle = idleNanos / on.tasksPerInstance() + instances.empty().areaNanos(horizon);
            return instances.meter().usage(idle, instances.stranded().areaNanos(horizon));
        }
        return pool.rented().orElseThrow().usage(idleNanos, 0);
    }

    private double meanInstances(ComputeUsage compute) {
        return compute.capacity() instanceof Capacity.Instances
                ? compute.billedSeconds() * NANOS_PER_SECOND / horizon
                : 0;
    }

    private RunResult.FleetSummary fleet() {
        var tasks = plan.unit().tasks();
        var inService = pool.inService();
        var instances = meanInstances(compute());
        var peak = pool.instances()
                .map(cluster -> cluster.running().most())
                .orElse(instances > 0 ? pool.existing().most() : 0);
        return new RunResult.FleetSummary(
                tasks * inService.mean(horizon),
                (int) (tasks * inService.most()),
                (int) (tasks * inService.least()),
                instances,
                peak.intValue(),
                pool.coldStarts(),
                pool.meanColdSeconds(),
                0,
                0,
                0);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
