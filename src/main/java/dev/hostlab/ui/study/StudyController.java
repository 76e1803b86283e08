package dev.hostlab.ui.study;

import dev.hostlab.report.Headline;
import dev.hostlab.report.StudyTable;
import dev.hostlab.study.Evidence;
import dev.hostlab.study.Finding;
import dev.hostlab.study.Ruling;
import dev.hostlab.study.StudyResult;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.validation.Issue;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of a study: each claim with its ruling, the figure that decides it, and why.
public final class StudyController {

    private static final double CLAIM_WIDTH = 280;
    private static final double RULING_WIDTH = 110;

    private final StudyViewModel model;
    private final Runnable back;

    @FXML
    private HBox studyBanner;

    @FXML
    private ProgressBar studyProgress;

    @FXML
    private VBox studyProblems;

    @FXML
    private Label studySummary;

    @FXML
    private VBox findings;

    @FXML
    private VBox studyFoot;

    /// @param back shows the page from which the user came
    public StudyController(StudyViewModel model, Runnable back) {
        this.model = model;
        this.back = back;
    }

    @FXML
    private void initialize() {
        studyProgress.progressProperty().bind(model.progressProperty());
        studyBanner.visibleProperty().bind(model.runningProperty());
        studyBanner.managedProperty().bind(model.runningProperty());
        model.resultProperty()
                .addListener((property, before, now) -> Optional.ofNullable(now).ifPresent(this::show));
        model.problems().addListener((ListChangeListener<Issue>) change -> showProblems());
        model.start();
    }

    private void showProblems() {
        studyProblems.getChildren().clear();
        for (var issue : model.problems()) {
            studyProblems.getChildren().add(Labels.problem(issue.path(), issue.problem() + " " + issue.advice()));
        }
    }

    private void show(StudyResult study) {
        var comparison = study.comparison();
        studySummary.setText(comparison.workload().name() + ": " + Headline.load(comparison) + " · "
                + Headline.prices(comparison) + " · " + Headline.replications(comparison));
        findings.getChildren().clear();
        study.findings().forEach(finding -> findings.getChildren().add(row(finding)));
        studyFoot.getChildren().setAll(Labels.of("When leaving has paid for itself", "heading"));
        study.paybacks().forEach(payback -> studyFoot.getChildren().add(Labels.wrapped(StudyTable.words(payback))));
        study.notices().forEach(notice -> studyFoot.getChildren().add(Labels.wrapped(notice, "small", "muted")));
    }

    private static Node row(Finding finding) {
        var claim = new VBox(
                2,
                Labels.of(finding.claim().title(), "strong"),
                Labels.wrapped(finding.claim().statement(), "muted"));
        var ruling = Labels.of(finding.ruling().words(), "badge", style(finding.ruling()));
        var verdict = new HBox(ruling);
        var why = new VBox(2, Labels.wrapped(words(finding.deciding()), "strong"), Labels.wrapped(finding.words()));
        finding.more().forEach(figure -> why.getChildren().add(Labels.wrapped(words(figure), "small", "muted")));
        finding.dated()
                .ifPresent(dated -> why.getChildren()
                        .add(Labels.wrapped(
                                dated.since() + ": " + dated.change() + " (" + dated.source() + ")",
                                "small",
                                "muted")));
        wide(claim, CLAIM_WIDTH);
        wide(verdict, RULING_WIDTH);
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMinWidth(0);
        var row = new HBox(12, claim, verdict, why);
        row.setAlignment(Pos.TOP_LEFT);
        row.setId("claim-" + finding.claim().id());
        row.getStyleClass().add("panel");
        return row;
    }

    private static void wide(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    private static String words(Evidence figure) {
        return figure.shown() + " – " + figure.what() + " (" + figure.from() + ")";
    }

    private static String style(Ruling ruling) {
        return switch (ruling) {
            case SUPPORTED -> "praise";
            case NOT_SUPPORTED -> "warning";
            case DEPENDS, OUT_OF_DATE -> "old-mark";
        };
    }

    @FXML
    private void goBack() {
        model.cancel();
        back.run();
    }
}
