package dev.hostlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
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
    void droppedTraceIsRunAndItsTotalsFollowTheHourlyRate()
            throws IOException, InterruptedException, ExecutionException {
        var trace = Files.copy(SAMPLES.resolve("code-assistant.csv"), folder.resolve("mine.csv"));
        Stagehand.onScreen(() -> DroppedFiles.drop(trace, window.find(".drop-target")));
        window.waitForResult();
        assertThat(window.text("#title")).isEqualTo("mine.csv");
        var runs = window.shell().model().simulations();
        var totals = List.of("#total-beanstalk", "#total-ecs-ec2", "#total-fargate");
        for (var total : totals) {
            var before = window.text(total);
            window.write("effort.hourlyRateUsd", "200");
            assertThat(window.text(total)).startsWith("$").isNotEqualTo(before);
            window.write("effort.hourlyRateUsd", "72.12");
            assertThat(window.text(total)).isEqualTo(before);
        }
        assertThat(window.isVisible(".old-mark")).isFalse();
        assertThat(window.shell().model().simulations())
                .as("nothing was simulated again")
                .isEqualTo(runs);
    }

    @Test
    void invalidInputIsShownBesideItsFieldAndMended() throws InterruptedException, ExecutionException {
        window.begin("code-assistant.csv");
        window.write("capacity.max", "0");
        assertThat(isRunDisabled()).isTrue();
        assertThat(window.visible(".problem")).singleElement().asString().contains("out of range", "Give 1 to 10000");
        window.write("capacity.max", "12");
        assertThat(window.visible(".problem")).isEmpty();
        assertThat(isRunDisabled()).isFalse();
        assertThat(window.isVisible(".old-mark")).isTrue();
    }

    private boolean isRunDisabled() throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> window.find("#runButton").isDisabled());
    }

    @Test
    void pricesThatARegionLacksAreTakenFromTheStandardOneOnDemand() throws InterruptedException, ExecutionException {
        window.begin("code-assistant.csv");
        Stagehand.onScreen(() -> region().setValue("eu-central-1"));
        assertThat(window.text("#total-fargate")).startsWith("over $");
        assertThat(window.visible("#price-gaps .label"))
                .singleElement()
                .asString()
                .contains("LCU-hour");
        Stagehand.onScreen(() -> ((Button) window.find("#accept-prices")).fire());
        assertThat(window.text("#total-fargate")).startsWith("$");
        assertThat(window.visible("#price-gaps .label"))
                .singleElement()
                .asString()
                .contains("by your word");
        Stagehand.onScreen(() -> ((Button) window.find("#reset-prices")).fire());
        assertThat(window.text("#total-fargate")).startsWith("over $");
        assertThat(window.shell().model().simulations()).isEqualTo(1);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> region() {
        return (ComboBox<String>) window.field("region");
    }

    @Test
    void longRunIsCancelledAndTheWindowGoesOn() throws IOException, InterruptedException, ExecutionException {
        var scenario = window.longRun("leaving-beanstalk.csv");
        Stagehand.onScreen(() -> window.shell().begin(scenario));
        Stagehand.waitFor(
                "a run with its time left",
                () -> window.look("#progressWords")
                        .filter(words -> ((Label) words).getText().contains("left"))
                        .isPresent());
        Stagehand.onScreen(() -> ((Button) window.find("#cancelRun")).fire());
        Stagehand.waitFor(
                "workers to end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("hostlab-")));
        assertThat(window.shell().model().comparison()).isEmpty();
        assertThat(isRunDisabled()).isFalse();
        assertThat(window.isVisible("#runBanner")).isFalse();
    }

    @Test
    void linesAreAddedAndOptionsHiddenOnDemand() throws InterruptedException, ExecutionException {
        window.begin("chat-service.csv");
        Stagehand.onScreen(() -> {
            ((ToggleButton) window.find(".chart-panel .toggle-button")).setSelected(true);
            ((CheckMenuItem) ((MenuButton) window.find(".chart-panel .menu-button"))
                            .getItems()
                            .getFirst())
                    .setSelected(true);
        });
        assertThat(columns()).contains("Fargate", "Beanstalk desired", "Fargate desired");
        Stagehand.onScreen(() -> ((ToggleButton) window.find(".legend-entry")).fire());
        assertThat(columns()).contains("Fargate desired").doesNotContain("Beanstalk", "Beanstalk desired");
    }

    private List<String> columns() throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> ((TableView<?>) window.find(".chart-panel .table-view"))
                .getColumns().stream().map(TableColumn::getText).toList());
    }

    @Test
    void wheelAndDragMoveAllChartsTogether() throws InterruptedException, ExecutionException {
        window.begin("chat-service.csv");
        Stagehand.onScreen(() -> {
            var chart = window.find(".time-chart");
            Event.fireEvent(chart, wheel(chart, 400));
            Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_PRESSED, 300));
            Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_DRAGGED, 250));
            Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_MOVED, 260));
        });
        assertThat(Stagehand.onScreen(() -> window.find(".cursor-card").isVisible()))
                .isTrue();
        assertThat(Stagehand.onScreen(() -> showAll().isDisabled())).isFalse();
        Stagehand.onScreen(() -> TestWindow.press(window.find(".time-chart"), KeyCode.DIGIT0));
        assertThat(Stagehand.onScreen(() -> showAll().isDisabled())).isTrue();
    }

    private Button showAll() {
        return window.all(".charts .button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Show all"))
                .findFirst()
                .orElseThrow();
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

    @Test
    void aLongReadingTellsHowFarItIsAndCanBeCancelled() throws InterruptedException, ExecutionException {
        window.begin("chat-service.csv");
        var stopped = new AtomicBoolean();
        Stagehand.onScreen(() -> window.shell()
                .model()
                .opened()
                .begin(Path.of("year.csv"), new ReadOnlyDoubleWrapper(0.4), () -> stopped.set(true)));
        Stagehand.waitFor("the banner", () -> window.isShown("#readingBanner"));
        assertThat(window.visible("#readingBanner .label")).containsExactly("Reading year.csv, 40 %");
        assertThat(window.text("#title")).isEqualTo("year.csv");
        Stagehand.onScreen(() -> ((Button) window.find("#cancelReading")).fire());
        assertThat(stopped).isTrue();
        assertThat(window.isVisible("#readingBanner")).isFalse();
        assertThat(window.text("#title")).isEqualTo("chat-service.csv");
        assertThat(window.text("#total-fargate")).startsWith("$");
    }
}
