package dev.hostlab.report;

import dev.hostlab.comparison.MetricTrial;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Options that scale on one metric after the other, as a table.
final class TrialTable {

    private static final List<String> HEADS =
            List.of("Option", "scales on", "p95", "lost", "in SLO", "bill", "tasks", "most", "CPU", "per slot");
    private static final int[] WIDTHS = {18, 20, 8, 7, 8, 9, 7, 6, 6, 0};

    private TrialTable() {}

    /// A line of the table.
    ///
    /// @param inFlight requests in flight for each slot in service
    record Row(
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

    static List<Row> rows(List<MetricTrial> trials) {
        return trials.stream().map(TrialTable::row).toList();
    }

    private static Row row(MetricTrial trial) {
        var outcome = trial.outcome();
        return new Row(
                outcome.option().shortLabel(),
                trial.metric(),
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
        }
        return line.toString();
    }
}
