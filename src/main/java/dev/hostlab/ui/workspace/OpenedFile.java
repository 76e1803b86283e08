package dev.hostlab.ui.workspace;

import dev.hostlab.trace.ReadExtent;
import dev.hostlab.ui.common.Threads;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The file that is open: its name, how far it is while it is being read, and a way to give that up. Whoever opens
/// another one gives this one up.
public final class OpenedFile {

    private final Threads threads;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private String nameBefore = "";
    private Runnable end = () -> {};

    OpenedFile(Threads threads) {
        this.threads = threads;
    }

    /// How somebody who reads a file tells how far that is.
    @FunctionalInterface
    interface Watch {
        ReadExtent of(Path file);
    }

    /// The name of the file; empty where none is open.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// Its name without what says that it is a trace or a scenario.
    String stem() {
        return name.get().replaceFirst("(\\.scenario)?\\.[A-Za-z]+(\\.gz)?$", "");
    }

    /// Whether it is being read.
    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    boolean isReading() {
        return reading.get();
    }

    /// How much of it has been read, from 0 to 1.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// From now on the file has another name.
    void name(String other) {
        name.set(other);
    }

    /// Somebody begins to read a file.
    ///
    /// @param share of the file that has been read, 0 to 1
    /// @param stop  ends the reading; nothing comes of it then
    public void begin(Path file, ReadOnlyDoubleProperty share, Runnable stop) {
        end.run();
        end = stop;
        nameBefore = isReading() ? nameBefore : name.get();
        name.set(FileLoader.name(file));
        progress.bind(share);
        reading.set(true);
    }

    /// The file has been read.
    private void done() {
        end = () -> {};
        progress.unbind();
        progress.set(0);
        reading.set(false);
    }

    /// The file that is being read is somebody else's from now on; what was open before still is.
    public void handOver() {
        done();
        name.set(nameBefore);
    }

    /// Gives up the file that is being read, if one is; what was open before still is.
    public void giveUp() {
        if (isReading()) {
            end.run();
            handOver();
        }
    }

    /// Reads a file in the background.
    ///
    /// @param how  reads it, and others that it names
    /// @param then takes what came of it on the screen's thread, unless the reading was given up
    <T> void read(Path file, Function<Watch, T> how, Consumer<T> then) {
        var share = new ReadOnlyDoubleWrapper();
        var task = new FutureTask<>(() -> how.apply(each -> watched(each, share)));
        Runnable stop = () -> task.cancel(true);
        begin(file, share, stop);
        threads.background().execute(() -> {
            task.run();
            if (task.state() == Future.State.FAILED) {
                throw new IllegalStateException("Reading " + file + " failed", task.exceptionNow());
            }
            threads.screen().execute(() -> {
                if (stop.equals(end)) {
                    done();
                    then.accept(task.resultNow());
                }
            });
        });
    }

    private ReadExtent watched(Path file, ReadOnlyDoubleWrapper share) {
        var bytes = Math.max(1, file.toFile().length());
        return ReadExtent.watched(read ->
                threads.screen().execute(() -> share.set(Math.min(1, (double) read / bytes))));
    }
}
