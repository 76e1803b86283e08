package dev.hostlab.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

/// The system's own file dialogs; each starts in the folder of the last one.
public final class DialogFilePicker implements FilePicker {

    private final Stage owner;
    private Optional<File> folder = Optional.empty();

    public DialogFilePicker(Stage owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(Purpose purpose) {
        return remember(chooser(purpose).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> save(Purpose purpose, String name) {
        var chooser = chooser(purpose);
        chooser.setInitialFileName(name);
        return remember(chooser.showSaveDialog(owner));
    }

    private FileChooser chooser(Purpose purpose) {
        var chooser = new FileChooser();
        chooser.setTitle(purpose.title());
        chooser.getExtensionFilters().setAll(filters(purpose));
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private static List<ExtensionFilter> filters(Purpose purpose) {
        return switch (purpose) {
            case OPEN ->
                List.of(
                        new ExtensionFilter("Traces and scenarios", "*.csv", "*.csv.gz", "*.gz", "*.txt", "*.json"),
                        new ExtensionFilter("All files", "*"));
            case SCENARIO -> List.of(new ExtensionFilter("Hostlab scenario", "*.json"));
            case REPORT ->
                List.of(
                        new ExtensionFilter("Web page", "*.html"),
                        new ExtensionFilter("JSON", "*.json"),
                        new ExtensionFilter("Plain text", "*.txt"));
        };
    }

    private Optional<Path> remember(File chosen) {
        var file = Optional.ofNullable(chosen);
        file.map(File::getParentFile).ifPresent(parent -> folder = Optional.of(parent));
        return file.map(File::toPath);
    }
}
