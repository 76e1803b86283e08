package dev.hostlab.comparison;

import dev.hostlab.engine.QueueResult;
import dev.hostlab.engine.QueueSimulation;
import dev.hostlab.engine.RunMonitor;
import dev.hostlab.theory.Figure;
import dev.hostlab.theory.QueueModel;
import dev.hostlab.theory.Theory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Plays a plain queue through the engine and puts its figures beside what theory says.
///
/// Intervals are Student's t over replications. A single run is cut into consecutive batches whose means take
/// their place (batch means: Law, "Simulation Modeling and Analysis", 5th ed. 2015, section 9.5.3).
///
/// @param model the queue
/// @param plan  how long and how often
public record QueueStudy(QueueModel model, Plan plan) {

    private static final int BATCHES = 20;

    /// How much to simulate.
    ///
    /// @param warmUp       requests to leave out of each replication
    /// @param requests     requests to count in each replication
    /// @param replications at least 1
    /// @param precision    where this relative half-width of mean wait and response is not
    /// reached, as many replications
    ///                     again are added; infinite for not asking
    /// @param seed         of all randomness
    public record Plan(long warmUp, long requests, int replications, Precision precision, long seed) {}

    /// A wanted relative half-width.
    ///
    /// @param relativeHalfWidth above 0; infinite for any
    /// @param mostReplications  where to give up
    public record Precision(double relativeHalfWidth, int mostReplications) {

        /// Whatever comes out.
        public static final Precision ANY = new Precision(Double.POSITIVE_INFINITY, 0);
    }

    /// Runs it, unless it is unstable.
    ///
    /// @param threads at least 1; the result does not depend on it
    /// @throws dev.hostlab.engine.RunCancelledException if the watcher ends it
    public QueueReport run(int threads, Watcher watcher) {
        if (model.isUnstable()) {
            return QueueReport.unstable(this);
        }
        var runs = new ArrayList<Timed>();
        do {
            runs.addAll(round(runs.size(), threads, watcher));
        } while (isTooWide(runs)
                && runs.size() + plan.replications() <= plan.precision().mostReplications());
        return report(runs, watcher.secondsSoFar());
    }

    private record Timed(QueueResult result, double seconds) {}

    private List<Timed> round(int first, int threads, Watcher watcher) {
        var isScheduled = model.load() instanceof QueueModel.Load.Scheduled;
        var windows = plan.replications() == 1 && !isScheduled ? BATCHES : 1;
        var length = new QueueSimulation.Length(plan.warmUp(), plan.requests(), windows);
        var jobs = new ArrayList<Function<RunMonitor, Timed>>();
        for (var number = first; number < first + plan.replications(); number++) {
            var replication = number;
            jobs.add(monitor -> {
                var began = watcher.processorSeconds();
                var result = new QueueSimulation(model, length, plan.seed(), replication, monitor).run();
                return new Timed(result, watcher.processorSeconds() - began);
            });
        }
        return new Replications(threads, watcher).run(jobs, done -> {});
    }

    private boolean isTooWide(List<Timed> runs) {
        var figures = figures(runs);
        for (var figure : List.of(Figure.WQ, Figure.W)) {
            var sampled = figures.get(figure);
            if (sampled != null
                    && sampled.halfWidth95() > plan.precision().relativeHalfWidth() * Math.abs(sampled.mean())) {
                return true;
            }
        }
        return false;
    }

    private QueueReport report(List<Timed> runs, double wallSeconds) {
        var requests = runs.stream().mapToLong(run -> run.result().requests()).sum();
        var played = runs.stream().mapToLong(run -> run.result().played()).sum();
        var seconds = runs.stream().mapToDouble(Timed::seconds).sum();
        var speed = new QueueReport.Speed(requests, seconds > 0 ? played / seconds : 0, wallSeconds);
        return new QueueReport(this, figures(runs), Theory.answers(model), rows(runs), runs.size(), speed);
    }

    private static Map<Figure, Sampled> figures(List<Timed> runs) {
        var figures = new EnumMap<Figure, Sampled>(Figure.class);
        var single = runs.size() == 1;
        var parts = single
                ? runs.getFirst().result().windows()
                : runs.stream().map(run -> run.result().overall()).toList();
        for (var figure : Figure.values()) {
            var values = parts.stream()
                    .filter(part -> part.containsKey(figure))
                    .mapToDouble(part -> part.get(figure))
                    .toArray();
            if (values.length > 0) {
                var over = Sampled.of(values);
                var whole = runs.getFirst().result().overall().get(figure);
                figures.put(
                        figure,
                        single && whole != null ? new Sampled(whole, over.halfWidth95(), over.replications()) : over);
            }
        }
        return figures;
    }

    private List<QueueReport.Row> rows(List<Timed> runs) {
        var rows = new ArrayList<QueueReport.Row>();
        if (model.load() instanceof QueueModel.Load.Scheduled scheduled) {
            for (var index = 0; index < scheduled.rows().size(); index++) {
                var number = index;
                var states = runs.stream()
                        .map(run -> run.result().rows().get(number))
                        .toList();
                rows.add(QueueReport.Row.of(scheduled.rows().get(index), states));
            }
        }
        return rows;
    }
}
