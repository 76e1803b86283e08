package dev.hostlab.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables that people read are those that the program uses.
class PresetsDocumentTest {

    @Test
    void documentShowsEveryRow() throws IOException {
        var lines = Files.readAllLines(Path.of("src/docs/presets.md"));
        Stream.of(ServicePresets.TABLE, OptionPresets.TABLE)
                .flatMap(table -> table.rows().stream())
                .map(PresetsDocumentTest::line)
                .forEach(row -> assertThat(lines).anyMatch(line -> line.startsWith(row), row));
    }

    private static <T> String line(PresetTable.Row<T> row) {
        var domain = row.parameter().domain();
        return "| `" + row.parameter().path() + "` | "
                + row.values().stream().map(domain::print).collect(Collectors.joining(" | "))
                + " | ";
    }
}
