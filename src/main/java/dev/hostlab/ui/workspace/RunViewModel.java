package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparer;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.SimulatedRuns;
import dev.hostlab.comparison.Watcher;
import dev.hostlab.engine.RunCancelledException;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.units.Figures;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A simulation in the background: how far it is, how long it will take, and a way to end it.
final class RunViewModel {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double WORTH_A_FORECAST = 0.02;
    private static final double LONG_WAIT = 120;
    private static final double SECONDS_PER_MINUTE = 60;

    private final Threads threads;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private AtomicBoolean cancelled = new AtomicBoolean();

    RunViewModel(Threads threads) {
        this.threads = threads;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    boolean isRunning() {
        return running.get();
    }

    /// 0 to 1.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// How far it is, in words.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Why the last run gave no result; empty if it did, or while none was made.
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Simulates a request; a run under way is given up.
    ///
    /// @param made takes the runs on the screen's thread: those of the options that are done,
    /// whenever one more is, and
    ///             at last those of all
    void start(ComparisonRequest request, Consumer<WeighedRuns> made) {
        cancel();
        cancelled = new AtomicBoolean();
        running.set(true);
        progress.set(0);
        failure.set("");
        message.set("Simulating…");
        var own = cancelled;
        threads.background().execute(() -> simulate(request, made, own));
    }

    /// Ends the run; the last result stays.
    void cancel() {
        if (isRunning()) {
            cancelled.set(true);
            running.set(false);
            message.set("Cancelled.");
        }
    }

    private void simulate(ComparisonRequest request, Consumer<WeighedRuns> made, AtomicBoolean end) {
        try {
            var runs = new Comparer(request).simulate(Threads.forCalculating(), new Progress(request, end, made));
            var weighed = WeighedRuns.of(runs, request);
            finish(end, () -> made.accept(weighed));
        } catch (RunCancelledException given) {
            finish(end, () -> message.set("Cancelled."));
        } catch (RuntimeException | OutOfMemoryError broken) {
            finish(end, () -> failure.set(reason(broken)));
        }
    }

    private static String reason(Throwable broken) {
        return broken instanceof OutOfMemoryError
                ? "The memory did not suffice. Play fewer hours or start with HOSTLAB_JAVA_OPTS=-Xmx4g."
                : "This is a defect in Hostlab, please report it: " + broken;
    }

    private void finish(AtomicBoolean end, Runnable work) {
        threads.screen().execute(() -> {
            if (!end.get()) {
                try {
                    work.run();
                } finally {
                    message.set("");
                    running.set(false);
                }
            }
        });
    }

    /// Passes progress on, no faster than the screen takes it.
    private final class Progress implements Watcher {

        private final AtomicBoolean end;
        private final AtomicBoolean waiting = new AtomicBoolean();
        private final long began = System.nanoTime();

        private final ComparisonRequest request;
        private final Consumer<WeighedRuns> made;

        Progress(ComparisonRequest request, AtomicBoolean end, Consumer<WeighedRuns> made) {
            this.request = request;
            this.end = end;
            this.made = made;
        }

        @Override
        public void finished(SimulatedRuns soFar) {
            var weighed = WeighedRuns.of(soFar, request);
            threads.screen().execute(() -> {
                if (!end.get()) {
                    made.accept(weighed);
                }
            });
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
            if (!end.get() && running.get()) {
                progress.set(share);
                message.set(words(share));
            }
        }

        private String words(double share) {
            var done = "Simulating: " + Figures.share(share);
            if (share < WORTH_A_FORECAST) {
                return done;
            }
            return done + ", about " + roughly(secondsSoFar() / share - secondsSoFar()) + " left";
        }

        /// A forecast earns no digits: seconds up to two minutes, then whole minutes.
        private static String roughly(double seconds) {
            return seconds < LONG_WAIT
                    ? (int) Math.max(1, Math.ceil(seconds)) + " s"
                    : (int) Math.rint(seconds / SECONDS_PER_MINUTE) + " min";
        }

        @Override
        public double secondsSoFar() {
            return (System.nanoTime() - began) / NANOS_PER_SECOND;
        }
    }
}
