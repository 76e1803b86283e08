package dev.hostlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page is the same whether or not it was prepared behind the start page.
class RehearsalTest {

    private static final String SAMPLE = "chat-service.csv";

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

    private List<String> fields() throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(
                () -> window.all(".form .field").stream().map(Node::getId).toList());
    }

    @Test
    void formIsWholeWhoeverInterruptsItsPreparation() throws InterruptedException, ExecutionException {
        window.begin(SAMPLE);
        var expected = fields();
        Stagehand.onScreen(window::close);
        window = Stagehand.onScreen(() -> new TestWindow(folder));
        Stagehand.onScreen(() -> window.shell().rehearse());
        window.begin(SAMPLE);
        assertThat(fields()).isEqualTo(expected).contains("task.vcpu", "region");
    }

    @Test
    void preparationEndsBehindTheStartPageAndLeavesTheFormWhole() throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> window.shell().rehearse());
        Stagehand.waitFor(
                "the rehearsal",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("hostlab-")));
        assertThat(window.isVisible("#openTrace")).isTrue();
        window.begin(SAMPLE);
        assertThat(fields()).contains("capacity.min", "seed").doesNotHaveDuplicates();
        assertThat(window.text("#total-fargate")).startsWith("$");
    }
}
