package dev.hostlab.ui.imports;

import dev.hostlab.trace.Choice;
import dev.hostlab.trace.GapPolicy;
import dev.hostlab.ui.common.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One control for each thing that was inferred and can be said instead.
final class ChoiceRow {

    private static final String AS_FOUND = "as found";
    private static final double WIDTH = 132;

    private static final List<Choice> SHOWN = List.of(
            Choice.FORMAT,
            Choice.DELIMITER,
            Choice.ENCODING,
            Choice.HEADER,
            Choice.TIME,
            Choice.ROWS,
            Choice.VALUES,
            Choice.SAME_TIME,
            Choice.ARRIVALS);

    private final ImportViewModel model;

    ChoiceRow(ImportViewModel model) {
        this.model = model;
    }

    List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        SHOWN.forEach(choice -> nodes.add(labelled(capital(choice.id().replace('-', ' ')), box(choice))));
        nodes.add(labelled("Zone", zone()));
        nodes.add(labelled("Gaps", gaps()));
        nodes.add(labelled("Bin, seconds", number(Choice.BIN)));
        nodes.add(labelled("Completed a minute", number(Choice.COMPLETED)));
        return nodes;
    }

    private ComboBox<String> box(Choice choice) {
        var box = new ComboBox<String>();
        box.getItems().add(AS_FOUND);
        box.getItems().addAll(choice.allowed());
        box.setValue(model.options().choices().values().getOrDefault(choice, AS_FOUND));
        box.setId("choice-" + choice.id());
        box.setPrefWidth(WIDTH);
        box.setAccessibleText(choice.meaning());
        box.valueProperty()
                .addListener((property, before, now) ->
                        model.set(choice, Optional.ofNullable(now).filter(value -> !value.equals(AS_FOUND))));
        return box;
    }

    private TextField zone() {
        var zone = new TextField();
        zone.setPromptText("UTC");
        zone.setId("choice-zone");
        zone.setPrefWidth(WIDTH);
        zone.setOnAction(event -> model.setZone(zone.getText()));
        zone.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                model.setZone(zone.getText());
            }
        });
        return zone;
    }

    private TextField number(Choice choice) {
        var field = new TextField();
        field.setPromptText(AS_FOUND);
        field.setId("choice-" + choice.id());
        field.setAccessibleText(choice.meaning());
        field.setPrefWidth(WIDTH);
        field.setOnAction(event -> {
            var said = Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
            var wrong = said.filter(text ->
                    !model.options().choices().with(choice, text).issues().isEmpty());
            if (wrong.isEmpty()) {
                model.set(choice, said);
            }
        });
        return field;
    }

    private ComboBox<String> gaps() {
        var box = new ComboBox<String>();
        box.getItems().addAll("left out", "no load");
        box.setValue(model.options().gaps() == GapPolicy.ZERO ? "no load" : "left out");
        box.setId("choice-gaps");
        box.setPrefWidth(WIDTH);
        box.valueProperty()
                .addListener((property, before, now) ->
                        model.setGaps("no load".equals(now) ? GapPolicy.ZERO : GapPolicy.UNKNOWN));
        return box;
    }

    private static VBox labelled(String name, Node control) {
        return new VBox(2, Labels.of(name, "small", "muted"), control);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
