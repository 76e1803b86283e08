package dev.hostlab.engine;

import dev.hostlab.scaling.Fulfilment.Step;
import java.util.ArrayList;
import java.util.List;

/// Counts starts that came into service and how long they took, and tells each decision what its first unit went
/// through.
final class ColdStartLog {

    private static final double NANOS_PER_SECOND = 1e9;

    private long count;
    private double nanos;

    /// A unit takes its first traffic now; the decision that asked for it learns its last clocks.
    void add(FleetUnit unit, long now) {
        count++;
        nanos += now - unit.askedAt;
        var cause = unit.cause;
        if (cause == null) {
            return;
        }
        if (cause.isOpen()) {
            cause.answeredBy(start(unit, now));
        }
        cause.count(seconds(unit.askedAt, now));
    }

    /// A unit that was taken out of service is gone; the decision learns for how long it was paid.
    void gone(FleetUnit unit, long now, double stopSeconds) {
        var cause = unit.leftBy;
        if (cause == null) {
            return;
        }
        if (cause.isOpen()) {
            var left = seconds(unit.drainingFrom, now);
            var steps = List.of(
                    new Step("finishes what it has", Math.max(0, left - stopSeconds)), new Step("stops", stopSeconds));
            cause.answeredBy(new DecisionDraft.Answer(0, 0, 0, steps, left));
        }
        cause.count(seconds(unit.drainingFrom, now));
    }

    private static DecisionDraft.Answer start(FleetUnit unit, long now) {
        var timing = unit.timing;
        var started = timing == null ? now : timing.started();
        return new DecisionDraft.Answer(
                seconds(unit.askedAt, unit.requestedAt),
                seconds(unit.requestedAt, started),
                seconds(started, now),
                steps(unit),
                billed(unit, now));
    }

    private static List<Step> steps(FleetUnit unit) {
        var steps = new ArrayList<Step>();
        add(steps, "waits for the account's vCPU quota", unit.askedAt, unit.allowedAt);
        add(steps, "waits for the " + unit.pacedBy, unit.allowedAt, unit.pacedAt);
        var instance = unit.instance;
        if (instance != null && instance.timing != null && instance.askedAt >= unit.pacedAt) {
            add(steps, "waits for the capacity provider to act", unit.pacedAt, instance.askedAt);
            instance.timing.steps().forEach(step -> steps.add(new Step("instance: " + step.what(), step.seconds())));
            add(steps, "waits for its turn on an instance", instance.timing.ready(), unit.requestedAt);
        } else {
            add(steps, "waits for room on an instance", unit.pacedAt, unit.requestedAt);
        }
        if (unit.timing != null) {
            steps.addAll(unit.timing.steps());
        }
        return steps;
    }

    private static void add(List<Step> steps, String what, long from, long to) {
        if (to > from) {
            steps.add(new Step(what, seconds(from, to)));
        }
    }

    /// A task on an instance that ran already costs nothing more while it starts.
    private static double billed(FleetUnit unit, long now) {
        var instance = unit.instance;
        if (instance == null) {
            return seconds(Math.min(unit.billedFrom, now), now);
        }
        return instance.askedAt >= unit.askedAt ? seconds(Math.min(instance.billedFrom, now), now) : 0;
    }

    private static double seconds(long from, long to) {
        return (to - from) / NANOS_PER_SECOND;
    }

    long count() {
        return count;
    }

    /// Mean time from decision to first traffic, 0 where nothing started.
    double meanSeconds() {
        return count == 0 ? 0 : nanos / count / NANOS_PER_SECOND;
    }
}
