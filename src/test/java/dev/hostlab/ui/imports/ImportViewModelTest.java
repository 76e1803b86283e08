package dev.hostlab.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.trace.Choice;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.ui.common.QueuedThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of a large file the first rows are shown at once, and only all of it can be taken.
class ImportViewModelTest {

    private static final int ROWS = 400_000;

    private final QueuedThreads threads = new QueuedThreads();

    @TempDir
    private Path folder;

    @Test
    void firstRowsAreShownBeforeAllIsRead() throws IOException {
        var model = model(large("timestamp,value"));
        var shown = seen(model);
        model.look(reading -> {
            assertThat(model.wholeProperty().get()).isFalse();
            assertThat(model.busyProperty().get()).isTrue();
        });
        threads.drain();
        assertThat(shown).extracting(ImportViewModelTest::rows).containsExactly(ImportViewModel.FIRST_ROWS, (long)
                ROWS);
        assertThat(model.wholeProperty().get()).isTrue();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.progressProperty().get()).isBetween(0.5, 1.0);
    }

    @Test
    void ourOwnFilesAreHandedOverWhole() throws IOException {
        var model = model(large("timestamp,requests"));
        var handed = new ArrayList<Long>();
        model.look(reading -> handed.add(rows(reading)));
        threads.drain();
        assertThat(handed).containsExactly((long) ROWS);
    }

    @Test
    void aFileThatMustBeMappedFirstIsNotReadToItsEnd() throws IOException {
        var model = model(large("wann,wieviel"));
        var shown = seen(model);
        model.look(reading -> {});
        threads.drain();
        assertThat(shown)
                .singleElement()
                .satisfies(reading -> assertThat(reading.isAccepted()).isFalse());
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void onlyTheLastOfSeveralChangesIsShown() throws IOException {
        var model = model(large("timestamp,value"));
        model.look(reading -> {});
        threads.drain();
        var shown = seen(model);
        model.set(Choice.BIN, Optional.of("30"));
        model.set(Choice.BIN, Optional.of("60"));
        threads.drain();
        assertThat(shown).extracting(ImportViewModelTest::rows).containsExactly(ImportViewModel.FIRST_ROWS, (long)
                ROWS);
        model.set(Choice.BIN, Optional.of("30"));
        model.stop();
        threads.drain();
        assertThat(shown).hasSize(2);
    }

    private List<TraceReading> seen(ImportViewModel model) {
        var seen = new ArrayList<TraceReading>();
        model.readingProperty().addListener((property, before, now) -> now.ifPresent(seen::add));
        return seen;
    }

    private ImportViewModel model(Path file) {
        return new ImportViewModel(file, threads.threads(), new SavedMappings(folder.resolve("mappings")));
    }

    private static long rows(TraceReading reading) {
        return ((TraceReading.Accepted) reading).summary().rows();
    }

    private Path large(String header) throws IOException {
        var file = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(header + "\n");
            var start = Instant.parse("2026-03-01T00:00:00Z");
            for (var row = 0; row < ROWS; row++) {
                out.write(start.plusSeconds(60L * row) + "," + row % 7 + "\n");
            }
        }
        assertThat(Files.size(file)).isGreaterThan(ImportViewModel.LARGE);
        return file;
    }
}
