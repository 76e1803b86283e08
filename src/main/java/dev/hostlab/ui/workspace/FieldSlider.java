package dev.hostlab.ui.workspace;

import atlantafx.base.controls.ProgressSliderSkin;
import dev.hostlab.settings.Parameter;
import javafx.animation.PauseTransition;
import javafx.scene.control.Skin;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// A slider under a number: while it moves everything shown is an estimate, once it rests the options are simulated.
final class FieldSlider extends Slider {

    /// Keys and clicks on the track count as let go after this long.
    private static final Duration REST = Duration.millis(500);

    private final FieldViewModel field;
    private final Parameter<?> parameter;
    private final WorkspaceViewModel workspace;
    private final PauseTransition rest = new PauseTransition(REST);
    private DragRange range;
    private boolean following;

    FieldSlider(FieldViewModel field, Parameter<?> parameter, WorkspaceViewModel workspace) {
        super(0, 1, 0);
        this.field = field;
        this.parameter = parameter;
        this.range = DragRange.around(parameter, field.textProperty().get());
        setValue(range.place(field.textProperty().get()));
        this.workspace = workspace;
        getStyleClass().addAll("field-slider", "progress-slider");
        setId(field.path() + ".slider");
        setBlockIncrement(0.02);
        setAccessibleText(field.label() + ", slider");
        setTooltip(new Tooltip("Drag to see an estimate; the options are simulated when you let go."));
        field.textProperty().addListener((property, before, now) -> follow(now));
        valueProperty().addListener((property, before, now) -> moved());
        valueChangingProperty().addListener((property, before, now) -> {
            if (!now) {
                letGo();
            }
        });
        rest.setOnFinished(event -> workspace.release());
    }

    /// With the part before the thumb filled.
    @Override
    protected Skin<?> createDefaultSkin() {
        return new ProgressSliderSkin(this);
    }

    private void follow(String text) {
        if (!isValueChanging() && !following) {
            if (!field.changedProperty().get() || !range.holds(text)) {
                range = DragRange.around(parameter, text);
            }
            following = true;
            setValue(range.place(text));
            following = false;
        }
    }

    private void moved() {
        var text = range.text(getValue());
        if (following || text.equals(field.textProperty().get())) {
            return;
        }
        following = true;
        workspace.drag(field.path(), text);
        following = false;
        if (!isValueChanging()) {
            rest.playFromStart();
        }
    }

    private void letGo() {
        rest.stop();
        workspace.release();
    }
}
