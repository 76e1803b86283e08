package dev.hostlab.report;

import dev.hostlab.comparison.EventCost;
import dev.hostlab.usage.FleetEvent;
import java.time.Instant;

/// One event in the JSON of a comparison.
///
/// @param start of the run
record JsonEvent(JsonOut out, Instant start) {

    private static final double SECONDS_PER_MINUTE = 60;

    void write(EventCost cost) {
        var event = cost.event();
        out.field("kind", event.kind())
                .field("how", event.how())
                .field("at", JsonOption.at(start, event.beginSeconds()).toString())
                .field("endsAt", JsonOption.at(start, event.endSeconds()).toString())
                .field("seconds", event.durationSeconds())
                .field("outcome", event.outcome().words())
                .field("story", event.story())
                .field("lostUnitMinutes", event.lostUnitSeconds() / SECONDS_PER_MINUTE)
                .field("leastUnits", event.leastUnits())
                .field("extraUnitMinutes", event.extraUnitSeconds() / SECONDS_PER_MINUTE)
                .field("requestsNotServed", event.notServed())
                .field("usd", cost.usd())
                .field("hours", cost.hours());
        event.evaluated().ifPresent(evaluated -> out.object("evaluation", () -> evaluation(evaluated, cost)));
    }

    private void evaluation(FleetEvent.Evaluated evaluated, EventCost cost) {
        out.field("where", evaluated.where())
                .field("verdict", evaluated.passed() ? "passed" : evaluated.failed() ? "failed" : "not over")
                .field("minutes", evaluated.seconds() / SECONDS_PER_MINUTE)
                .field("inputTokens", evaluated.inputTokens())
                .field("outputTokens", evaluated.outputTokens())
                .field("usd", cost.evaluationUsd())
                .field("requestsMet", evaluated.met());
        if (evaluated.passed()) {
            out.field("leadMinutes", cost.event().durationSeconds() / SECONDS_PER_MINUTE);
        } else {
            out.nothing("leadMinutes");
        }
    }
}
