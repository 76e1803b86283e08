package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.ui.common.FilePicker;
import dev.hostlab.ui.common.FilePicker.Purpose;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import dev.hostlab.validation.Issue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
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

    private static final double FADED = 0.55;

    private final WorkspaceViewModel model;
    private final Surroundings surroundings;
    private final FormView form;
    private List<Object> cardsShown = List.of();

    @FXML
    private Label title;

    @FXML
    private Button saveFile;

    @FXML
    private Button exportReport;

    @FXML
    private Button openHelp;

    @FXML
    private Button runButton;

    @FXML
    private ScrollPane formScroll;

    @FXML
    private ScrollPane resultScroll;

    @FXML
    private VBox problems;

    @FXML
    private ReadingBanner readingBanner;

    @FXML
    private HBox runBanner;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressWords;

    @FXML
    private Label oldMark;

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
    private VBox notes;

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
    /// @param clock  tells how old prices are
    /// @param home   shows the start page
    /// @param prices shows the page of prices
    /// @param help   shows the page of help
    public record Surroundings(
            Look look, FilePicker files, Clock clock, Runnable home, Runnable prices, Runnable help) {}

    public WorkspaceController(WorkspaceViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
        form = new FormView(model, surroundings.prices());
    }

    @FXML
    private void initialize() {
        title.textProperty().bind(model.opened().nameProperty());
        title.setTooltip(new Tooltip());
        title.getTooltip().textProperty().bind(model.opened().nameProperty());
        formScroll.setContent(form);
        UndoKeys.install(formScroll.getParent(), model.form());
        explain();
        openHelp.setOnAction(event -> surroundings.help().run());
        var run = model.run();
        var result = model.result();
        progress.progressProperty().bind(run.progressProperty());
        progressWords.textProperty().bind(run.messageProperty());
        statusMessage.textProperty().bind(model.messages().lastProperty());
        var resultTabs = new ResultTabs(tabs, tabContent, new MetricsTab(model)::of, surroundings.look());
        var priceGaps = new PriceGapsView(model.form());
        notes.getChildren().add(priceGaps);
        notes.managedProperty().bind(priceGaps.managedProperty());
        readingBanner.follow(model.opened());
        model.traceProperty().addListener((property, before, now) -> formScroll.setVvalue(0));
        result.comparisonProperty().addListener((property, before, now) -> {
            now.ifPresent(shown -> show(shown, resultTabs, priceGaps));
            showStatus();
            showCards();
            showState();
        });
        run.runningProperty().addListener((property, before, now) -> showCards());
        follow();
        showStatus();
        showProblems();
    }

    /// The rows of the form, for styling them one by one before the page is shown.
    ObservableList<Node> formRows() {
        return form.getChildren();
    }

    private void explain() {
        runButton.setTooltip(new Tooltip("Simulates the options (Ctrl or ⌘ R)"));
        saveFile.setTooltip(new Tooltip("Saves the scenario (Ctrl or ⌘ S; with Shift under another name)"));
        exportReport.setTooltip(new Tooltip("Writes a report as web page, JSON or text (Ctrl or ⌘ E)"));
        oldMark.setTooltip(new Tooltip("What is shown was not simulated with what the form says."));
    }

    private void follow() {
        var run = model.run();
        model.messages().problems().addListener((ListChangeListener<Issue>) change -> showProblems());
        run.failureProperty().addListener((property, before, now) -> showProblems());
        model.form().resolutionProperty().addListener((property, before, now) -> showState());
        model.opened().nameProperty().addListener((property, before, now) -> showState());
        for (var state :
                List.of(model.result().outOfDateProperty(), model.opened().readingProperty(), run.runningProperty())) {
            state.addListener((property, before, now) -> showState());
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void show(Comparison shown, ResultTabs resultTabs, PriceGapsView priceGaps) {
        resultTabs.show(shown, model.result().shownRuns());
        priceGaps.show(shown.prices().region(), PriceShelf.STANDARD, model.priceGaps());
    }

    /// Cards are made anew only where they would differ.
    private void showCards() {
        var result = model.result();
        var running = model.run().isRunning();
        var now = List.<Object>of(
                result.comparison(),
                result.pending(),
                running && !result.pending().isEmpty());
        if (!now.equals(cardsShown)) {
            cardsShown = now;
            cards.show(Cards.of(result, running, surroundings.look()));
        }
    }

    private void showStatus() {
        var shown = model.result().comparison();
        statusPrices.setText(shown.map(it -> StatusText.prices(it, LocalDate.now(surroundings.clock())))
                .orElse(""));
        statusRuns.setText(shown.map(StatusText::replications).orElse(""));
        statusSpeed.setText(shown.map(StatusText::speed).orElse(""));
    }

    private void showProblems() {
        problems.getChildren().clear();
        for (var issue : model.messages().problems()) {
            problems.getChildren().add(Labels.problem(issue.path(), issue.problem() + " " + issue.advice()));
        }
        var failure = model.run().failureProperty().get();
        if (!failure.isEmpty()) {
            problems.getChildren().add(Labels.problem("The run failed", failure));
        }
        show(problems, !problems.getChildren().isEmpty());
        showState();
    }

    private void showState() {
        var result = model.result();
        var running = model.run().isRunning();
        var old = result.outOfDateProperty().get();
        var hasResult = result.comparison().isPresent();
        show(resultBody, hasResult || running);
        show(emptyState, !hasResult && !running);
        show(runBanner, running);
        show(verdict, hasResult && !running);
        show(tabs, hasResult);
        show(tabContent, hasResult);
        verdict.setText(hasResult ? Cards.verdict(result) : "");
        resultBody.setOpacity(old && !running ? FADED : 1);
        show(oldMark, result.isEstimate() || (old && !running));
        oldMark.setText(StatusText.mark(result, model.form().isFine()));
        runButton.setDisable(!model.isReady() || running);
        statusKind.setText(StatusText.kind(result, running));
        saveFile.setDisable(model.traceProperty().get().isEmpty());
        exportReport.setDisable(model.comparison().isEmpty());
        EmptyState.of(model).show(emptyTitle, emptyWords);
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
            var name = model.opened().stem() + ".scenario.json";
            surroundings.files().save(Purpose.SCENARIO, name).ifPresent(model::save);
        }
    }

    @FXML
    public void export() {
        if (model.comparison().isPresent()) {
            surroundings
                    .files()
                    .save(Purpose.REPORT, model.opened().stem() + ".html")
                    .ifPresent(model::export);
        }
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
        model.opened().giveUp();
        model.run().cancel();
    }
}
