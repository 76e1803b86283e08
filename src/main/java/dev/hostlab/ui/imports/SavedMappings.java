package dev.hostlab.ui.imports;

import dev.hostlab.trace.Choice;
import dev.hostlab.trace.GapPolicy;
import dev.hostlab.trace.ImportChoices;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TableSample;
import dev.hostlab.trace.TraceColumn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// How files were mapped, kept in the user's home folder by the names of their columns. Losing it loses nothing: if it
/// cannot be read or written, mappings last as long as the window.
public final class SavedMappings {

    private static final String BETWEEN = "\u001f";
    private static final String ZONE = "zone";
    private static final String GAPS = "gaps";

    private final Path store;
    private final Properties kept = new Properties();

    /// @param store the file; need not exist
    public SavedMappings(Path store) {
        this.store = store;
        if (Files.isRegularFile(store)) {
            try (InputStream in = Files.newInputStream(store)) {
                kept.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                kept.clear();
            }
        }
    }

    /// The mappings in the user's home folder.
    public static SavedMappings ofUser() {
        return new SavedMappings(Path.of(System.getProperty("user.home", ""), ".hostlab", "mappings"));
    }

    /// Keeps how a file of this shape is to be read.
    void save(TableSample sample, ReadOptions options) {
        for (var role : TraceColumn.values()) {
            var columns = options.choices().columns().getOrDefault(role, List.of());
            put(sample, role.header(), String.join(BETWEEN, columns));
        }
        for (var choice : Choice.values()) {
            put(sample, choice.id(), options.choices().values().getOrDefault(choice, ""));
        }
        put(sample, ZONE, options.namedZone().map(ZoneId::getId).orElse(""));
        put(sample, GAPS, options.gaps() == GapPolicy.ZERO ? "zero" : "");
        try {
            Files.createDirectories(store.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(store)) {
                kept.store(out, "Mappings of imported files, by the names of their columns");
            }
        } catch (IOException unwritable) {
            // The mapping lives on in memory; it is a convenience, and no reason to disturb anybody.
            return;
        }
    }

    /// How a file of this shape was read before.
    Optional<ReadOptions> find(TableSample sample) {
        Map<TraceColumn, List<String>> columns = new EnumMap<>(TraceColumn.class);
        for (var role : TraceColumn.values()) {
            get(sample, role.header()).ifPresent(names -> columns.put(role, Arrays.asList(names.split(BETWEEN, -1))));
        }
        Map<Choice, String> values = new EnumMap<>(Choice.class);
        for (var choice : Choice.values()) {
            get(sample, choice.id()).ifPresent(value -> values.put(choice, value));
        }
        var choices = new ImportChoices(columns, values);
        var zone = get(sample, ZONE).flatMap(SavedMappings::zone).orElse(null);
        var gaps = get(sample, GAPS).isPresent() ? GapPolicy.ZERO : GapPolicy.UNKNOWN;
        var found = ReadOptions.DEFAULT.withChoices(choices).withZone(zone).withGaps(gaps);
        return found.equals(ReadOptions.DEFAULT) || !choices.issues().isEmpty() ? Optional.empty() : Optional.of(found);
    }

    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private void put(TableSample sample, String what, String value) {
        var key = sample.shape() + BETWEEN + what;
        if (value.isEmpty()) {
            kept.remove(key);
        } else {
            kept.setProperty(key, value);
        }
    }

    private Optional<String> get(TableSample sample, String what) {
        @Nullable String value = kept.getProperty(sample.shape() + BETWEEN + what);
        return Optional.ofNullable(value);
    }
}
