package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.report.OptionFacts;
import dev.hostlab.report.Totals;
import dev.hostlab.ui.common.FilePicker;
import dev.hostlab.ui.common.FilePicker.Purpose;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import dev.hostlab.validation.Issue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The page of the workspace: form left, verdict, cards and tabs right.
public final class WorkspaceController {

    private final WorkspaceViewModel model;
    private final Surroundings surroundings;

    @FXML
    private Label title;

    @FXML
    private Button saveFile;

    @FXML
    private Button exportReport;

    @FXML
    private Button runButton;

    @FXML
    private ScrollPane formScroll;

    @FXML
    private ScrollPane resultScroll;

    @FXML
    private VBox problems;

    @FXML
    private HBox runBanner;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressWords;

    @FXML
    private HBox oldBanner;

    @FXML
    private Label oldWords;

    @FXML
    private Button runAgain;

    @FXML
    private VBox emptyState;

    @FXML
    private Label emptyTitle;

    @FXML
    private Label emptyWords;

    @FXML
    private VBox resultBody;

    @FXML
    private Label verdict;

    @FXML
    private CardRow cards;

    @FXML
    private HBox tabs;

    @FXML
    private VBox tabContent;

    @FXML
    private Label statusPrices;

    @FXML
    private Label statusRuns;

    @FXML
    private Label statusSpeed;

    @FXML
    private Label statusMessage;

    @FXML
    private Label statusKind;

    /// What the page needs of the window.
    ///
    /// @param clock tells how old prices are
    /// @param home  shows the start page
    public record Surroundings(Look look, FilePicker files, Clock clock, Runnable home) {}

    public WorkspaceController(WorkspaceViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
    }

    @FXML
    private void initialize() {
        title.textProperty().bind(model.titleProperty());
        title.setTooltip(new Tooltip());
        title.getTooltip().textProperty().bind(model.titleProperty());
        formScroll.setContent(new FormView(model));
        runButton.setTooltip(new Tooltip("Simulates the options (Ctrl or ⌘ R)"));
        saveFile.setTooltip(new Tooltip("Saves the scenario (Ctrl or ⌘ S; with Shift under another name)"));
        exportReport.setTooltip(new Tooltip("Writes a report as web page, JSON or text (Ctrl or ⌘ E)"));
        var run = model.run();
        progress.progressProperty().bind(run.progressProperty());
        progressWords.textProperty().bind(run.messageProperty());
        statusMessage.textProperty().bind(model.messageProperty());
        showWhile(runBanner, run.runningProperty());
        var resultTabs = new ResultTabs(tabs, tabContent, surroundings.look());
        model.traceProperty().addListener((property, before, now) -> formScroll.setVvalue(0));
        model.comparisonProperty().addListener((property, before, now) -> show(now, resultTabs));
        model.problems().addListener((ListChangeListener<Issue>) change -> showProblems());
        run.failureProperty().addListener((property, before, now) -> showProblems());
        model.form().resolutionProperty().addListener((property, before, now) -> showState());
        for (var state : List.of(model.outOfDateProperty(), model.loadingProperty(), run.runningProperty())) {
            state.addListener((property, before, now) -> showState());
        }
        show(model.comparison(), resultTabs);
        showProblems();
    }

    private static void showWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void show(Optional<Comparison> comparison, ResultTabs resultTabs) {
        comparison.ifPresent(shown -> {
            verdict.setText(shown.verdict().text());
            showCards(shown);
            resultTabs.show(shown, model.simulations());
            statusPrices.setText(StatusText.prices(shown, LocalDate.now(surroundings.clock())));
            statusRuns.setText(StatusText.replications(shown));
            statusSpeed.setText(StatusText.speed(shown));
        });
        statusKind.setText(comparison.isPresent() ? "exact" : "");
        if (comparison.isEmpty()) {
            List.of(statusPrices, statusRuns, statusSpeed).forEach(label -> label.setText(""));
        }
        showState();
    }

    private void showCards(Comparison shown) {
        var highest = shown.outcomes().stream()
                .mapToDouble(outcome -> Totals.shown(outcome).toDouble())
                .max()
                .orElse(0);
        cards.show(OptionFacts.of(shown).stream()
                .map(facts -> new CardView(facts, highest, surroundings.look()))
                .toList());
    }

    private void showProblems() {
        problems.getChildren().clear();
        for (var issue : model.problems()) {
            problems.getChildren().add(problem(issue.path(), issue.problem() + " " + issue.advice()));
        }
        var failure = model.run().failureProperty().get();
        if (!failure.isEmpty()) {
            problems.getChildren().add(problem("The run failed", failure));
        }
        show(problems, !problems.getChildren().isEmpty());
        showState();
    }

    private static VBox problem(String where, String words) {
        var problem = new VBox(2, Labels.wrapped(where, "strong"), Labels.wrapped(words));
        problem.getStyleClass().add("problem-panel");
        return problem;
    }

    private void showState() {
        var hasResult = model.comparison().isPresent();
        show(resultBody, hasResult);
        show(emptyState, !hasResult);
        resultBody.setOpacity(model.outOfDateProperty().get() ? 0.55 : 1);
        show(oldBanner, model.outOfDateProperty().get() && !model.run().isRunning());
        var wrong = model.form().resolution().issues().size();
        oldWords.setText(
                wrong == 0
                        ? "Out of date: the scenario has changed since this was simulated."
                        : "Out of date: mend what is marked on the left, then run again.");
        runButton.setDisable(!model.isReady() || model.run().isRunning());
        runAgain.setDisable(runButton.isDisabled());
        saveFile.setDisable(model.traceProperty().get().isEmpty());
        exportReport.setDisable(!hasResult);
        var empty = EmptyState.of(model);
        emptyTitle.setText(empty.title());
        emptyWords.setText(empty.words());
    }

    @FXML
    private void goHome() {
        surroundings.home().run();
    }

    /// Asks for a trace or a scenario.
    @FXML
    public void open() {
        surroundings.files().open(Purpose.OPEN).ifPresent(model::open);
    }

    /// Saves where the scenario came from, or asks.
    @FXML
    public void save() {
        model.scenarioFile().ifPresentOrElse(model::save, this::saveAs);
    }

    public void saveAs() {
        if (!saveFile.isDisabled()) {
            var name = stem() + ".scenario.json";
            surroundings.files().save(Purpose.SCENARIO, name).ifPresent(model::save);
        }
    }

    @FXML
    public void export() {
        if (model.comparison().isPresent()) {
            surroundings.files().save(Purpose.REPORT, stem() + ".html").ifPresent(model::export);
        }
    }

    private String stem() {
        return model.titleProperty().get().replaceFirst("(\\.scenario)?\\.[A-Za-z]+(\\.gz)?$", "");
    }

    @FXML
    public void run() {
        if (!model.run().isRunning()) {
            model.start();
            resultScroll.setVvalue(0);
        }
    }

    @FXML
    public void cancel() {
        model.run().cancel();
    }
}
