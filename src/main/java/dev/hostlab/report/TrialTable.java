package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.MetricTrial;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Options that scale on one metric after the other, as a table.
public final class TrialTable {

    /// Titles that may be left out where room is short.
    public static final List<String> SPARE = List.of("In SLO", "Most");

    /// Titles of what [#figures] gives.
    public static final List<String> FIGURES =
            List.of("p95", "Lost", "In SLO", "Bill", "Tasks", "Most", "CPU", "Per slot");

    private static final List<String> HEADS =
            List.of("Option", "scales on", "p95", "lost", "in SLO", "bill", "tasks", "most", "CPU", "per slot");
    private static final int[] WIDTHS = {18, 20, 10, 8, 8, 9, 7, 6, 6, 0};

    private TrialTable() {}

    /// A metric to choose.
    ///
    /// @param usual whether it is one of those that are worth comparing first
    public record Choice(String id, String meaning, boolean usual) {}

    /// The metrics that are worth comparing for a workload: those that an ECS service can scale on.
    public static List<Choice> metrics(Comparison comparison) {
        var first = comparison.outcomes().getFirst();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("cpu", "CPU used, in % of the vCPUs in service", true));
        choices.add(new Choice(
                "in-flight",
                "Requests in flight, in % of the slots in service",
                first.queue().isEmpty()));
        choices.add(new Choice("requests-per-target", "Requests a minute for each task", false));
        choices.add(new Choice("memory", "Memory used, in %", false));
        if (first.queue().isPresent()) {
            choices.add(new Choice("queue-backlog", "Waiting messages for each task", true));
        }
        if (first.tokenRates().isPresent()) {
            choices.add(new Choice("tokens-per-minute", "Tokens a minute for each task", false));
        }
        return choices;
    }

    /// A trial's figures in words: p95, share lost, share in the objective, bill of a month, mean and most tasks,
    /// CPU used, requests in flight for each slot.
    public static List<String> figures(MetricTrial trial) {
        return row(trial).cells().subList(2, HEADS.size());
    }

    /// A line of the table.
    ///
    /// @param id       of the option
    /// @param inFlight requests in flight for each slot in service
    record Row(
            String id,
            String option,
            String metric,
            String p95,
            String lost,
            String attained,
            String bill,
            String tasks,
            String most,
            String cpu,
            String inFlight) {

        List<String> cells() {
            return List.of(option, metric, p95, lost, attained, bill, tasks, most, cpu, inFlight);
        }
    }

    /// The lines, those of one option together.
    static List<Row> rows(List<MetricTrial> trials) {
        return trials.stream()
                .sorted(Comparator.comparing(trial -> trial.outcome().option()))
                .map(TrialTable::row)
                .toList();
    }

    private static Row row(MetricTrial trial) {
        var outcome = trial.outcome();
        return new Row(
                outcome.option().id(),
                outcome.option().shortLabel(),
                trial.watched(),
                outcome.response()
                        .map(latency -> Figures.seconds(latency.p95().mean()))
                        .orElse(Figures.NONE),
                Figures.share(outcome.failedShare()),
                Figures.share(outcome.slo().attainment().mean()),
                Figures.usd(outcome.monthlyBill().mean()),
                Figures.number(outcome.capacity().meanTasks()),
                Figures.count(outcome.capacity().peakTasks()),
                String.format(Locale.ROOT, "%.0f %%", trial.cpuPercent()),
                String.format(Locale.ROOT, "%.2f", trial.inFlightPerSlot()));
    }

    /// The table with what follows from it, for a terminal; nothing where there are no trials.
    static List<String> lines(List<MetricTrial> trials) {
        if (trials.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Scaling metrics side by side");
        lines.add(line(HEADS));
        rows(trials).forEach(row -> lines.add(line(row.cells())));
        for (var words : MetricTrial.words(trials)) {
            lines.addAll(PlainText.wrap(words, TextGrid.WIDTH));
        }
        return lines;
    }

    private static String line(List<String> cells) {
        var line = new StringBuilder();
        for (var cell = 0; cell < cells.size(); cell++) {
            line.append(PlainText.padRight(cells.get(cell), WIDTHS[cell]));
            if (cells.get(cell).length() >= WIDTHS[cell] && cell < cells.size() - 1) {
                line.append(' ');
            }
        }
        return line.toString();
    }
}
