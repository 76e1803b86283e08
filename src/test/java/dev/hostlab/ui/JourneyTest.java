package dev.hostlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.ui.common.FilePicker;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.ui.common.Threads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first journeys, in a window without a screen. Events are fired at the controls themselves, since the headless
/// robot's drags carry no buttons.
class JourneyTest {

    private static final Path SAMPLES = Path.of("sample-workloads");

    @TempDir
    private Path folder;

    private final Look look = new Look();

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Stagehand.startToolkit();
    }

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> {
            look.setDark(false);
            var recent = new RecentFiles(folder.resolve("recent"));
            var services = new Shell.Services(Threads.ofWindow(), recent, new ReportPicker(), look, Clock.systemUTC());
            shell = new Shell(services, new Shell.Folders(Path.of("pricing-snapshots"), SAMPLES));
            stage = new Stage();
            stage.setScene(shell.scene(1_000, 700));
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> {
            shell.cancel();
            stage.close();
        });
    }

    private final class ReportPicker implements FilePicker {

        @Override
        public Optional<Path> open(Purpose purpose) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Purpose purpose, String name) {
            return Optional.of(folder.resolve(name));
        }
    }

    private Scene scene() {
        return stage.getScene();
    }

    private Node find(String selector) {
        return Optional.ofNullable(scene().lookup(selector)).orElseThrow(() -> new AssertionError("No " + selector));
    }

    private Node field(String path) {
        return scene().getRoot().lookupAll(".field").stream()
                .filter(node -> path.equals(node.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static void press(Node node, KeyCode key, boolean control) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, control, false, false));
    }

    private void begin(String sample) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> shell.begin(SAMPLES.resolve(sample)));
        Stagehand.waitFor("a result", () -> shell.model().comparison().isPresent());
    }

    private String text(String selector) throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> ((Label) find(selector)).getText());
    }

    @Test
    void sampleToExportedReportByKeyboardAlone() throws InterruptedException, ExecutionException {
        Stagehand.waitFor(
                "cards", () -> scene().getRoot().lookupAll(".sample-card").size() == 6);
        Stagehand.onScreen(() -> {
            var card = find(".sample-card");
            card.requestFocus();
            press(card, KeyCode.SPACE, false);
        });
        Stagehand.waitFor("a result", () -> shell.model().comparison().isPresent());
        assertThat(text("#total-fargate")).startsWith("$");
        Stagehand.onScreen(() -> press(scene().getRoot(), KeyCode.E, true));
        assertThat(Files.exists(folder.resolve("code-assistant.html"))).isTrue();
        Stagehand.onScreen(() -> press(scene().getRoot(), KeyCode.S, true));
        assertThat(Files.exists(folder.resolve("code-assistant.scenario.json"))).isTrue();
    }

    @Test
    void hourlyRateChangesTotalsAtOnce() throws InterruptedException, ExecutionException {
        begin("code-assistant.csv");
        var before = text("#total-beanstalk");
        Stagehand.onScreen(() -> ((TextInputControl) field("effort.hourlyRateUsd")).setText("200"));
        assertThat(text("#total-beanstalk")).isNotEqualTo(before);
        assertThat(Stagehand.onScreen(() -> find(".old-mark").isVisible())).isFalse();
    }

    @Test
    void invalidInputIsShownBesideItsFieldAndMended() throws InterruptedException, ExecutionException {
        begin("code-assistant.csv");
        Stagehand.onScreen(() -> ((TextInputControl) field("capacity.max")).setText("0"));
        assertThat(Stagehand.onScreen(() -> find(".top-bar .accent").isDisabled()))
                .isTrue();
        assertThat(Stagehand.onScreen(() -> scene().getRoot().lookupAll(".problem").stream()
                        .filter(Node::isVisible)
                        .map(node -> ((Label) node).getText())
                        .toList()))
                .singleElement()
                .asString()
                .contains("out of range", "Give 1 to 10000");
        Stagehand.onScreen(() -> ((TextInputControl) field("capacity.max")).setText("12"));
        assertThat(Stagehand.onScreen(() -> find(".top-bar .accent").isDisabled()))
                .isFalse();
        assertThat(Stagehand.onScreen(() -> find(".old-mark").isVisible())).isTrue();
    }

    @Test
    void longRunIsCancelledAndTheWindowGoesOn() throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> shell.begin(SAMPLES.resolve("leaving-beanstalk.csv")));
        Stagehand.waitFor(
                "a run with its time left",
                () -> scene().getRoot().lookupAll(".banner .label").stream()
                        .anyMatch(label -> ((Label) label).getText().contains("left")));
        Stagehand.onScreen(() -> {
            var cancel = scene().getRoot().lookupAll(".banner .button").stream()
                    .map(Button.class::cast)
                    .filter(button -> button.getText().equals("Cancel"))
                    .findFirst();
            cancel.orElseThrow().fire();
        });
        Stagehand.waitFor(
                "workers to end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("hostlab-work")));
        assertThat(shell.model().comparison()).isEmpty();
        assertThat(Stagehand.onScreen(() -> find(".top-bar .accent").isDisabled()))
                .isFalse();
    }

    @Test
    void wheelAndDragMoveAllChartsTogether() throws InterruptedException, ExecutionException {
        begin("chat-service.csv");
        Stagehand.onScreen(() -> {
            var chart = find(".time-chart");
            Event.fireEvent(chart, wheel(chart, 400));
            Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_PRESSED, 300));
            Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_DRAGGED, 250));
            Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_MOVED, 260));
        });
        assertThat(Stagehand.onScreen(() -> find(".cursor-card").isVisible())).isTrue();
        assertThat(Stagehand.onScreen(() -> find(".charts .flat-button").isDisabled()))
                .isFalse();
        Stagehand.onScreen(() -> press(find(".time-chart"), KeyCode.DIGIT0, false));
        assertThat(Stagehand.onScreen(() -> scene().getRoot().lookupAll(".charts .button").stream()
                        .map(Button.class::cast)
                        .filter(button -> button.getText().equals("Show all"))
                        .allMatch(Node::isDisabled)))
                .isTrue();
    }

    private static ScrollEvent wheel(Node node, double delta) {
        var at = node.localToScene(300, 60);
        var x = at.getX();
        var y = at.getY();
        var none = ScrollEvent.HorizontalTextScrollUnits.NONE;
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                none,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(node, x, y));
    }

    private static MouseEvent mouse(Node node, EventType<MouseEvent> type, double across) {
        var at = node.localToScene(across, 60);
        var x = at.getX();
        var y = at.getY();
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                new PickResult(node, x, y));
    }
}
