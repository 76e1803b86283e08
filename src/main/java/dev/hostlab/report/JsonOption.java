package dev.hostlab.report;

import dev.hostlab.comparison.Delivery;
import dev.hostlab.comparison.DepthError;
import dev.hostlab.comparison.ErrorCauses;
import dev.hostlab.comparison.LatencySummary;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.QueueUse;
import dev.hostlab.cost.LineItem;
import dev.hostlab.engine.RunResult;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.Fulfilment;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.units.Usd;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/// One option in the JSON of a comparison.
final class JsonOption {

    private static final double NANOSECONDS = 1e9;

    private final JsonOut out;
    private final Instant start;
    private final Detail detail;

    JsonOption(JsonOut out, Instant start, Detail detail) {
        this.out = out;
        this.start = start;
        this.detail = detail;
    }

    void write(Outcome outcome) {
        out.field("id", outcome.option().id()).object("cost", () -> cost(outcome));
        latency("latency", outcome.response());
        latency("wait", outcome.waiting());
        out.object("requests", () -> requests(outcome))
                .object(
                        "slo",
                        () -> out.field("targetSeconds", outcome.slo().targetSeconds())
                                .field("attainment", outcome.slo().attainment().mean())
                                .halfWidth(
                                        "attainmentHalfWidth95", outcome.slo().attainment()))
                .object("capacity", () -> capacity(outcome))
                .object(
                        "coldStarts",
                        () -> out.field("count", outcome.coldStarts().count())
                                .field("meanSeconds", outcome.coldStarts().meanSeconds())
                                .field("requestsDelayed", outcome.coldStarts().requestsDelayed()))
                .objects("decisions", outcome.decisions(), this::decision)
                .object("effort", () -> effort(outcome))
                .field("totalMonthlyUsd", Totals.shown(outcome))
                .halfWidth("totalHalfWidth95", outcome.totalMonthly());
        outcome.delivery().ifPresent(delivery -> out.object("delivery", () -> delivery(delivery)));
        outcome.queue().ifPresent(queue -> out.object("queue", () -> queue(queue)));
        outcome.limits().ifPresent(limits -> out.object("limits", () -> new JsonLimits(out, detail).limits(limits)));
        tokens(outcome);
        events(outcome);
        if (detail == Detail.TIMELINE) {
            out.object("timeline", () -> timeline(outcome));
        }
    }

    /// Nothing where requests have no tokens, or answers are not streamed.
    private void tokens(Outcome outcome) {
        outcome.tokenRates().ifPresent(rates -> out.object("tokens", () -> new JsonLimits(out, detail).tokens(rates)));
        if (outcome.firstToken().isPresent()) {
            latency("firstToken", outcome.firstToken());
        }
    }

    /// Nothing where nothing happened.
    private void events(Outcome outcome) {
        if (!outcome.events().isEmpty()) {
            out.objects("events", outcome.events(), event -> new JsonEvent(out, start).write(event));
        }
    }

    private void cost(Outcome outcome) {
        var cost = outcome.cost();
        var shown = cost.monthly().shownInCents();
        var lines = cost.monthly().lines();
        out.field("periodUsd", cost.period().total())
                .field("monthlyUsd", Totals.bill(outcome))
                .halfWidth("monthlyHalfWidth95", outcome.monthlyBill())
                .field("incomplete", cost.monthly().incomplete())
                .objects(
                        "items",
                        IntStream.range(0, lines.size()).boxed().toList(),
                        i -> item(lines.get(i), shown.get(i)))
                .field("idleUsd", cost.idle())
                .field("strandedUsd", cost.stranded())
                .field("drainingUsd", cost.draining());
    }

    private void item(LineItem line, Usd shown) {
        out.field("item", line.item())
                .field("quantity", line.quantity().doubleValue())
                .field("unit", line.unit());
        line.rate().ifPresentOrElse(rate -> out.field("rateUsd", rate.doubleValue()), () -> out.nothing("rateUsd"));
        out.field("usd", shown).field("source", line.source());
    }

    private void latency(String name, Optional<LatencySummary> summary) {
        if (summary.isEmpty()) {
            out.nothing(name + "Seconds").nothing(name + "HalfWidth95");
            return;
        }
        var latency = summary.get();
        out.object(
                name + "Seconds",
                () -> out.field("mean", latency.mean().mean())
                        .field("p50", latency.p50().mean())
                        .field("p90", latency.p90().mean())
                        .field("p95", latency.p95().mean())
                        .field("p99", latency.p99().mean())
                        .field("max", latency.max().mean()));
        out.object(
                name + "HalfWidth95",
                () -> out.halfWidth("mean", latency.mean())
                        .halfWidth("p50", latency.p50())
                        .halfWidth("p90", latency.p90())
                        .halfWidth("p95", latency.p95())
                        .halfWidth("p99", latency.p99())
                        .halfWidth("max", latency.max()));
    }

    private void requests(Outcome outcome) {
        var requests = outcome.requests();
        out.field("arrived", requests.arrived())
                .field("served", requests.served())
                .field("rejected", requests.rejected())
                .field("timedOut", requests.timedOut())
                .field("failed", requests.failed())
                .field("inFlight", requests.inFlight())
                .field("retries", requests.retries())
                .field("attempts", requests.arrived() + requests.repeats().retries())
                .field("retriesWithheld", requests.repeats().withheld())
                .field("abandonedSeconds", requests.repeats().abandonedSeconds())
                .object("causes", () -> causes(requests.causes()));
    }

    /// The first two and the last add up to those rejected, the next two to those timed out, the
    /// five after to those failed.
    private void causes(ErrorCauses causes) {
        out.field("queueFull", causes.queueFull())
                .field("noTarget503", causes.noTarget())
                .field("clientLeft460", causes.clientLeft())
                .field("idleTimeout504", causes.idleTimeout())
                .field("lostInDrain502", causes.lostInDrain())
                .field("crashed502", causes.crashed())
                .field("keepAlive502", causes.keepAlive())
                .field("deadLettered", causes.deadLettered())
                .field("expired", causes.expired())
                .field("limited429", causes.limited());
    }

    private void capacity(Outcome outcome) {
        var capacity = outcome.capacity();
        out.field("unit", capacity.unit())
                .field("meanTasks", capacity.meanTasks())
                .field("peakTasks", capacity.peakTasks())
                .field("minTasks", capacity.minTasks())
                .field("meanInstances", capacity.meanInstances())
                .field("peakInstances", capacity.peakInstances())
                .field("offeredLoad", capacity.offeredLoad())
                .field("unstable", capacity.isUnstable())
                .field("crashes", capacity.crashes())
                .field("launchesHeld", capacity.launchesHeld())
                .field("meanTasksHeld", capacity.meanTasksHeld());
    }

    private void delivery(Delivery delivery) {
        out.field("evaluationsPerMonth", delivery.evaluations())
                .field("failedPerMonth", delivery.failed())
                .field("tokensPerMonth", delivery.tokens())
                .field("tokensUsdPerMonth", delivery.tokensUsd())
                .field("hoursPerMonth", delivery.hours())
                .field("rolloutMinutes", delivery.rolloutMinutes())
                .field("leadMinutes", delivery.leadMinutes());
    }

    private void queue(QueueUse queue) {
        out.field("startMessages", queue.startMessages())
                .field("ageTargetSeconds", queue.ageTargetSeconds())
                .field("oldestSeconds", queue.oldestSeconds().mean())
                .halfWidth("oldestHalfWidth95", queue.oldestSeconds())
                .field("withinTarget", queue.withinTarget().mean())
                .halfWidth("withinTargetHalfWidth95", queue.withinTarget());
        queue.deliveries().ifPresent(deliveries -> out.object("deliveries", () -> deliveries(deliveries)));
        queue.depth().ifPresent(depth -> out.object("observed", () -> depth(depth)));
    }

    private void deliveries(RunResult.Deliveries deliveries) {
        out.field("receives", deliveries.receives())
                .field("redeliveries", deliveries.redeliveries())
                .field("failedAttempts", deliveries.failed())
                .field("lostAttempts", deliveries.lost())
                .field("attemptsInVain", deliveries.inVain())
                .field("wastedSeconds", deliveries.wastedSeconds())
                .field("deadLettered", deliveries.deadLettered())
                .field("expired", deliveries.expired())
                .field("apiCalls", deliveries.calls());
    }

    private void depth(DepthError depth) {
        out.field("depthAt", depth.reading().id())
                .field("peak", depth.peak())
                .field("meanErrorShare", depth.meanShare())
                .field("maxErrorShare", depth.maxShare())
                .field("depths", depth.depths());
    }

    private void decision(ScalingDecision decision) {
        out.field("at", at(start, decision.atSeconds()).toString())
                .field("layer", decision.layer())
                .field("from", decision.from())
                .field("to", decision.to())
                .field("metric", decision.metric())
                .field("value", decision.value())
                .field("reason", decision.reason())
                .object(
                        "clocks",
                        () -> clocks(decision.clocks(), decision.fulfilment().billedSeconds()))
                .object("fulfilment", () -> fulfilment(decision.fulfilment()));
    }

    private void fulfilment(Fulfilment how) {
        out.field("units", how.units())
                .field("firstSeconds", how.firstSeconds())
                .field("lastSeconds", how.lastSeconds())
                .objects(
                        "steps",
                        how.steps(),
                        step -> out.field("what", step.what()).field("seconds", step.seconds()));
    }

    /// The seven clocks one after another, and the eighth, which runs beside them.
    private void clocks(Clocks clocks, double billedSeconds) {
        out.field("metricPeriod", clocks.metricPeriod())
                .field("publish", clocks.publish())
                .field("evaluation", clocks.evaluation())
                .field("decision", clocks.decision())
                .field("request", clocks.request())
                .field("start", clocks.start())
                .field("registration", clocks.registration())
                .field("billing", billedSeconds);
    }

    private void effort(Outcome outcome) {
        var effort = outcome.effort();
        out.field("hoursPerMonth", effort.hoursPerMonth())
                .halfWidth("hoursHalfWidth95", outcome.effortHours())
                .field("assumptionLow", effort.lowHours())
                .field("assumptionHigh", effort.highHours())
                .field("usdPerMonth", Totals.people(outcome))
                .objects(
                        "chores",
                        effort.chores(),
                        chore -> out.field("chore", chore.chore())
                                .field("count", chore.count())
                                .field("minutes", chore.minutes())
                                .field("hours", chore.hours())
                                .field("source", chore.source()));
    }

    private void timeline(Outcome outcome) {
        var timeline = outcome.timeline();
        out.field("binSeconds", timeline.binSeconds())
                .object(
                        "series",
                        () -> timeline.series().forEach(series -> out.numbers(series.name(), series.values())));
    }

    /// The instant of a simulated time.
    static Instant at(Instant start, double seconds) {
        return start.plusNanos(Math.round(seconds * NANOSECONDS));
    }
}
