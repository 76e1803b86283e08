package dev.hostlab.ui.workspace;

import dev.hostlab.ui.common.Labels;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// How far a file has been read, with a way to give it up. Files that are read in a blink show nothing.
public final class ReadingBanner extends HBox {

    private static final Duration BLINK = Duration.millis(300);
    private static final double BAR = 180;

    /// Not seen until something is read.
    public ReadingBanner() {
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        show(false);
    }

    /// Follows the file that is open.
    void follow(OpenedFile file) {
        var bar = new ProgressBar();
        bar.setPrefWidth(BAR);
        bar.progressProperty().bind(file.progressProperty());
        var words = Labels.of("");
        words.textProperty()
                .bind(file.nameProperty()
                        .map(name -> "Reading " + name + ", ")
                        .flatMap(before -> file.progressProperty()
                                .map(share -> before + Math.round(100 * share.doubleValue()) + " %")));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var stop = new Button("Cancel");
        stop.setId("cancelReading");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(event -> file.giveUp());
        getChildren().setAll(bar, words, stop);
        var blink = new PauseTransition(BLINK);
        blink.setOnFinished(event -> show(file.isReading()));
        file.readingProperty().addListener((property, before, now) -> {
            if (now) {
                blink.playFromStart();
            } else {
                blink.stop();
                show(false);
            }
        });
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
