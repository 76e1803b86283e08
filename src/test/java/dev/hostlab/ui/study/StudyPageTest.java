package dev.hostlab.ui.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.files.Home;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.files.StudyFiles;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.study.Claim;
import dev.hostlab.ui.Stagehand;
import dev.hostlab.ui.common.Pages;
import dev.hostlab.ui.common.Threads;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of the study, over two days of the sample.
class StudyPageTest {

    private final AtomicInteger left = new AtomicInteger();

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Stagehand.startToolkit();
    }

    private Parent open(StudyViewModel model) throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> Pages.load(new StudyController(model, left::incrementAndGet)));
    }

    private static StudyViewModel model(Path samples) {
        var settings = Settings.standard().with(Map.of("horizonHours", "48", "replications", "2"));
        var files = new StudyFiles(samples, new PriceChoice(Home.snapshots()), null);
        return new StudyViewModel(Threads.ofWindow(), files, Scenario.of(settings.settings()));
    }

    @Test
    void everyClaimStandsWithItsVerdictAndFigure() throws InterruptedException, ExecutionException {
        var model = model(Home.samples());
        var page = open(model);
        Stagehand.waitFor("the study", () -> model.resultProperty().get() != null);
        Stagehand.onScreen(() -> {
            var content = ((ScrollPane) ((BorderPane) page).getCenter()).getContent();
            for (var claim : Claim.values()) {
                var row = (Parent) content.lookup("#claim-" + claim.id());
                var texts = row.lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .toList();
                assertThat(texts).contains(claim.statement()).hasSizeGreaterThan(4);
                assertThat(row.lookupAll(".badge")).hasSize(1);
            }
            assertThat(content.lookup("#studyBanner").isVisible()).isFalse();
        });
    }

    @Test
    void leavingEndsTheRun() throws InterruptedException, ExecutionException {
        var model = model(Home.samples());
        var page = open(model);
        Stagehand.onScreen(() -> ((Button) page.lookup("#leaveStudy")).fire());
        assertThat(left).hasValue(1);
        Stagehand.waitFor("the end", () -> !model.runningProperty().get());
        assertThat(model.resultProperty().get()).isNull();
    }

    @Test
    void missingSampleIsTold(@TempDir Path empty) throws InterruptedException, ExecutionException {
        var model = model(empty);
        open(model);
        Stagehand.waitFor("the problem", () -> !model.problems().isEmpty());
        assertThat(model.problems().getFirst().toString()).contains("leaving-beanstalk.csv");
    }
}
