package dev.hostlab.comparison;

import dev.hostlab.hosting.BeanstalkMetric;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One option with one scaling metric, beside others after the same requests.
///
/// @param metric          the metric that was asked for, such as `cpu` or `in-flight`
/// @param watched         the metric that scales it: that one, or the nearest that the option can watch
/// @param outcome         what it came to
/// @param inFlightPerSlot mean requests inside over the slots in service (replication 0): above 1 some always wait
/// @param cpuPercent      mean use of the vCPUs in service (replication 0)
/// @param slots           of one task
public record MetricTrial(
        String metric, String watched, Outcome outcome, double inFlightPerSlot, double cpuPercent, int slots) {

    private static final double WORTH_SAYING = 0.01;
    private static final double PERCENT = 100;
    private static final double LONG_WAIT_SECONDS = 1;
    private static final double DEVIATIONS = 3;

    /// The trial that one outcome tells of.
    ///
    /// @param metric   the metric that was asked for
    /// @param settings those of the trial
    public static MetricTrial of(String metric, Outcome outcome, Settings settings) {
        var slots = settings.get(ServiceParameters.CONCURRENCY);
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
        return new MetricTrial(
                metric,
                watched(metric, outcome.option(), settings),
                outcome,
                room == 0 ? 0 : inside / room,
                held == 0 ? 0 : busy / held,
                slots);
    }

    private static String watched(String metric, OptionId option, Settings settings) {
        return option == OptionId.BEANSTALK
                        && ScalingMetric.of(metric)
                                == BeanstalkMetric.of(settings).wanted()
                ? BeanstalkMetric.of(settings).watched().id()
                : metric;
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
                watched.equals(metric)
                        ? metric
                        : watched + ", the nearest to " + metric + " that its trigger can watch,",
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
        if (!worse && outcome.lostToLimits()) {
            return "It makes no difference here: limits or budgets hold the requests back, not capacity.";
        }
        var full = inFlightPerSlot > 1 && more.inFlightPerSlot < 1;
        if (!worse && !full) {
            return more.waitedSeconds() <= LONG_WAIT_SECONDS
                    ? asGood(more)
                    : waitedSeconds() <= LONG_WAIT_SECONDS ? better(more) : more.tooLate();
        }
        var why = watched.equals("cpu") && cpuPercent < PERCENT / 2
                ? "On cpu it under-scales: a request holds its slot while it waits upstream and uses no CPU then, so "
                        + "slots run out while the metric stays low and no alarm asks for more."
                : "On " + watched + " it under-scales.";
        return worse
                ? why
                : why
                        + " Here that makes no difference: the load comes in bursts that are over before a new task serves."
                        + more.help();
    }

    private String better(MetricTrial more) {
        return "On " + watched + " the fewer tasks served better: with the others requests waited for slots (p95 "
                + Figures.seconds(more.waitedSeconds()) + ") each time that capacity had been taken away.";
    }

    private String asGood(MetricTrial more) {
        var alike = Figures.number(outcome.capacity().meanTasks())
                .equals(Figures.number(more.outcome.capacity().meanTasks()));
        return alike ? "Both served alike." : "The fewer tasks served as well.";
    }

    /// Where requests waited long with either metric.
    private String tooLate() {
        return "Neither metric helped: requests waited for slots (p95 " + Figures.seconds(waitedSeconds())
                + ") in bursts that were over before a task that it could have asked for would have served." + help();
    }

    private double waitedSeconds() {
        return outcome.waiting().map(wait -> wait.p95().mean()).orElse(0.0);
    }

    /// What would help where new tasks come too late: capacity that is there before. As many requests are inside
    /// at once as arrive in the time that one holds its slot (Little), and around that mean they vary as a
    /// Poisson number does where arrivals are random (M/G/∞), so three standard deviations more are hardly ever
    /// exceeded.
    private String help() {
        if (waitedSeconds() <= LONG_WAIT_SECONDS) {
            return "";
        }
        var atOnce = atOnce();
        var tasks = (int) Math.ceil(atOnce / slots);
        var held = outcome.capacity().minTasks();
        if (tasks <= held) {
            return "";
        }
        var words = " What would help is capacity that is there before a burst: in the busiest minute about "
                + Figures.count(Math.round(atOnce)) + " requests are inside at once, which takes " + tasks
                + " tasks of " + slots + " slots (capacity.min=" + tasks + ")";
        var wider = (int) Math.ceil(atOnce / Math.max(1, held));
        return words
                + (cpuPercent < PERCENT / 2
                        ? ", or more slots on each, since their vCPUs are nearly idle (service.concurrency=" + wider
                                + ")."
                        : ".");
    }

    private double atOnce() {
        var hold = outcome.response().map(all -> all.mean().mean()).orElse(0.0)
                - outcome.waiting().map(all -> all.mean().mean()).orElse(0.0);
        var most = 0.0;
        for (var arrived : outcome.timeline().values("arrived")) {
            most = Math.max(most, arrived);
        }
        var mean = most / outcome.timeline().binSeconds() * hold;
        return mean + DEVIATIONS * Math.sqrt(mean);
    }
}
