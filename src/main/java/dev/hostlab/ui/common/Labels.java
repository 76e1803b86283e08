package dev.hostlab.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Small pieces that every page needs.
public final class Labels {

    private Labels() {}

    /// A text with style classes of `hostlab.css`.
    public static Label of(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A text that takes as many lines as it needs.
    public static Label wrapped(String text, String... styles) {
        var label = of(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// What is wrong, with where and what to do about it.
    public static VBox problem(String where, String words) {
        var panel = new VBox(2, wrapped(where, "strong"), wrapped(words));
        panel.getStyleClass().add("problem-panel");
        return panel;
    }

    /// Takes what room there is.
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
