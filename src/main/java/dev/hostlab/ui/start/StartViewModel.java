package dev.hostlab.ui.start;

import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.ui.common.LoadPicture;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.units.Figures;
import dev.hostlab.workload.Workload;
import dev.hostlab.workload.sample.SampleWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The start page: samples with a picture of their load, and the files opened lately.
public final class StartViewModel {

    private final Threads threads;
    private final RecentFiles recent;
    private final Path folder;
    private final Consumer<Path> chosen;

    /// A sample that is on disk.
    ///
    /// @param title what it is, in a word or two
    /// @param line  more, in half a sentence
    record Sample(Path file, String title, String line) {}

    /// What is seen of a sample once it has been read.
    ///
    /// @param words its size in words
    /// @param load  see [LoadPicture]
    @SuppressWarnings("ArrayRecordComponent")
    record Preview(String words, double[] load) {}

    /// @param folder where samples lie
    /// @param chosen takes the file that the user wants to see
    public StartViewModel(Threads threads, RecentFiles recent, Path folder, Consumer<Path> chosen) {
        this.threads = threads;
        this.recent = recent;
        this.folder = folder;
        this.chosen = chosen;
    }

    List<Sample> samples() {
        return Arrays.stream(SampleWorkload.values())
                .map(this::sample)
                .filter(sample -> Files.isRegularFile(sample.file()))
                .toList();
    }

    private Sample sample(SampleWorkload sample) {
        var words = sample.title();
        var colon = words.indexOf(':');
        var title = colon < 0 ? named(sample) : words.substring(0, colon);
        var line = colon < 0 ? words : capital(words.substring(colon + 1).strip());
        return new Sample(folder.resolve(sample.id() + ".csv"), title, line);
    }

    private static String named(SampleWorkload sample) {
        return capital(sample.id().replace('-', ' '));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    List<Path> recent() {
        return recent.list();
    }

    /// Reads a sample in the background.
    ///
    /// @param then takes the preview on the screen's thread; not called where there is nothing to show
    void preview(Sample sample, Consumer<Preview> then) {
        threads.background().execute(() -> {
            try {
                if (TraceReader.read(sample.file(), ReadOptions.DEFAULT) instanceof TraceReading.Accepted read) {
                    var preview = preview(read.workload());
                    threads.screen().execute(() -> then.accept(preview));
                }
            } catch (IOException unreadable) {
                // Opening the sample will say what is wrong with it.
                return;
            }
        });
    }

    private static Preview preview(Workload workload) {
        var words = Figures.count(Math.round(workload.arrivals().requests())) + " requests over "
                + Figures.span(Duration.between(workload.from(), workload.to()));
        return new Preview(words, LoadPicture.of(workload.arrivals()));
    }

    void choose(Path file) {
        chosen.accept(file);
    }
}
