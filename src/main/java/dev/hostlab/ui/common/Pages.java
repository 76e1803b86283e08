package dev.hostlab.ui.common;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads pages: the structure from FXML, the controller made by the caller.
public final class Pages {

    private Pages() {}

    /// The page of a controller `StartController`, from `Start.fxml` beside it.
    public static Parent load(Object controller) {
        var type = controller.getClass();
        var name = type.getSimpleName().replace("Controller", "") + ".fxml";
        var loader = new FXMLLoader(requireNonNull(type.getResource(name), name));
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("The page " + name + " is part of Hostlab and cannot be read", broken);
        }
    }
}
