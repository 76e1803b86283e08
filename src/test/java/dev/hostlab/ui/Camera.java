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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;

/// A window that nobody sees, and pictures of it at two sizes, light and dark.
final class Camera {

    static final Path SAMPLES = Path.of("sample-workloads");
    private static final Path TARGET = Path.of(System.getProperty("screens", "src/docs/screens"));
    private static final List<double[]> SIZES = List.of(new double[] {1_000, 700}, new double[] {1_440, 900});

    private final Look look = new Look();
    private final Shell shell;
    private Scene scene;

    /// To be made on JavaFX's thread.
    ///
    /// @param folder for what the window keeps
    Camera(Path folder) {
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

    Shell shell() {
        return shell;
    }

    void waitForResult() throws InterruptedException, ExecutionException {
        Stagehand.waitFor("a result", () -> shell.model().comparison().isPresent());
    }

    void fire(String selector) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> ((ButtonBase) find(selector)).fire());
    }

    /// An unshown scene has no pulse: what a page holds is there once it has been laid out.
    Parent laidOut() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.getRoot();
    }

    Node find(String selector) {
        return laidOut().lookup(selector);
    }

    static void press(Node node, KeyCode key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /// @param low whether what is at the end of the page is to be seen
    void take(String name, boolean low) throws InterruptedException, ExecutionException, IOException {
        Files.createDirectories(TARGET);
        for (var dark : List.of(false, true)) {
            for (var size : SIZES) {
                var image = Stagehand.onScreen(() -> {
                    look.setDark(dark);
                    scene.setRoot(new Group());
                    scene = shell.scene(size[0], size[1]);
                    laidOut();
                    if (find(".result-scroll") instanceof ScrollPane page) {
                        page.setVvalue(low ? 1 : 0);
                        laidOut();
                    }
                    return opaque(scene.snapshot(null));
                });
                var file = name + "-" + (int) size[0] + (dark ? "-dark" : "") + ".png";
                ImageIO.write(image, "png", TARGET.resolve(file).toFile());
            }
        }
        Stagehand.onScreen(() -> look.setDark(false));
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
