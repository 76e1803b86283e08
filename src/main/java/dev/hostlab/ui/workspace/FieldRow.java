package dev.hostlab.ui.workspace;

import atlantafx.base.controls.CustomTextField;
import dev.hostlab.ui.common.Labels;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// A setting on the form: label left, value right with its unit inside; a dot where it was changed, and what is wrong
/// under it.
final class FieldRow extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final double TIP_WIDTH = 360;
    private static final double BETWEEN = 3;
    private static final Duration TIP_AFTER = Duration.millis(400);
    private static final Duration TIP_STAYS = Duration.minutes(5);

    private final FieldViewModel field;
    private final HBox line = new HBox(BETWEEN);

    /// @param choices words to choose from; empty for any text
    FieldRow(FieldViewModel field, List<String> choices, Runnable reset) {
        this.field = field;
        getStyleClass().add("field-row");
        var label = Labels.of(field.label(), "field-label");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        var input = input(choices);
        input.getStyleClass().add("field");
        input.setId(field.path());
        input.setAccessibleText(field.label());
        label.setLabelFor(input);
        line.getChildren().setAll(label, dot(reset), Labels.spring());
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        var tip = tip();
        Tooltip.install(label, tip);
        input.setTooltip(tip);
        input.accessibleHelpProperty().bind(field.helpProperty());
        field.problemProperty()
                .addListener((property, before, now) -> input.pseudoClassStateChanged(WRONG, !now.isEmpty()));
        input.pseudoClassStateChanged(WRONG, !field.problemProperty().get().isEmpty());
        getChildren().setAll(line, problem());
        place(input);
    }

    /// Free text may be long, so it has a line of its own.
    private void place(Control input) {
        if (input instanceof TextField && !field.isNumber()) {
            input.getStyleClass().add("wide");
            getChildren().add(1, input);
        } else {
            line.getChildren().add(input);
        }
    }

    /// A small button beside the label that leads on.
    void link(String words, String id, Runnable action) {
        var link = new Button(words);
        link.setId(id);
        link.getStyleClass().addAll("flat-button", "small");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> action.run());
        line.getChildren().add(2, link);
    }

    /// The same with a slider under the number.
    FieldRow withSlider(FieldSlider slider) {
        getChildren().add(1, slider);
        return this;
    }

    private Control input(List<String> choices) {
        if (field.isFlag()) {
            var box = new CheckBox();
            box.setSelected(field.textProperty().get().equals("true"));
            box.selectedProperty()
                    .addListener((property, before, now) -> field.textProperty().set(now.toString()));
            field.textProperty().addListener((property, before, now) -> box.setSelected(now.equals("true")));
            return box;
        }
        if (!choices.isEmpty()) {
            var box = new ComboBox<String>();
            box.getItems().setAll(choices);
            box.valueProperty().bindBidirectional(field.textProperty());
            return box;
        }
        return textField();
    }

    private TextField textField() {
        var input = field.unitProperty().get().isEmpty() ? new TextField() : withUnit();
        input.textProperty().bindBidirectional(field.textProperty());
        if (field.isNumber()) {
            input.getStyleClass().add("number");
        }
        return input;
    }

    private CustomTextField withUnit() {
        var unit = Labels.of("", "unit");
        unit.textProperty().bind(field.unitProperty());
        unit.setMinWidth(Region.USE_PREF_SIZE);
        var input = new CustomTextField();
        input.setRight(unit);
        return input;
    }

    /// A small button, so that it can be reached by keyboard too.
    private Button dot(Runnable reset) {
        var dot = new Button("•");
        dot.getStyleClass().add("changed-dot");
        dot.setOnAction(event -> reset.run());
        dot.setAccessibleText("Reset " + field.label());
        dot.setTooltip(new Tooltip("Changed. Click to reset."));
        dot.visibleProperty().bind(field.changedProperty());
        dot.managedProperty().bind(dot.visibleProperty());
        return dot;
    }

    private Label problem() {
        var problem = Labels.wrapped("", "problem", "small");
        problem.textProperty().bind(field.problemProperty());
        problem.visibleProperty().bind(Bindings.isNotEmpty(field.problemProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Tooltip tip() {
        var tip = new Tooltip();
        tip.textProperty().bind(field.helpProperty());
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        tip.setShowDelay(TIP_AFTER);
        tip.setShowDuration(TIP_STAYS);
        return tip;
    }
}
