package dev.hostlab.comparison;

import dev.hostlab.hosting.EventCalendar;
import dev.hostlab.units.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the reader should know of the events of exact runs: those that the run was too short for, that none fell into
/// it, and what they do to a month's hours.
///
/// @param calendar of events, the same for every option
/// @param hours    how long a run is, above 0
/// @param outcomes of the options
record EventNotices(EventCalendar calendar, double hours, List<Outcome> outcomes) {

    private static final double HOURS_PER_MONTH = 730;
    private static final double SECONDS_PER_HOUR = 3_600;

    List<String> notices() {
        var notices = new ArrayList<String>();
        var late = late();
        if (!late.isEmpty()) {
            notices.add("The run ends after " + span() + ", so what was asked for later was left out: "
                    + String.join(", ", late) + ".");
        }
        var happened = outcomes.stream().anyMatch(outcome -> !outcome.events().isEmpty());
        if (!happened && calendar.entries().stream().anyMatch(entry -> entry.perMonth() > 0)) {
            notices.add("Events are drawn (events.play all), but none fell into the " + span()
                    + " of the first replication, which is the one that is shown.");
        }
        late(notices);
        if (happened && hours < HOURS_PER_MONTH) {
            notices.add("Bill and pages of " + span()
                    + " are scaled to a month with the events in them, as if they came again as often.");
        }
        return notices;
    }

    /// Options that cannot try a version before it gets traffic say so.
    private void late(List<String> notices) {
        var late = outcomes.stream()
                .flatMap(outcome -> outcome.events().stream()
                        .map(EventCost::event)
                        .filter(event -> event.evaluated()
                                .filter(evaluated -> !evaluated.isBeforeTraffic())
                                .isPresent())
                        .map(event -> outcome.option().label() + " (" + event.how() + ")"))
                .distinct()
                .toList();
        if (!late.isEmpty()) {
            notices.add(
                    "No test traffic reaches a new version before everybody's does on "
                            + String.join(", ", late)
                            + ", so it was evaluated while it served. ECS can test it first with blue/green, linear or canary"
                            + " deployments and Beanstalk with a swap of environments; then nobody meets a version that fails.");
        }
    }

    private String span() {
        return Figures.span(Duration.ofSeconds(Math.round(hours * SECONDS_PER_HOUR)));
    }

    private List<String> late() {
        return calendar.entries().stream()
                .flatMap(entry -> entry.given().stream()
                        .filter(given -> given.hours() >= hours)
                        .map(given -> entry.kind().words() + " at hour " + Figures.number(given.hours())))
                .toList();
    }
}
