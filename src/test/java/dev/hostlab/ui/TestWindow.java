package dev.hostlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.ui.common.FilePicker;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.ui.prices.PriceLists;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// A window for journeys, on the screen that is none. What it saves goes to a folder, whatever is asked.
final class TestWindow {

    static final Path SAMPLES = Path.of("sample-workloads");
    private static final String LONG = "200";

    private final Path folder;
    private final Shell shell;
    private final Stage stage;

    /// To be made on JavaFX's thread.
    TestWindow(Path folder) {
        this(folder, Path.of("pricing-snapshots"), PriceLists.ofAws());
    }

    /// To be made on JavaFX's thread.
    ///
    /// @param lists where new prices come from
    TestWindow(Path folder, Path snapshots, PriceLists lists) {
        this.folder = folder;
        var look = new Look();
        look.setDark(false);
        var recent = new RecentFiles(folder.resolve("recent"));
        var services =
                new Shell.Services(Threads.ofWindow(), recent, new FolderPicker(), look, Clock.systemUTC(), lists);
        shell = new Shell(services, new Shell.Folders(snapshots, SAMPLES));
        stage = new Stage();
        stage.setScene(shell.scene(1_000, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private final class FolderPicker implements FilePicker {

        @Override
        public Optional<Path> open(Purpose purpose) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Purpose purpose, String name) {
            return Optional.of(folder.resolve(name));
        }
    }

    void close() {
        shell.cancel();
        stage.close();
    }

    Shell shell() {
        return shell;
    }

    Scene scene() {
        return stage.getScene();
    }

    /// To be asked on JavaFX's thread, like all that looks for nodes.
    Node find(String selector) {
        return look(selector).orElseThrow(() -> new AssertionError("No " + selector));
    }

    /// What may not be there yet.
    Optional<Node> look(String selector) {
        return Optional.ofNullable(root().lookup(selector));
    }

    /// What is on the screen. A scroll pane has what it holds only once it was styled, which a pulse does some time
    /// after the page came; the journeys do not wait for that one.
    private Parent root() {
        assertThat(Platform.isFxApplicationThread()).isTrue();
        var root = scene().getRoot();
        root.applyCss();
        return root;
    }

    /// A scenario with a sample as its trace, and so many replications that no machine is done
    /// before it is looked at.
    Path longRun(String sample) throws IOException {
        return Scenarios.write(folder, sample, Map.of("replications", LONG));
    }

    Set<Node> all(String selector) {
        return root().lookupAll(selector);
    }

    Node field(String path) {
        return all(".field").stream()
                .filter(node -> path.equals(node.getId()))
                .findFirst()
                .orElseThrow();
    }

    void begin(String sample) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> shell.begin(SAMPLES.resolve(sample)));
        waitForResult();
    }

    void waitForResult() throws InterruptedException, ExecutionException {
        Stagehand.waitFor("a result", () -> shell.model().comparison().isPresent());
    }

    /// Opens a fold of the form, so that its fields are there.
    void expand(String title) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> all(".fold").stream()
                .map(TitledPane.class::cast)
                .filter(fold -> fold.getText().equals(title))
                .forEach(fold -> fold.setExpanded(true)));
        Stagehand.waitFor("the fields of " + title, () -> look(".fold-rows").isPresent());
    }

    String text(String selector) throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> ((Labeled) find(selector)).getText());
    }

    void write(String path, String text) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> ((TextInputControl) field(path)).setText(text));
    }

    boolean isVisible(String selector) throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> find(selector).isVisible());
    }

    /// Whether it is there and visible; to be asked on JavaFX's thread.
    boolean isShown(String selector) {
        return look(selector).filter(Node::isVisible).isPresent();
    }

    /// The texts of all visible labels of a style class.
    List<String> visible(String selector) throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> all(selector).stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .toList());
    }

    static void press(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
    }

    /// Presses keys as a person does, together; they go to whatever has the focus.
    void strike(KeyCode... keys) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> {
            var robot = new Robot();
            for (var key : keys) {
                robot.keyPress(key);
            }
            for (var i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        Stagehand.onScreen(() -> {});
    }

    /// What has the focus: its id, or its first style class where it has none.
    String focus() throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> Optional.ofNullable(scene().getFocusOwner())
                .map(node -> node.getId() != null
                        ? node.getId()
                        : node.getStyleClass().stream().findFirst().orElse(""))
                .orElse(""));
    }

    /// Goes on with the Tab key until something is reached.
    ///
    /// @return what had the focus on the way
    List<String> tabTo(String wanted) throws InterruptedException, ExecutionException {
        var way = new ArrayList<String>();
        while (!focus().equals(wanted)) {
            if (way.size() > 120) {
                throw new AssertionError("Tab does not lead to " + wanted + " but along " + way);
            }
            strike(KeyCode.TAB);
            way.add(focus());
        }
        return way;
    }
}
