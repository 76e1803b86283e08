package dev.hostlab.ui.study;

import dev.hostlab.comparison.Watcher;
import dev.hostlab.engine.RunCancelledException;
import dev.hostlab.files.StudyFiles;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.study.LeavingBeanstalk;
import dev.hostlab.study.StudyResult;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A study under way or done: reads its sample, simulates in the background, keeps what came of it.
public final class StudyViewModel {

    private final Threads threads;
    private final StudyFiles files;
    private final Scenario scenario;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<@Nullable StudyResult> result = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Issue> problems = FXCollections.observableArrayList();

    /// @param scenario the user's choices
    public StudyViewModel(Threads threads, StudyFiles files, Scenario scenario) {
        this.threads = threads;
        this.files = files;
        this.scenario = scenario;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// 0 to 1, of the run under way.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable StudyResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ObservableList<Issue> problems() {
        return problems;
    }

    void start() {
        running.set(true);
        threads.background().execute(this::work);
    }

    /// Ends it; what still comes of it is not heeded.
    void cancel() {
        ended.set(true);
        running.set(false);
    }

    private void work() {
        try {
            var reading = files.read(scenario);
            if (reading.requests().isEmpty()) {
                finish(() -> problems.setAll(reading.issues()));
                return;
            }
            var study = LeavingBeanstalk.run(reading.requests().get(), Threads.forCalculating(), new Tell());
            finish(() -> result.set(study));
        } catch (IOException unreadable) {
            var issue = new Issue(
                    files.samples().toString(),
                    "A file of the study cannot be read: " + unreadable.getMessage() + ".",
                    "Check that Hostlab's samples and price snapshots are where they were installed.");
            finish(() -> problems.setAll(List.of(issue)));
        } catch (RunCancelledException cancelled) {
            ended.set(true);
        }
    }

    private void finish(Runnable then) {
        threads.screen().execute(() -> {
            if (!ended.get()) {
                running.set(false);
                then.run();
            }
        });
    }

    /// Passes progress on to the screen.
    private final class Tell implements Watcher {

        private static final double STEP = 0.01;

        private final long started = System.nanoTime();
        private volatile double told;

        @Override
        public boolean goesOn(double share) {
            if (Math.abs(share - told) >= STEP) {
                told = share;
                threads.screen().execute(() -> progress.set(share));
            }
            return !ended.get();
        }

        @Override
        public double secondsSoFar() {
            return (System.nanoTime() - started) / 1e9;
        }
    }
}
