package dev.hostlab.comparison;

import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.units.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Workers whose capacity swings between its ends: a backlog for each task is gone once enough tasks work, so target
/// tracking takes them all away, and a new backlog brings them back. The reader is told what holds it steady.
///
/// @param settings of the comparison
/// @param outcomes of its options (their timelines are those of replication 0)
record SwingNotices(Settings settings, List<Outcome> outcomes) {

    private static final int FEWEST = 4;
    /// Slower swings may be those of the load, such as night and day.
    private static final double LONGEST_SECONDS = 3 * 3_600;

    private static final double NEAR_AN_END = 0.25;
    private static final double DEVIATIONS = 3;

    List<String> notices() {
        return EcsParameters.EACH.stream()
                .filter(ecs -> settings.get(ecs.metric).equals("queue-backlog") && settings.get(ecs.scalingEnabled))
                .flatMap(ecs -> outcomes.stream()
                        .filter(outcome ->
                                ecs.metric.path().startsWith(outcome.option().id() + ".")))
                .flatMap(outcome -> notice(outcome).stream())
                .toList();
    }

    private Optional<String> notice(Outcome outcome) {
        var tasks = outcome.tasksInService();
        var swings = swings(tasks);
        var seconds = tasks.length * outcome.timeline().binSeconds();
        if (swings < FEWEST || seconds / swings > LONGEST_SECONDS) {
            return Optional.empty();
        }
        var words = outcome.option().label() + " swings between " + Figures.number(least(tasks)) + " and "
                + Figures.number(most(tasks)) + " tasks, " + swings
                + " times: the backlog is gone once enough tasks work, so"
                + " scaling takes them away until a new one stands. ";
        var enough = enough(outcome, seconds);
        return Optional.of(words
                + (enough > least(tasks)
                        ? "About " + enough + " tasks carry the usual load: capacity.min=" + enough
                                + " keeps them, or scale on in-flight."
                        : "Scaling on in-flight does not."));
    }

    private static double least(double... tasks) {
        return Arrays.stream(tasks).min().orElse(0);
    }

    private static double most(double... tasks) {
        return Arrays.stream(tasks).max().orElse(0);
    }

    /// How often capacity fell from near its most to near its least.
    private static int swings(double... tasks) {
        var least = least(tasks);
        var range = most(tasks) - least;
        if (range < Math.max(2, least)) {
            return 0;
        }
        var swings = 0;
        var high = false;
        for (var held : tasks) {
            if (held >= least + (1 - NEAR_AN_END) * range) {
                high = true;
            } else if (high && held <= least + NEAR_AN_END * range) {
                high = false;
                swings++;
            }
        }
        return swings;
    }

    /// Tasks whose slots hold the messages that are worked on at once: their mean (Little) and three standard
    /// deviations of a Poisson number (M/G/∞).
    private int enough(Outcome outcome, double seconds) {
        var hold = outcome.response().map(all -> all.mean().mean()).orElse(0.0)
                - outcome.waiting().map(all -> all.mean().mean()).orElse(0.0);
        var mean = outcome.requests().arrived() / seconds * hold;
        return (int) Math.ceil((mean + DEVIATIONS * Math.sqrt(mean)) / settings.get(ServiceParameters.CONCURRENCY));
    }
}
