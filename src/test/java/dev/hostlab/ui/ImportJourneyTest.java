package dev.hostlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.trace.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a foreign file to a result.
class ImportJourneyTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestWindow window;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Stagehand.startToolkit();
    }

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        window = Stagehand.onScreen(() -> new TestWindow(folder));
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        Stagehand.onScreen(window::close);
    }

    @Test
    void droppedSemicolonFileIsMappedImportedAndRun() throws IOException, InterruptedException, ExecutionException {
        drop("first.csv");
        assertThat(isImportDisabled()).isTrue();
        for (var choice : Choice.values()) {
            assertThat(window.isVisible("#choice-" + choice.id()))
                    .as(choice.id())
                    .isTrue();
        }
        assertThat(window.visible(".import-findings .warning-text"))
                .anyMatch(text -> text.contains("no column timestamp"));
        choose("#role-1", "timestamp");
        choose("#role-2", "requests");
        Stagehand.waitFor("the mapped file", () -> !window.find("#accept").isDisabled());
        assertThat(window.visible(".import-findings .label")).anyMatch(text -> text.contains("decimal comma"));
        fire("#saveMapping");
        fire("#accept");
        window.waitForResult();
        assertThat(window.text("#title")).isEqualTo("first.csv");
        assertThat(window.text("#total-fargate")).startsWith("$");
    }

    @Test
    void savedMappingIsOfferedForTheNextFileOfItsShape() throws IOException, InterruptedException, ExecutionException {
        drop("first.csv");
        assertThat(window.isVisible("#recall")).isFalse();
        choose("#role-1", "timestamp");
        choose("#role-2", "requests");
        Stagehand.waitFor("the mapped file", () -> !window.find("#accept").isDisabled());
        fire("#saveMapping");
        fire("#cancelImport");
        drop("second.csv");
        assertThat(isImportDisabled()).isTrue();
        assertThat(window.isVisible("#recall")).isTrue();
        fire("#recall");
        Stagehand.waitFor("the recalled mapping", () -> !window.find("#accept").isDisabled());
        assertThat(window.isVisible("#recall")).isFalse();
    }

    private void drop(String name) throws IOException, InterruptedException, ExecutionException {
        var rows = IntStream.range(0, 60)
                .mapToObj(minute -> String.format("16.11.2023 18:%02d:00;%d,5%n", minute, 100 + minute % 7))
                .collect(Collectors.joining());
        var file = Files.writeString(folder.resolve(name), "Wann;Menge\n" + rows);
        Stagehand.onScreen(() -> DroppedFiles.drop(file, window.find(".drop-target")));
        Stagehand.waitFor("the import page", () -> window.look("#role-1").isPresent());
    }

    private boolean isImportDisabled() throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> window.find("#accept").isDisabled());
    }

    @SuppressWarnings("unchecked")
    private void choose(String box, String value) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> ((ComboBox<String>) window.find(box)).setValue(value));
        Stagehand.waitFor(
                "the role in " + box,
                () -> window.find(box) instanceof ComboBox<?> now && value.equals(now.getValue()));
    }

    private void fire(String button) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> ((Button) window.find(button)).fire());
    }
}
