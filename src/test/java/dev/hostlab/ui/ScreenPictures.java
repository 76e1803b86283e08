package dev.hostlab.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Renders every page in every state, at two sizes, light and dark, to `src/docs/screens`.
///
/// Not part of the build: `mvn test -Dtest=ScreenPictures`.
@SuppressWarnings("NullAway.Init") // the first step makes the camera
class ScreenPictures {

    private static final Path SAMPLES = Camera.SAMPLES;
    /// Pictures of what is under the cards.
    private static final List<String> LOW =
            List.of("behaviour-", "lines", "cost", "effort", "decisions", "assumptions");

    private static final String LONG_NAME =
            "a-very-long-trace-name-that-somebody-generated-with-all-parameters-in-it-".repeat(2) + ".csv";

    @TempDir
    private Path folder;

    private Camera camera;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Stagehand.startToolkit();
    }

    @Test
    void picturesOfEveryPage() throws IOException, InterruptedException, ExecutionException {
        camera = Stagehand.onScreen(() -> new Camera(folder));
        Thread.sleep(1_500);
        take("start");
        reading();
        running();
        result();
        prices();
        changes();
        failures();
        pricesPage();
        imports();
    }

    /// A file of which a good part is still to be read.
    private void reading() throws InterruptedException, ExecutionException, IOException {
        var opened = Stagehand.onScreen(() -> camera.shell().model().opened());
        Stagehand.onScreen(() -> {
            camera.shell().begin(SAMPLES.resolve("chat-service.csv"));
            opened.begin(Path.of("year-of-requests.csv"), new ReadOnlyDoubleWrapper(0.43), () -> {});
        });
        Stagehand.waitFor("the banner", () -> find("#readingBanner").isVisible());
        take("reading");
        Stagehand.onScreen(opened::giveUp);
    }

    private void running() throws InterruptedException, ExecutionException, IOException {
        Stagehand.onScreen(() -> camera.shell().begin(SAMPLES.resolve("flash-crowd.csv")));
        Stagehand.waitFor("progress", () -> find("#progress") instanceof ProgressBar bar && bar.getProgress() > 0.45);
        take("running");
        Stagehand.waitFor("a result", () -> camera.shell().model().comparison().isPresent());
    }

    private void result() throws InterruptedException, ExecutionException, IOException {
        take("behaviour");
        var chart = Stagehand.onScreen(() -> find(".time-chart"));
        Stagehand.onScreen(() -> {
            for (var i = 0; i < 6; i++) {
                Camera.press(chart, KeyCode.PLUS);
            }
            Camera.press(chart, KeyCode.RIGHT);
        });
        take("behaviour-cursor");
        Stagehand.onScreen(() -> lines(true));
        take("lines");
        Stagehand.onScreen(() -> lines(false));
        Stagehand.onScreen(() -> {
            var table = (ToggleButton) find(".chart-panel .toggle-button");
            table.fire();
        });
        take("behaviour-table");
        for (var page : List.of("cost", "effort", "decisions", "assumptions")) {
            Stagehand.onScreen(() -> ((ToggleButton) find("#tab-" + page)).fire());
            take(page);
        }
        Stagehand.onScreen(() -> ((ToggleButton) find("#tab-behaviour")).fire());
    }

    /// Every line that is shown on demand.
    private void lines(boolean shown) {
        for (var menu : camera.laidOut().lookupAll(".chart-panel .menu-button")) {
            ((MenuButton) menu).getItems().forEach(item -> ((CheckMenuItem) item).setSelected(shown));
        }
    }

    private void changes() throws InterruptedException, ExecutionException, IOException {
        Stagehand.onScreen(() -> type("capacity.min", "4"));
        take("out-of-date");
        Stagehand.onScreen(() -> type("capacity.min", "four"));
        Stagehand.onScreen(() -> type("task.memoryGiB", "1"));
        take("invalid");
        Stagehand.onScreen(() -> {
            ((ScrollPane) find(".form-scroll")).setVvalue(1);
            camera.laidOut().lookupAll(".fold").stream()
                    .skip(1)
                    .limit(1)
                    .forEach(fold -> ((TitledPane) fold).setExpanded(true));
        });
        take("settings");
    }

    @SuppressWarnings("unchecked")
    private void prices() throws InterruptedException, ExecutionException, IOException {
        Stagehand.onScreen(() -> ((ComboBox<String>) find("#region")).setValue("eu-central-1"));
        take("prices-missing");
        Stagehand.onScreen(() -> ((ComboBox<String>) find("#region")).setValue("us-east-1"));
    }

    /// New prices that somebody has to look at; nothing is written.
    private void pricesPage() throws InterruptedException, ExecutionException, IOException {
        Stagehand.onScreen(() -> ((Button) find("#regionPrices")).fire());
        Stagehand.waitFor("figures", () -> find("#figures > .table-view") != null);
        take("prices-page");
        Stagehand.onScreen(() -> ((Button) find("#refresh")).fire());
        Stagehand.waitFor("doubts", () -> find("#doubtBanner").isVisible());
        take("prices-doubtful");
    }

    /// A foreign file just dropped, mapped, and one with rows that cannot be read.
    @SuppressWarnings("unchecked")
    private void imports() throws InterruptedException, ExecutionException, IOException {
        var rows = new StringBuilder("Wann;Dienst;Menge\n");
        for (var minute = 0; minute < 240; minute++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "16.11.2023 %02d:%02d:00;web-%d;%d,5%n",
                    8 + minute / 60,
                    minute % 60,
                    minute % 3,
                    100 + minute * 37 % 91));
        }
        var foreign = Files.writeString(folder.resolve("auslastung-november.csv"), rows);
        begin(foreign, "#role-1");
        take("import-new");
        Stagehand.onScreen(() -> ((ComboBox<String>) find("#role-1")).setValue("timestamp"));
        Thread.sleep(500);
        Stagehand.onScreen(() -> ((ComboBox<String>) find("#role-3")).setValue("requests"));
        Stagehand.waitFor("the mapped file", () -> !find("#accept").isDisabled());
        take("import-mapped");
        var bad = folder.resolve("bad.csv");
        Files.writeString(bad, "timestamp,requests\n2026-03-01T00:00:00Z,-5\n2026-03-01T00:01:00Z,many\n");
        begin(bad, "#role-1");
        take("import-bad-rows");
    }

    private void begin(Path file, String awaited) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> camera.shell().begin(file));
        Thread.sleep(500);
        Stagehand.waitFor("the file's page", () -> find(awaited) != null);
    }

    private void type(String path, String text) {
        var field = camera.laidOut().lookupAll(".field").stream()
                .filter(node -> path.equals(node.getId()))
                .findFirst()
                .orElseThrow();
        ((TextInputControl) field).setText(text);
    }

    private void failures() throws InterruptedException, ExecutionException, IOException {
        var bad = folder.resolve("bad.scenario.json");
        Files.writeString(bad, """
                {"settings": {"capacity": {"min": "four", "most": 8}, "region": "us-north-1"}}
                """);
        Stagehand.onScreen(() -> camera.shell().begin(bad));
        Thread.sleep(500);
        take("failed");
        var named = folder.resolve(LONG_NAME);
        Files.copy(SAMPLES.resolve("chat-service.csv"), named);
        Stagehand.onScreen(() -> camera.shell().begin(named));
        Stagehand.waitFor("a result", () -> camera.shell().model().comparison().isPresent());
        take("long-name");
    }

    private void take(String name) throws InterruptedException, ExecutionException, IOException {
        camera.take(name, LOW.stream().anyMatch(name::startsWith));
    }

    private Node find(String selector) {
        return camera.find(selector);
    }
}
