package dev.hostlab.ui.workspace;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Undo and redo of the whole form, before a field takes the keys for what was typed last in it alone.
final class UndoKeys {

    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private UndoKeys() {}

    /// Lets the keys work wherever the focus is on a page.
    static void install(Node page, FormViewModel form) {
        page.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (REDO.match(event) || REDO_TOO.match(event)) {
                form.redo();
                event.consume();
            } else if (UNDO.match(event)) {
                form.undo();
                event.consume();
            }
        });
    }
}
