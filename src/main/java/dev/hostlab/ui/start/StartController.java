package dev.hostlab.ui.start;

import dev.hostlab.ui.common.FilePicker;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Sparkline;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page that a user meets first.
public final class StartController {

    private static final int COLUMNS = 3;
    private static final double PICTURE_HEIGHT = 52;
    private static final double CARD_HEIGHT = 158;
    private static final double FLAT_PADDING = 8;

    private final StartViewModel model;
    private final FilePicker files;
    private final Ways ways;

    @FXML
    private GridPane samples;

    @FXML
    private VBox recentBlock;

    @FXML
    private VBox recentFiles;

    /// Where the page leads besides a workspace.
    ///
    /// @param prices shows the page of prices
    /// @param study  shows the study of leaving Beanstalk
    /// @param help   shows the page of help
    public record Ways(Runnable prices, Runnable study, Runnable help) {}

    public StartController(StartViewModel model, FilePicker files, Ways ways) {
        this.model = model;
        this.files = files;
        this.ways = ways;
    }

    @FXML
    private void initialize() {
        for (var i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            column.setHgrow(Priority.ALWAYS);
            samples.getColumnConstraints().add(column);
        }
        var index = 0;
        for (var sample : model.samples()) {
            samples.add(card(sample), index % COLUMNS, index / COLUMNS);
            index++;
        }
        model.recent().forEach(file -> recentFiles.getChildren().add(recent(file)));
        recentBlock.setVisible(!model.recent().isEmpty());
        recentBlock.setManaged(recentBlock.isVisible());
    }

    private Button card(StartViewModel.Sample sample) {
        var picture = new StackPane();
        picture.setMinHeight(PICTURE_HEIGHT);
        picture.setPrefHeight(PICTURE_HEIGHT);
        var size = Labels.of(" ", "small", "muted");
        var line = Labels.of(sample.line(), "muted");
        line.setWrapText(true);
        var content = new VBox(4, Labels.of(sample.title(), "strong"), line, Labels.spring(), picture, size);
        VBox.setVgrow(content.getChildren().get(2), Priority.ALWAYS);
        model.preview(sample, preview -> {
            picture.getChildren().setAll(new Sparkline(preview.load()));
            size.setText(preview.words());
        });
        var card = new Button();
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setGraphic(content);
        card.setAccessibleText(sample.title() + ": " + sample.line());
        card.setId("sample-" + sample.file().getFileName());
        card.getStyleClass().add("sample-card");
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        card.setPrefHeight(CARD_HEIGHT);
        card.setMinHeight(Region.USE_PREF_SIZE);
        content.prefWidthProperty().bind(card.widthProperty().subtract(26));
        card.setOnAction(event -> model.choose(sample.file()));
        return card;
    }

    private Button recent(Path file) {
        var button = new Button(String.valueOf(file.getFileName()));
        button.getStyleClass().add("flat-button");
        button.setTooltip(new Tooltip(file.toString()));
        button.setOnAction(event -> model.choose(file));
        VBox.setMargin(button, new Insets(0, 0, 0, -FLAT_PADDING));
        return button;
    }

    @FXML
    private void showStudy() {
        ways.study().run();
    }

    @FXML
    private void showPrices() {
        ways.prices().run();
    }

    @FXML
    private void showHelp() {
        ways.help().run();
    }

    @FXML
    public void open() {
        files.open(FilePicker.Purpose.OPEN).ifPresent(model::choose);
    }
}
