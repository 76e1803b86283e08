package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparer;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.MetricTrial;
import dev.hostlab.comparison.Watcher;
import dev.hostlab.engine.RunCancelledException;
import dev.hostlab.files.ComparisonInput;
import dev.hostlab.files.MetricChoice;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.units.Figures;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The options played again, once with each of several scaling metrics, in the background.
final class TrialsViewModel {

    private final Threads threads;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<MetricTrial>> trials = new ReadOnlyObjectWrapper<>(List.of());
    private AtomicBoolean cancelled = new AtomicBoolean();
    private int of;

    /// What is played with one metric.
    ///
    /// @param resolving what was wrong with the settings
    private record Trial(String metric, ComparisonRequest request, List<Issue> resolving) {

        List<Issue> issues() {
            return resolving.isEmpty() ? request.issues() : resolving;
        }
    }

    /// @param result other runs in it end these, whose figures would not belong beside theirs
    TrialsViewModel(Threads threads, ResultViewModel result) {
        this.threads = threads;
        result.comparisonProperty().addListener((property, before, now) -> {
            if (result.shownRuns() != of || now.isEmpty()) {
                of = result.shownRuns();
                forget();
            }
        });
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    boolean isRunning() {
        return running.get();
    }

    /// 0 to 1, over all metrics.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// How far it is, or why there is no result, in words.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// What came of the last trials, option by option; empty while there are none.
    ReadOnlyObjectProperty<List<MetricTrial>> trialsProperty() {
        return trials.getReadOnlyProperty();
    }

    List<MetricTrial> trials() {
        return trials.get();
    }

    /// Plays them one after the other; trials under way are given up.
    private void start(List<Trial> asked) {
        cancel();
        cancelled = new AtomicBoolean();
        running.set(true);
        progress.set(0);
        message.set("");
        var own = cancelled;
        threads.background().execute(() -> play(asked, own));
    }

    /// Plays what the form says with each of some metrics, unless one of them cannot be.
    void start(ComparisonInput input, List<String> metrics) {
        var asked = new ArrayList<Trial>();
        for (var metric : metrics) {
            var trial = trial(input, metric);
            var issues = trial.issues();
            if (!issues.isEmpty()) {
                message.set("Scaling on " + metric + " cannot be played: " + issues.getFirst());
                return;
            }
            asked.add(trial);
        }
        start(asked);
    }

    private static Trial trial(ComparisonInput input, String metric) {
        var options = OptionId.chosen(input.resolve().settings());
        var changed = input.scenario().settings().with(new MetricChoice(metric, options).changes());
        var own = new ComparisonInput(input.scenario().withSettings(changed.settings()), input.trace(), input.prices());
        var resolved = own.resolve();
        var issues = ComparisonInput.concerning(options, resolved.issues());
        return new Trial(metric, own.request(resolved, options, List.of()), issues);
    }

    /// Ends them; what an earlier comparison came to stays.
    void cancel() {
        if (isRunning()) {
            cancelled.set(true);
            running.set(false);
            message.set("Cancelled.");
        }
    }

    /// Forgets what belongs to other runs.
    void forget() {
        cancel();
        message.set("");
        trials.set(List.of());
    }

    private void play(List<Trial> asked, AtomicBoolean end) {
        var made = new ArrayList<MetricTrial>();
        try {
            for (var i = 0; i < asked.size(); i++) {
                var trial = asked.get(i);
                var tell = new Tell(end, trial.metric(), i, asked.size());
                new Comparer(trial.request())
                        .simulate(Threads.forCalculating(), tell)
                        .comparison()
                        .outcomes()
                        .forEach(outcome -> made.add(MetricTrial.of(
                                trial.metric(), outcome, trial.request().settings())));
            }
            made.sort(Comparator.comparing(trial -> trial.outcome().option()));
            finish(end, () -> trials.set(List.copyOf(made)), "");
        } catch (RunCancelledException given) {
            finish(end, () -> {}, "Cancelled.");
        } catch (RuntimeException | OutOfMemoryError broken) {
            finish(end, () -> {}, "The trials failed. This is a defect in Hostlab, please report it: " + broken);
        }
    }

    private void finish(AtomicBoolean end, Runnable work, String words) {
        threads.screen().execute(() -> {
            if (!end.get()) {
                message.set(words);
                running.set(false);
                work.run();
            }
        });
    }

    /// Passes progress on, no faster than the screen takes it.
    private final class Tell implements Watcher {

        private static final double NANOS_PER_SECOND = 1e9;

        private final AtomicBoolean end;
        private final String metric;
        private final int index;
        private final int count;
        private final AtomicBoolean waiting = new AtomicBoolean();
        private final long began = System.nanoTime();

        Tell(AtomicBoolean end, String metric, int index, int count) {
            this.end = end;
            this.metric = metric;
            this.index = index;
            this.count = count;
        }

        @Override
        public boolean goesOn(double share) {
            if (waiting.compareAndSet(false, true)) {
                threads.screen().execute(() -> show(share));
            }
            return !end.get();
        }

        private void show(double share) {
            waiting.set(false);
            if (!end.get() && isRunning()) {
                progress.set((index + share) / count);
                message.set("Scaling on " + metric + ", " + (index + 1) + " of " + count + ": " + Figures.share(share));
            }
        }

        @Override
        public double secondsSoFar() {
            return (System.nanoTime() - began) / NANOS_PER_SECOND;
        }
    }
}
