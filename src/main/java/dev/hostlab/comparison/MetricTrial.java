package dev.hostlab.comparison;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One option with one scaling metric, beside others after the same requests.
///
/// @param metric          the metric that scales it, such as `cpu` or `in-flight`
/// @param outcome         what it came to
/// @param inFlightPerSlot mean requests inside over the slots in service (replication 0): above 1 some always wait
/// @param cpuPercent      mean use of the vCPUs in service (replication 0)
public record MetricTrial(String metric, Outcome outcome, double inFlightPerSlot, double cpuPercent) {

    private static final double WORTH_SAYING = 0.01;
    private static final double PERCENT = 100;

    /// The trial that one outcome tells of.
    ///
    /// @param slots slots of one task
    public static MetricTrial of(String metric, Outcome outcome, int slots) {
        var timeline = outcome.timeline();
        var tasks = outcome.tasksInService();
        var inFlight = timeline.values("inFlight");
        var cpu = timeline.values("cpuPercent");
        var inside = 0.0;
        var room = 0.0;
        var busy = 0.0;
        var held = 0.0;
        for (var bin = 0; bin < tasks.length; bin++) {
            inside += inFlight[bin];
            room += tasks[bin] * slots;
            busy += cpu[bin] * tasks[bin];
            held += tasks[bin];
        }
        return new MetricTrial(metric, outcome, room == 0 ? 0 : inside / room, held == 0 ? 0 : busy / held);
    }

    /// What follows from trials of several metrics: for each option, in words.
    public static List<String> words(List<MetricTrial> trials) {
        var words = new ArrayList<String>();
        for (var option : OptionId.values()) {
            var own = trials.stream()
                    .filter(trial -> trial.outcome.option() == option)
                    .toList();
            for (var other = 1; other < own.size(); other++) {
                words.add(compared(own.getFirst(), own.get(other)));
            }
        }
        return words;
    }

    private static String compared(MetricTrial first, MetricTrial second) {
        var label = first.outcome.option().label() + ": ";
        if (first.outcome.setup().equals(second.outcome.setup())) {
            return label + "It cannot be told to scale on " + second.metric + "; it stays at " + first.outcome.setup()
                    + ".";
        }
        var firstHasLess = first.outcome.capacity().meanTasks()
                <= second.outcome.capacity().meanTasks();
        var less = firstHasLess ? first : second;
        var more = firstHasLess ? second : first;
        return label + less.told() + " " + more.told() + " " + less.against(more);
    }

    private String told() {
        return String.format(
                Locale.ROOT,
                "Scaling on %s held %s tasks in the mean (%s at most), their vCPUs %.0f %% used and %.2f requests in "
                        + "flight for each slot; %s of the requests were lost%s, for %s a month.",
                metric,
                Figures.number(outcome.capacity().meanTasks()),
                Figures.count(outcome.capacity().peakTasks()),
                cpuPercent,
                inFlightPerSlot,
                Figures.share(outcome.failedShare()),
                outcome.response()
                        .map(latency -> ", p95 " + Figures.seconds(latency.p95().mean()))
                        .orElse(""),
                Figures.usd(outcome.monthlyBill().mean()));
    }

    /// What the one with fewer tasks lacks.
    private String against(MetricTrial more) {
        var worse = outcome.failedShare() - more.outcome.failedShare() > WORTH_SAYING
                || more.outcome.slo().attainment().mean()
                                - outcome.slo().attainment().mean()
                        > WORTH_SAYING;
        var full = inFlightPerSlot > 1 && more.inFlightPerSlot < 1;
        if (!worse && !full) {
            return "The fewer tasks served as well.";
        }
        var why = metric.equals("cpu") && cpuPercent < PERCENT / 2
                ? "On cpu it under-scales: a request holds its slot while it waits upstream and uses no CPU then, so "
                        + "slots run out while the metric stays low and no alarm asks for more."
                : "On " + metric + " it under-scales.";
        return worse
                ? why
                : why
                        + " Here that makes no difference: the load comes in bursts that are over before a new task serves.";
    }
}
