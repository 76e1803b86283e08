package dev.hostlab.ui;

import dev.hostlab.files.PriceChoice;
import dev.hostlab.files.StudyFiles;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.ui.common.FilePicker;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.Pages;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.ui.help.HelpController;
import dev.hostlab.ui.imports.ImportController;
import dev.hostlab.ui.imports.ImportViewModel;
import dev.hostlab.ui.imports.SavedMappings;
import dev.hostlab.ui.prices.Desk;
import dev.hostlab.ui.prices.PriceLists;
import dev.hostlab.ui.prices.PricesController;
import dev.hostlab.ui.prices.PricesViewModel;
import dev.hostlab.ui.start.StartController;
import dev.hostlab.ui.start.StartViewModel;
import dev.hostlab.ui.study.StudyController;
import dev.hostlab.ui.study.StudyViewModel;
import dev.hostlab.ui.workspace.Rehearsal;
import dev.hostlab.ui.workspace.WorkspaceController;
import dev.hostlab.ui.workspace.WorkspaceViewModel;
import dev.hostlab.workload.sample.SampleWorkload;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// The frame around the pages: which one is shown, what the keyboard does everywhere, and files dropped anywhere.
public final class Shell {

    private final StackPane root = new StackPane();
    private final Services services;
    private final SavedMappings mappings;
    private final WorkspaceViewModel model;
    private final WorkspaceController workspace;
    private final Parent workspacePage;
    private final Rehearsal rehearsal;

    /// What the window works with.
    ///
    /// @param clock tells how old prices are
    /// @param prices where new prices come from
    public record Services(
            Threads threads, RecentFiles recent, FilePicker files, Look look, Clock clock, PriceLists prices) {}

    /// Where Hostlab's own files lie.
    public record Folders(Path snapshots, Path samples) {}

    private final Folders folders;

    public Shell(Services services, Folders folders) {
        this.services = services;
        this.folders = folders;
        mappings = new SavedMappings(services.recent().beside("mappings"));
        model = new WorkspaceViewModel(services.threads(), services.recent(), folders.snapshots());
        var surroundings = new WorkspaceController.Surroundings(
                services.look(), services.files(), services.clock(), this::showStart, this::showPrices, this::showHelp);
        workspace = new WorkspaceController(model, surroundings);
        workspacePage = Pages.load(workspace);
        rehearsal = new Rehearsal(services.threads(), services.look(), folders.snapshots());
        showStart();
    }

    /// Prepares, behind the start page, for the first file that is opened; to be called once the window is shown.
    public void rehearse() {
        var sample = folders.samples().resolve(SampleWorkload.CHAT_SERVICE.id() + ".csv");
        rehearsal.begin(workspace, workspacePage, sample);
    }

    /// A scene of that size with this frame in it.
    public Scene scene(double width, double height) {
        var scene = new Scene(root, width, height);
        services.look().dress(scene);
        accelerate(scene);
        scene.setOnDragOver(this::offer);
        scene.setOnDragDropped(this::drop);
        return scene;
    }

    public WorkspaceViewModel model() {
        return model;
    }

    private void showStart() {
        var start = new StartViewModel(services.threads(), services.recent(), folders.samples(), this::begin);
        var ways = new StartController.Ways(this::showPrices, this::showStudy, this::showHelp);
        root.getChildren().setAll(Pages.load(new StartController(start, services.files(), ways)));
    }

    /// Shows help, first about the field that has the focus; the page that was there comes back after it.
    private void showHelp() {
        var before = List.copyOf(root.getChildren());
        var focused = Optional.ofNullable(root.getScene()).map(Scene::getFocusOwner);
        var about = focused.filter(node -> node.getAccessibleHelp() != null)
                .map(node -> new HelpController.About(node.getAccessibleText(), node.getAccessibleHelp()));
        var help = new HelpController(about, () -> {
            root.getChildren().setAll(before);
            focused.ifPresent(Node::requestFocus);
        });
        root.getChildren().setAll(Pages.load(help));
        help.takeFocus();
    }

    /// Shows the study of leaving Beanstalk, with the usual settings; the page that was there comes back after it.
    private void showStudy() {
        var before = List.copyOf(root.getChildren());
        var files = new StudyFiles(folders.samples(), new PriceChoice(folders.snapshots()), null);
        var study = new StudyViewModel(services.threads(), files, Scenario.of(Settings.standard()));
        root.getChildren()
                .setAll(Pages.load(
                        new StudyController(study, () -> root.getChildren().setAll(before))));
    }

    /// Shows the prices of the workspace's region; the page that was there comes back after it.
    private void showPrices() {
        var before = List.copyOf(root.getChildren());
        var desk = new Desk(folders.snapshots(), services.prices(), services.clock());
        var prices = new PricesViewModel(services.threads(), desk, model.scenario(), model::renewPrices);
        var controller = new PricesController(prices, () -> root.getChildren().setAll(before));
        root.getChildren().setAll(Pages.load(controller));
    }

    /// Shows the workspace with a file, forgetting what was there.
    public void begin(Path file) {
        rehearsal.end();
        if (WorkspaceViewModel.isScenario(file)) {
            root.getChildren().setAll(workspacePage);
            model.begin(file);
        } else {
            var before = List.copyOf(root.getChildren());
            root.getChildren().setAll(workspacePage);
            model.clear();
            look(file, before);
        }
    }

    /// Reads a trace. One of our own is taken at once; another is shown with what it was taken for, and mapped.
    ///
    /// @param before what to go back to if the user thinks better of it
    private void look(Path file, List<Node> before) {
        var importing = new ImportViewModel(file, services.threads(), mappings);
        model.opened().begin(file, importing.progressProperty(), importing::stop);
        importing.look(reading -> {
            if (ImportViewModel.isPlain(reading) || reading.sample().isEmpty()) {
                take(file, reading);
            } else {
                model.opened().handOver();
                showImport(importing, before);
            }
        });
    }

    private void take(Path file, TraceReading reading) {
        root.getChildren().setAll(workspacePage);
        model.open(file, reading);
    }

    private void showImport(ImportViewModel importing, List<Node> before) {
        var controller = new ImportController(
                importing,
                reading -> take(importing.file(), reading),
                () -> root.getChildren().setAll(before));
        root.getChildren().setAll(Pages.load(controller));
    }

    private void open() {
        services.files().open(FilePicker.Purpose.OPEN).ifPresent(this::take);
    }

    /// A file that comes while the workspace is open keeps the choices made there.
    private void take(Path file) {
        if (!root.getChildren().contains(workspacePage)) {
            begin(file);
        } else if (WorkspaceViewModel.isScenario(file)) {
            model.open(file);
        } else {
            look(file, List.copyOf(root.getChildren()));
        }
    }

    private void accelerate(Scene scene) {
        on(scene, KeyCode.O, this::open);
        on(scene, KeyCode.R, workspace::run);
        on(scene, KeyCode.S, workspace::save);
        on(scene, KeyCode.E, workspace::export);
        var saveAs = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        scene.getAccelerators().put(saveAs, workspace::saveAs);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), workspace::cancel);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), this::showHelp);
    }

    private static void on(Scene scene, KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
    }

    private void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        var file = event.getDragboard().getFiles().stream().findFirst().map(File::toPath);
        file.ifPresent(this::take);
        event.setDropCompleted(file.isPresent());
        event.consume();
    }

    /// Ends a run under way.
    public void cancel() {
        workspace.cancel();
    }
}
