package dev.hostlab.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HelpTopicsTest {

    @Test
    void glossaryIsTheOneOfTheDocumentation() throws IOException {
        assertThat(Path.of("src/main/resources/dev/hostlab/ui/help/glossary.md"))
                .as("copy src/docs/glossary.md there when it changes")
                .hasSameTextualContentAs(Path.of("src/docs/glossary.md"));
    }

    @Test
    void everyWordHasItsMeaning() throws IOException {
        var rows = Files.readString(Path.of("src/docs/glossary.md")).lines().filter(line -> line.startsWith("|"));
        assertThat(HelpTopics.glossary())
                .hasSize((int) rows.count() - 2)
                .allMatch(entry -> !entry.name().isBlank() && !entry.words().isBlank())
                .anyMatch(entry -> entry.name().startsWith("slot"));
    }
}
