package dev.hostlab.ui.imports;

import dev.hostlab.trace.TraceIssue;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.LoadPicture;
import dev.hostlab.ui.common.Sparkline;
import dev.hostlab.units.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page on which a file of another program is looked at, mapped and taken.
public final class ImportController {

    private final ImportViewModel model;
    private final Consumer<TraceReading> taken;
    private final Runnable cancelled;

    @FXML
    private Label fileName;

    @FXML
    private Label format;

    @FXML
    private Label message;

    @FXML
    private Label extent;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button recall;

    @FXML
    private Button accept;

    @FXML
    private FlowPane choices;

    @FXML
    private TableView<List<String>> preview;

    @FXML
    private StackPane picture;

    @FXML
    private VBox figures;

    @FXML
    private VBox findings;

    /// @param taken     takes the trace as it was read
    /// @param cancelled goes back to where the user was
    public ImportController(ImportViewModel model, Consumer<TraceReading> taken, Runnable cancelled) {
        this.model = model;
        this.taken = taken;
        this.cancelled = cancelled;
    }

    @FXML
    private void initialize() {
        fileName.setText(String.valueOf(model.file().getFileName()));
        message.textProperty().bind(model.messageProperty());
        recall.visibleProperty().bind(model.rememberedProperty());
        recall.managedProperty().bind(model.rememberedProperty());
        extent.setText("Shown are the first " + Figures.count(ImportViewModel.FIRST_ROWS) + " rows of a large file.");
        extent.visibleProperty().bind(model.wholeProperty().not());
        extent.managedProperty().bind(extent.visibleProperty());
        progress.progressProperty().bind(model.progressProperty());
        progress.visibleProperty().bind(model.busyProperty().and(extent.visibleProperty()));
        choices.getChildren().setAll(new ChoiceRow(model).nodes());
        var ready = Bindings.createBooleanBinding(
                () -> model.readingProperty()
                        .get()
                        .filter(TraceReading::isAccepted)
                        .isPresent(),
                model.readingProperty());
        accept.disableProperty()
                .bind(ready.not()
                        .or(model.busyProperty())
                        .or(model.wholeProperty().not()));
        model.readingProperty().addListener((property, before, now) -> show(now));
        show(model.readingProperty().get());
    }

    private void show(Optional<TraceReading> reading) {
        reading.ifPresent(this::show);
    }

    private void show(TraceReading reading) {
        reading.sample().ifPresent(sample -> {
            format.setText(sample.format().label());
            new PreviewTable(preview, model).show(sample);
        });
        picture.getChildren().clear();
        picture.setVisible(reading.isAccepted());
        picture.setManaged(reading.isAccepted());
        figures.getChildren().clear();
        if (reading instanceof TraceReading.Accepted accepted) {
            showFigures(accepted);
        } else {
            figures.getChildren()
                    .add(Labels.wrapped(
                            "Not readable this way yet. Choose above what each column means; what is wrong stands beside.",
                            "muted"));
        }
        findings.getChildren().clear();
        reading.errors().forEach(error -> add(error, "warning-text"));
        var more = reading.errorCount() - reading.errors().size();
        if (more > 0) {
            findings.getChildren().add(Labels.wrapped(more + " more problems are not listed.", "warning-text"));
        }
        reading.warnings().forEach(warning -> add(warning, "finding"));
        reading.inferred()
                .forEach(inference -> findings.getChildren()
                        .add(Labels.wrapped("Inferred " + inference.subject() + ": " + inference.taken(), "muted")));
    }

    private void add(TraceIssue issue, String style) {
        var place = issue.line() == 0 ? "" : "Line " + issue.line() + ", ";
        var field = issue.field().isEmpty() ? "" : issue.field() + ": ";
        findings.getChildren().add(Labels.wrapped(place + field + issue.message(), style));
    }

    private void showFigures(TraceReading.Accepted accepted) {
        var summary = accepted.summary();
        var load = accepted.figures();
        picture.getChildren()
                .setAll(new Sparkline(LoadPicture.of(accepted.workload().arrivals())));
        addFigure(Figures.count(summary.rows()) + " rows over "
                + Figures.span(Duration.between(summary.from(), summary.to())));
        addFigure(summary.from() + " to " + summary.to());
        addFigure(Figures.count(Math.round(summary.totals().requests())) + " requests, "
                + Figures.number(load.meanPerMinute()) + " a minute, at most " + Figures.number(load.peakPerMinute()));
        if (accepted.workload().arrivals().hasTokens()) {
            addFigure(Figures.count(Math.round(summary.totals().inputTokens())) + " input and "
                    + Figures.count(Math.round(summary.totals().outputTokens())) + " output tokens");
        }
        addFigure(Figures.count(summary.gaps()) + " bins missing");
        load.words().forEach(words -> figures.getChildren().add(Labels.wrapped(words, "muted")));
    }

    private void addFigure(String words) {
        figures.getChildren().add(Labels.of(words));
    }

    @FXML
    private void recall() {
        model.recall();
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void reset() {
        model.reset();
        choices.getChildren().setAll(new ChoiceRow(model).nodes());
    }

    @FXML
    private void cancel() {
        model.stop();
        cancelled.run();
    }

    @FXML
    private void accept() {
        model.readingProperty().get().filter(TraceReading::isAccepted).ifPresent(taken);
    }
}
