package dev.hostlab.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of what calls a model, of queues, of events and of the study, as [ScreenPictures] makes them of the rest.
///
/// Not part of the build: `mvn test -Dtest='ScreenPictures*'`.
@SuppressWarnings("NullAway.Init") // each picture's first step makes the camera
class ScreenPicturesOfModels {

    /// As many as a comparison has by itself.
    private static final String REPLICATIONS = "10";

    @TempDir
    private Path folder;

    private Camera camera;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Stagehand.startToolkit();
    }

    private void open(String sample, Map<String, String> changes)
            throws InterruptedException, ExecutionException, IOException {
        camera = Stagehand.onScreen(() -> new Camera(folder));
        var settings = new TreeMap<>(changes);
        settings.put("replications", REPLICATIONS);
        var file = Scenarios.write(folder, sample, settings);
        Stagehand.onScreen(() -> camera.shell().begin(file));
        camera.waitForResult();
    }

    @Test
    void limitsAndTenants() throws InterruptedException, ExecutionException, IOException {
        open("chat-service.csv", Scenarios.LIMITS);
        camera.take("bound", true);
        for (var page : List.of("tokens", "tenants")) {
            camera.fire("#tab-" + page);
            camera.take(page, true);
        }
        camera.fire("#tab-tokens");
        var chart = Stagehand.onScreen(() -> camera.find(".time-chart"));
        Stagehand.onScreen(() -> Camera.press(chart, KeyCode.RIGHT));
        camera.take("tokens-cursor", true);
    }

    @Test
    void queue() throws InterruptedException, ExecutionException, IOException {
        open("retrieval-worker.csv", Map.of());
        camera.fire("#tab-queue");
        camera.take("queue", true);
    }

    @Test
    void events() throws InterruptedException, ExecutionException, IOException {
        open("flash-crowd.csv", Scenarios.EVENTS);
        camera.take("events-marks", true);
        camera.fire("#tab-events");
        camera.take("events", true);
    }

    @Test
    void study() throws InterruptedException, ExecutionException, IOException {
        camera = Stagehand.onScreen(() -> new Camera(folder));
        camera.fire("#openStudy");
        Stagehand.waitFor("the study", () -> !camera.find("#studyBanner").isVisible());
        camera.take("study", false);
        camera.take("study-end", true);
    }

    @Test
    void metrics() throws InterruptedException, ExecutionException, IOException {
        open("chat-service.csv", Map.of("capacity.max", "12"));
        camera.fire("#tab-metrics");
        camera.take("metrics", true);
        camera.fire("#compare-metrics");
        Stagehand.waitFor("the trials", () -> camera.find("#trial-result").isVisible());
        camera.take("metrics-compared", true);
        camera.fire("#openHelp");
        camera.take("help", false);
    }
}
