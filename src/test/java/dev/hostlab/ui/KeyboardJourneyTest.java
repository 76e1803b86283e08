package dev.hostlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first journey without a mouse.
class KeyboardJourneyTest {

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
    void fromASampleToAnExportedReport() throws IOException, InterruptedException, ExecutionException {
        assertThat(window.tabTo("sample-code-assistant.csv")).hasSizeLessThan(10);
        window.strike(KeyCode.SPACE);
        window.waitForResult();
        var before = window.text("#total-beanstalk");

        assertThat(window.tabTo("effort.hourlyRateUsd"))
                .as("the form in the order in which it is read")
                .containsSubsequence("horizonHours", "service.preset", "task.vcpu", "capacity.min", "slo.p95Ms");
        window.strike(KeyCode.CONTROL, KeyCode.A);
        window.strike(KeyCode.DIGIT9);
        window.strike(KeyCode.DIGIT5);
        assertThat(window.text("#total-beanstalk")).isNotEqualTo(before);
        assertThat(window.shell().model().simulations()).isEqualTo(1);
        var after = window.text("#total-beanstalk");
        window.strike(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.text("#total-beanstalk")).as("undone").isEqualTo(before);
        window.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(window.text("#total-beanstalk")).as("done again").isEqualTo(after);

        assertThat(window.tabTo("time-chart")).contains("tab-behaviour");
        window.strike(KeyCode.EQUALS);

        window.strike(KeyCode.CONTROL, KeyCode.E);
        assertThat(folder.resolve("code-assistant.html")).isNotEmptyFile();
        window.strike(KeyCode.CONTROL, KeyCode.S);
        assertThat(Files.readString(folder.resolve("code-assistant.scenario.json")))
                .contains("\"effort.hourlyRateUsd\": 95");
    }

    @Test
    void helpComesAndGoesAndTellsOfTheFieldInFocus() throws InterruptedException, ExecutionException {
        window.begin("code-assistant.csv");
        window.tabTo("service.concurrency");
        window.strike(KeyCode.F1);
        assertThat(window.text("#aboutTitle")).isEqualTo("Slots per task");
        assertThat(window.text("#aboutWords")).contains("Default: ", "Range: ", "Source, ", "service.concurrency");
        Stagehand.onScreen(() -> ((TextField) window.find("#search")).setText("in flight"));
        assertThat(Stagehand.onScreen(() -> ((GridPane) window.find("#words")).getRowCount()))
                .isBetween(1, 5);
        window.strike(KeyCode.ESCAPE);
        assertThat(Stagehand.onScreen(() -> window.isShown("#helpPage"))).isFalse();
        assertThat(window.focus()).isEqualTo("service.concurrency");
        Stagehand.onScreen(() -> {
            window.find("#openHelp").requestFocus();
            ((Button) window.find("#openHelp")).fire();
            assertThat(window.isShown("#aboutField"))
                    .as("nothing in focus to tell of")
                    .isFalse();
            assertThat(window.find("#words").isVisible()).isTrue();
        });
    }
}
