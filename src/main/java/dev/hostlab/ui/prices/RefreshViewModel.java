package dev.hostlab.ui.prices;

import dev.hostlab.pricing.refresh.Refresh;
import dev.hostlab.pricing.refresh.Refresh.Fetched;
import dev.hostlab.pricing.refresh.RefreshException;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.validation.Issue;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A refresh in the background: what it is doing, and a way to end it at once. It fetches and writes nothing.
final class RefreshViewModel {

    private final Threads threads;
    private final Desk desk;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private AtomicBoolean end = new AtomicBoolean();

    /// What comes of a refresh, on the screen's thread.
    ///
    /// @param fetched takes the new figures
    /// @param failed  takes everything that is wrong
    record Ending(Consumer<Fetched> fetched, Consumer<List<Issue>> failed) {}

    RefreshViewModel(Threads threads, Desk desk) {
        this.threads = threads;
        this.desk = desk;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// 0 to 1.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What is being done, in words.
    ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    void start(String region, String endpointRegion, Ending ending) {
        if (!running.get()) {
            var own = new AtomicBoolean();
            end = own;
            running.set(true);
            progress.set(0);
            step.set("Asking AWS…");
            threads.background().execute(() -> fetch(region, endpointRegion, ending, own));
        }
    }

    /// Ends it; what still comes of it is not heeded.
    void cancel() {
        if (running.get()) {
            end.set(true);
            running.set(false);
        }
    }

    private void fetch(String region, String endpointRegion, Ending ending, AtomicBoolean own) {
        try (var list = desk.lists().open(endpointRegion, desk.clock().instant(), () -> !own.get())) {
            var fetched = new Refresh(list, desk.store(), desk.today())
                    .fetch(region, (what, share) -> tell(what, share, own));
            finish(own, () -> ending.fetched().accept(fetched));
        } catch (RefreshException failed) {
            finish(own, () -> ending.failed().accept(failed.issues()));
        } catch (RuntimeException broken) {
            var issue = new Issue(
                    "AWS",
                    "The refresh broke off: " + broken.getMessage() + ".",
                    "Check the configuration of the AWS CLI (profile, region), then try again; nothing was changed.");
            finish(own, () -> ending.failed().accept(List.of(issue)));
        }
    }

    private boolean tell(String what, double share, AtomicBoolean own) {
        threads.screen().execute(() -> {
            if (!own.get() && running.get()) {
                progress.set(share);
                step.set("Asking AWS: " + what);
            }
        });
        return !own.get();
    }

    private void finish(AtomicBoolean own, Runnable work) {
        threads.screen().execute(() -> {
            if (!own.get()) {
                running.set(false);
                work.run();
            }
        });
    }
}
