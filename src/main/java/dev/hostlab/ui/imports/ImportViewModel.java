package dev.hostlab.ui.imports;

import dev.hostlab.trace.Choice;
import dev.hostlab.trace.GapPolicy;
import dev.hostlab.trace.ImportChoices;
import dev.hostlab.trace.ReadExtent;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TableSample;
import dev.hostlab.trace.TraceColumn;
import dev.hostlab.trace.TraceIssue;
import dev.hostlab.trace.TraceProblem;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.ui.common.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A file on its way in: how it is taken, what came of it, and what the user says instead. Every change reads it again.
///
/// Of a large file the first rows are shown at once. All of it is read once nothing has been changed for a moment and
/// the first rows can be read.
public final class ImportViewModel {

    /// Files above this are looked at first: 8 MiB, which take less than a second.
    static final long LARGE = 8L << 20;

    /// Rows of a large file that are shown at once.
    static final long FIRST_ROWS = 20_000;

    private static final long REST_MILLIS = 400;

    private final Threads threads;
    private final SavedMappings saved;
    private final Path file;
    private final ReadOnlyObjectWrapper<Optional<TraceReading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper whole = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper remembered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private ReadOptions options = ReadOptions.DEFAULT;
    private FutureTask<Void> under = new FutureTask<>(() -> {}, null);
    private int asked;

    /// @param file  the file
    /// @param saved mappings of files that came before
    public ImportViewModel(Path file, Threads threads, SavedMappings saved) {
        this.file = file;
        this.threads = threads;
        this.saved = saved;
    }

    /// The file that is looked at.
    public Path file() {
        return file;
    }

    /// What came of reading the file as it is taken now.
    ReadOnlyObjectProperty<Optional<TraceReading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Whether the reading is of all of the file rather than of its first rows.
    ReadOnlyBooleanProperty wholeProperty() {
        return whole.getReadOnlyProperty();
    }

    /// How much of a large file has been read, from 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Whether a mapping was saved for files of this shape and is not in use.
    ReadOnlyBooleanProperty rememberedProperty() {
        return remembered.getReadOnlyProperty();
    }

    /// What went wrong with the disk, or was done last.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// How the file is taken now.
    ReadOptions options() {
        return options;
    }

    /// Reads the file for the first time.
    ///
    /// @param then takes the reading on the screen's thread
    public void look(Consumer<TraceReading> then) {
        read(seen -> {
            suggest(seen);
            then.accept(seen);
        });
    }

    /// Whether there is nothing to ask: a file of our own layout that could be read.
    public static boolean isPlain(TraceReading reading) {
        return reading instanceof TraceReading.Accepted accepted
                && accepted.summary().format().isOwn();
    }

    /// Names that columns have in other programs are a first guess, where the file cannot be read without one.
    private void suggest(TraceReading seen) {
        var suggested = seen.sample().map(TableSample::suggestions).orElse(Map.of());
        if (!seen.isAccepted() && !suggested.isEmpty()) {
            take(options.withChoices(options.choices().withColumns(suggested)));
        }
    }

    /// Gives a column a role, or takes its role away.
    void setRole(String column, Optional<TraceColumn> role) {
        var columns = new EnumMap<TraceColumn, List<String>>(TraceColumn.class);
        columns.putAll(options.choices().columns());
        for (var known : List.copyOf(columns.keySet())) {
            var others = new ArrayList<>(columns.getOrDefault(known, List.of()));
            others.remove(column);
            if (others.isEmpty()) {
                columns.remove(known);
            } else {
                columns.put(known, others);
            }
        }
        role.ifPresent(wanted -> {
            var together = new ArrayList<String>();
            if (wanted != TraceColumn.TIMESTAMP) {
                together.addAll(columns.getOrDefault(wanted, List.of()));
            }
            together.add(column);
            columns.put(wanted, together);
        });
        take(options.withChoices(options.choices().withColumns(columns)));
    }

    /// Says something instead of having it inferred, or has it inferred again.
    void set(Choice choice, Optional<String> value) {
        var choices = options.choices();
        take(options.withChoices(
                value.map(said -> choices.with(choice, said)).orElseGet(() -> choices.without(choice))));
    }

    /// Names the zone of stamps without one; empty for UTC with a warning.
    void setZone(String zone) {
        var known = SavedMappings.zone(zone);
        message.set(known.isEmpty() && !zone.isBlank() ? "There is no zone named " + zone.strip() + "." : "");
        if (known.isPresent() || zone.isBlank()) {
            take(options.withZone(known.orElse(null)));
        }
    }

    void setGaps(GapPolicy gaps) {
        take(options.withGaps(gaps));
    }

    /// Keeps how this file is taken, for files with the same columns.
    void save() {
        reading.get().flatMap(TraceReading::sample).ifPresent(sample -> {
            saved.save(sample, options);
            message.set("Saved for files with these columns.");
        });
    }

    /// Takes the file as one of its shape was taken before.
    void recall() {
        reading.get().flatMap(TraceReading::sample).flatMap(saved::find).ifPresent(this::take);
    }

    /// Forgets everything said and infers it again.
    void reset() {
        take(ReadOptions.DEFAULT.withChoices(ImportChoices.NONE));
    }

    private void take(ReadOptions how) {
        if (!how.equals(options)) {
            options = how;
            read(none -> {});
        }
    }

    /// Only the answer to the last question counts; the reading for the one before is ended.
    private void read(Consumer<TraceReading> then) {
        var number = ++asked;
        var how = options;
        busy.set(true);
        progress.set(0);
        under.cancel(true);
        var question = new FutureTask<Void>(() -> answer(number, how, then), null);
        under = question;
        threads.background().execute(() -> {
            question.run();
            if (question.state() == Future.State.FAILED) {
                throw new IllegalStateException("Reading " + file + " failed", question.exceptionNow());
            }
        });
    }

    /// Ends what is under way; nothing more is shown.
    public void stop() {
        asked++;
        under.cancel(true);
    }

    private void answer(int number, ReadOptions how, Consumer<TraceReading> then) {
        try {
            var bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
            var first = bytes > LARGE ? Optional.of(first(how)) : Optional.<TraceReading>empty();
            var told = first.filter(seen -> !isPlain(seen)).isPresent();
            first.ifPresent(seen -> show(number, seen, false, told ? then : none -> {}));
            if (first.isPresent() && !first.get().isAccepted()) {
                return;
            }
            Thread.sleep(told ? REST_MILLIS : 0);
            var extent = ReadExtent.watched(read -> tell(number, (double) read / bytes));
            show(number, TraceReader.read(file, how, extent), true, told ? none -> {} : then);
        } catch (IOException failed) {
            show(number, unreadable(failed), true, then);
        } catch (InterruptedException changed) {
            Thread.currentThread().interrupt();
        }
    }

    private TraceReading first(ReadOptions how) throws IOException {
        return TraceReader.read(file, how, ReadExtent.first(FIRST_ROWS));
    }

    private void tell(int number, double share) {
        threads.screen().execute(() -> {
            if (number == asked) {
                progress.set(Math.min(1, share));
            }
        });
    }

    private void show(int number, TraceReading seen, boolean isWhole, Consumer<TraceReading> then) {
        threads.screen().execute(() -> {
            if (number == asked) {
                busy.set(!isWhole && seen.isAccepted());
                whole.set(isWhole);
                reading.set(Optional.of(seen));
                var known = seen.sample().flatMap(saved::find);
                remembered.set(known.filter(how -> !how.equals(options)).isPresent());
                then.accept(seen);
            }
        });
    }

    /// A disk that fails is told like anything else that is wrong with the file.
    private TraceReading unreadable(IOException failed) {
        var problem = "The file could not be read to its end: " + failed.getMessage() + ".";
        var issue = new TraceIssue(TraceProblem.TRUNCATED, 0, "", 1, problem);
        var name = String.valueOf(file.getFileName());
        return new TraceReading.Rejected(name, List.of(issue), 1, List.of(), TraceReading.Seen.NOTHING);
    }
}
