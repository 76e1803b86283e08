package dev.hostlab.ui;

import dev.hostlab.pricing.refresh.FakePriceList;
import dev.hostlab.ui.common.FilePicker;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.ui.prices.PriceLists;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Renders every page in every state, at two sizes, light and dark, to `src/docs/screens`.
///
/// Not part of the build: `mvn test -Dtest=ScreenPictures`.
@SuppressWarnings("NullAway.Init") // the first step makes the shell
class ScreenPictures {

    private static final Path TARGET = Path.of(System.getProperty("screens", "src/docs/screens"));
    private static final Path SAMPLES = Path.of("sample-workloads");
    private static final List<double[]> SIZES = List.of(new double[] {1_000, 700}, new double[] {1_440, 900});
    /// Pictures of what is under the cards.
    private static final List<String> LOW =
            List.of("behaviour-", "lines", "cost", "effort", "decisions", "assumptions");

    private static final String LONG_NAME =
            "a-very-long-trace-name-that-somebody-generated-with-all-parameters-in-it-".repeat(2) + ".csv";

    @TempDir
    private Path folder;

    private final Look look = new Look();
    private Shell shell;
    private Scene scene;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Stagehand.startToolkit();
    }

    @Test
    void picturesOfEveryPage() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(TARGET);
        Stagehand.onScreen(this::open);
        Thread.sleep(1_500);
        take("start");
        running();
        result();
        prices();
        changes();
        failures();
        pricesPage();
        imports();
    }

    private void open() {
        look.setDark(false);
        var recent = new RecentFiles(folder.resolve("recent"));
        recent.add(SAMPLES.resolve("chat-service.csv"));
        recent.add(SAMPLES.resolve("json-api-two-weeks.csv"));
        var clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        PriceLists lists = (endpoint, now, goesOn) -> new FakePriceList(2, FakePriceList.Mood.WELL, goesOn);
        var services = new Shell.Services(Threads.ofWindow(), recent, new NoFiles(), look, clock, lists);
        shell = new Shell(services, new Shell.Folders(Path.of("pricing-snapshots"), SAMPLES));
        scene = shell.scene(SIZES.getFirst()[0], SIZES.getFirst()[1]);
    }

    private void running() throws InterruptedException, ExecutionException, IOException {
        Stagehand.onScreen(() -> shell.begin(SAMPLES.resolve("flash-crowd.csv")));
        Stagehand.waitFor(
                "progress", () -> find(".progress-bar") instanceof ProgressBar bar && bar.getProgress() > 0.45);
        take("running");
        Stagehand.waitFor("a result", () -> shell.model().comparison().isPresent());
    }

    private void result() throws InterruptedException, ExecutionException, IOException {
        take("behaviour");
        var chart = Stagehand.onScreen(() -> find(".time-chart"));
        Stagehand.onScreen(() -> {
            for (var i = 0; i < 6; i++) {
                press(chart, KeyCode.PLUS);
            }
            press(chart, KeyCode.RIGHT);
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
        for (var menu : laidOut().lookupAll(".chart-panel .menu-button")) {
            ((MenuButton) menu).getItems().forEach(item -> ((CheckMenuItem) item).setSelected(shown));
        }
    }

    /// An unshown scene has no pulse: what a page holds is there once it has been laid out.
    private Parent laidOut() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.getRoot();
    }

    private Node find(String selector) {
        return laidOut().lookup(selector);
    }

    private static void press(Node node, KeyCode key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private void changes() throws InterruptedException, ExecutionException, IOException {
        Stagehand.onScreen(() -> type("capacity.min", "4"));
        take("out-of-date");
        Stagehand.onScreen(() -> type("capacity.min", "four"));
        Stagehand.onScreen(() -> type("task.memoryGiB", "1"));
        take("invalid");
        Stagehand.onScreen(() -> {
            ((ScrollPane) find(".form-scroll")).setVvalue(1);
            laidOut().lookupAll(".fold").stream()
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
        Stagehand.onScreen(() -> shell.begin(file));
        Thread.sleep(500);
        Stagehand.waitFor("the file's page", () -> find(awaited) != null);
    }

    private void type(String path, String text) {
        var field = laidOut().lookupAll(".field").stream()
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
        Stagehand.onScreen(() -> shell.begin(bad));
        Thread.sleep(500);
        take("failed");
        var named = folder.resolve(LONG_NAME);
        Files.copy(SAMPLES.resolve("chat-service.csv"), named);
        Stagehand.onScreen(() -> shell.begin(named));
        Stagehand.waitFor("a result", () -> shell.model().comparison().isPresent());
        take("long-name");
    }

    private void take(String name) throws InterruptedException, ExecutionException, IOException {
        for (var dark : List.of(false, true)) {
            for (var size : SIZES) {
                var image = Stagehand.onScreen(() -> {
                    look.setDark(dark);
                    scene.setRoot(new Group());
                    scene = shell.scene(size[0], size[1]);
                    laidOut();
                    scrollTo(name);
                    return opaque(scene.snapshot(null));
                });
                var file = name + "-" + (int) size[0] + (dark ? "-dark" : "") + ".png";
                ImageIO.write(image, "png", TARGET.resolve(file).toFile());
            }
        }
        Stagehand.onScreen(() -> look.setDark(false));
    }

    /// In a small window the tabs are below the cards.
    private void scrollTo(String name) {
        if (find(".result-scroll") instanceof ScrollPane page) {
            page.setVvalue(LOW.stream().anyMatch(name::startsWith) ? 1 : 0);
            laidOut();
        }
    }

    /// Without transparency, which a window has not, files are a good deal smaller.
    private static BufferedImage opaque(WritableImage image) {
        var size = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        return SwingFXUtils.fromFXImage(image, size);
    }

    private static final class NoFiles implements FilePicker {

        @Override
        public Optional<Path> open(Purpose purpose) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Purpose purpose, String name) {
            return Optional.empty();
        }
    }
}
