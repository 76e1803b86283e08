package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.EventCost;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.report.chart.TimeAxis;
import dev.hostlab.units.Figures;
import dev.hostlab.usage.FleetEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The events of a comparison as people read them, in order of time.
///
/// @param rows  one an event and option
/// @param marks one a moment at which something happened to any option
public record EventFacts(List<Row> rows, List<TimeAxis.Mark> marks) {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MINUTES_PER_HOUR = 60;

    /// One event of one option.
    ///
    /// @param seconds from the start of the run
    /// @param at      the same as a time of day
    /// @param id      of the option
    /// @param lost    capacity lost, in unit-minutes
    /// @param failed  requests not served
    /// @param evaluated tokens, price, work and lead time of its evaluation; empty where there was none
    public record Row(
            double seconds,
            String at,
            String id,
            String option,
            String what,
            String took,
            String outcome,
            String story,
            String lost,
            String failed,
            String dollars,
            String time,
            String evaluated) {}

    public EventFacts {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
    }

    public static EventFacts of(Comparison comparison) {
        var rows = new ArrayList<Row>();
        var marks = new LinkedHashMap<Double, String>();
        comparison.outcomes().stream()
                .flatMap(outcome -> outcome.events().stream().map(cost -> new Made(outcome, cost)))
                .sorted(Comparator.comparingDouble(made -> made.cost().event().beginSeconds()))
                .forEach(made -> {
                    var row = row(comparison.workload().from(), made.outcome(), made.cost());
                    rows.add(row);
                    mark(row, made.cost().event().kind(), marks);
                });
        return new EventFacts(
                rows,
                marks.entrySet().stream()
                        .map(entry -> new TimeAxis.Mark(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private record Made(Outcome outcome, EventCost cost) {}

    private static void mark(Row row, String kind, Map<Double, String> marks) {
        var words = row.option() + ": " + row.took() + ", " + row.outcome();
        marks.merge(row.seconds(), kind + "; " + words, (before, ignored) -> before + "; " + words);
    }

    /// How it went, and for what was evaluated the tokens, their price, the work and the lead time.
    private static String story(EventCost cost) {
        var event = cost.event();
        return event.story()
                + event.evaluated()
                        .map(evaluated -> "; " + evaluation(evaluated, cost))
                        .orElse("");
    }

    private static String evaluation(FleetEvent.Evaluated evaluated, EventCost cost) {
        var tokens = Figures.count(Math.round(evaluated.inputTokens() + evaluated.outputTokens())) + " tokens";
        var price = cost.evaluationUsd() > 0 ? ", " + Figures.usd(cost.evaluationUsd()) + " beside the bill" : "";
        var verdict = evaluated.passed()
                ? "passed; lead time " + Figures.seconds(cost.event().durationSeconds())
                : evaluated.failed()
                        ? "failed; " + Figures.count(evaluated.met()) + " requests met that version"
                        : "not over when the run ended";
        return "evaluated " + evaluated.where() + " for " + Figures.seconds(evaluated.seconds()) + " (" + tokens + price
                + ", " + Figures.number(cost.hours()) + " h of work in all): " + verdict;
    }

    private static Row row(Instant start, Outcome outcome, EventCost cost) {
        var event = cost.event();
        return new Row(
                event.beginSeconds(),
                Headline.minute(JsonOption.at(start, event.beginSeconds())),
                outcome.option().id(),
                outcome.option().shortLabel(),
                event.how().isEmpty() ? event.kind() : event.kind() + ", " + event.how(),
                Figures.seconds(event.durationSeconds()),
                event.outcome().words(),
                story(cost),
                Figures.number(event.lostUnitSeconds() / SECONDS_PER_MINUTE) + " "
                        + outcome.capacity().unit() + "-min",
                Figures.count(event.notServed()),
                Figures.usd(cost.usd()),
                Figures.number(cost.hours() * MINUTES_PER_HOUR) + " min",
                event.evaluated().map(evaluated -> evaluation(evaluated, cost)).orElse(""));
    }
}
