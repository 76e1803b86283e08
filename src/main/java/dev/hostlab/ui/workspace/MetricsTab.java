package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.MetricTrial;
import dev.hostlab.report.TrialTable;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Tables;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Plays the options once with each of several scaling metrics, and shows what came of it side by side.
final class MetricsTab extends VBox {

    private static final int FEWEST = 2;
    private static final double GAP = 14;

    private final WorkspaceViewModel model;
    private final TrialsViewModel trials;
    private final List<CheckBox> boxes = new ArrayList<>();
    private final Button compare = new Button("Compare scaling metrics");
    private final HBox banner = new HBox();
    private final VBox result = new VBox();

    /// Its content is made when it is first looked at.
    MetricsTab(WorkspaceViewModel model) {
        this.model = model;
        this.trials = model.trials();
        getStyleClass().add("tab-page");
        result.getStyleClass().add("panel");
        result.setSpacing(8);
        result.setId("trial-result");
        banner();
        trials.runningProperty().addListener((property, before, now) -> follow());
        trials.trialsProperty().addListener((property, before, now) -> show(now));
        model.run().runningProperty().addListener((property, before, now) -> follow());
    }

    /// The tab with the metrics that are worth comparing for what is shown.
    MetricsTab of(Comparison comparison) {
        boxes.clear();
        TrialTable.metrics(comparison).forEach(metric -> boxes.add(box(metric)));
        getChildren().setAll(List.of(question(), banner, result));
        follow();
        show(trials.trials());
        return this;
    }

    private CheckBox box(TrialTable.Choice metric) {
        var box = new CheckBox(metric.id());
        box.setId("metric-" + metric.id());
        box.setSelected(metric.usual());
        box.setTooltip(new Tooltip(metric.meaning()));
        box.setAccessibleHelp(metric.meaning());
        box.selectedProperty().addListener((property, before, now) -> follow());
        return box;
    }

    private VBox question() {
        compare.setId("compare-metrics");
        compare.getStyleClass().add("accent");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        compare.setOnAction(event -> trials.start(model.input(), chosen()));
        var choice = new FlowPane(GAP, GAP / 2);
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.getChildren().setAll(boxes);
        choice.getChildren().add(compare);
        var message = Labels.wrapped("", "warning-text");
        message.setId("trials-message");
        message.textProperty().bind(trials.messageProperty());
        message.visibleProperty()
                .bind(trials.runningProperty()
                        .not()
                        .and(trials.messageProperty().isNotEmpty()));
        message.managedProperty().bind(message.visibleProperty());
        var panel = new VBox(
                8,
                Labels.of("Which metric should scale this service?", "heading"),
                Labels.wrapped(
                        "Plays every option once with each metric, after the same requests, and shows what it costs and "
                                + "serves. An option that cannot be told to scale on a metric stays as it is.",
                        "muted"),
                choice,
                message);
        panel.getStyleClass().add("panel");
        return panel;
    }

    private List<String> chosen() {
        return boxes.stream()
                .filter(CheckBox::isSelected)
                .map(CheckBox::getText)
                .toList();
    }

    private void banner() {
        var bar = new ProgressBar();
        bar.setPrefWidth(180);
        bar.progressProperty().bind(trials.progressProperty());
        var words = Labels.of("");
        words.textProperty().bind(trials.messageProperty());
        var cancel = new Button("Cancel");
        cancel.setId("cancel-trials");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> trials.cancel());
        banner.getChildren().setAll(List.of(bar, words, Labels.spring(), cancel));
        banner.getStyleClass().add("banner");
        banner.setAlignment(Pos.CENTER_LEFT);
    }

    private void follow() {
        banner.setVisible(trials.isRunning());
        banner.setManaged(trials.isRunning());
        compare.setDisable(
                trials.isRunning() || model.run().isRunning() || chosen().size() < FEWEST || !model.isReady());
    }

    private void show(List<MetricTrial> made) {
        result.setVisible(!made.isEmpty());
        result.setManaged(!made.isEmpty());
        if (!made.isEmpty()) {
            result.getChildren().setAll(Labels.of("Side by side", "heading"), table(made));
            MetricTrial.words(made).forEach(words -> result.getChildren().add(Labels.wrapped(words)));
        }
    }

    private static TableView<MetricTrial> table(List<MetricTrial> made) {
        var table = Tables.of(made, "Nothing was played.");
        table.setId("trials");
        table.getColumns().add(Tables.option(trial -> trial.outcome().option()));
        table.getColumns().add(Tables.words("Scales on", 118, MetricTrial::watched));
        for (var i = 0; i < TrialTable.FIGURES.size(); i++) {
            var at = i;
            var title = TrialTable.FIGURES.get(i);
            var column = Tables.<MetricTrial>amount(
                    title, 40, trial -> TrialTable.figures(trial).get(at));
            table.getColumns().add(TrialTable.SPARE.contains(title) ? Tables.spared(column) : column);
        }
        return Tables.full(table);
    }
}
