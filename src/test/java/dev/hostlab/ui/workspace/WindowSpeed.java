package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparer;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.SimulatedRuns;
import dev.hostlab.comparison.Watcher;
import dev.hostlab.files.ComparisonInput;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.files.ScenarioFile;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scenario.FileRef;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.ui.Shell;
import dev.hostlab.ui.Stagehand;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.chart.Viewport;
import dev.hostlab.ui.common.FilePicker;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.ui.prices.PriceLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures the window: long time axes, the screen's thread under load, cancelling. Figures depend on the machine, so
/// nothing is asserted; they are printed and written to `target/window-speed.txt`.
///
/// Not part of the build: `mvn test -Dtest=WindowSpeed`.
class WindowSpeed {

    private static final Path SAMPLES = Path.of("sample-workloads");
    private static final Path SNAPSHOTS = Path.of("pricing-snapshots");
    private static final int BINS = 500_000;
    private static final int STEPS = 60;
    private static final int REHEARSAL_MILLIS = 5_000;
    private static final int PATIENCE = 3_000;
    private static final List<String> FIGURES = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() throws InterruptedException, ExecutionException {
        Stagehand.startToolkit();
        Stagehand.onScreen(() -> new Look().setDark(false));
    }

    @AfterAll
    static void write() throws IOException {
        Files.write(Path.of("target", "window-speed.txt"), FIGURES);
    }

    private static void tell(String what, double... millis) {
        var line = new StringBuilder(what).append(':');
        for (var value : millis) {
            line.append(String.format(Locale.ROOT, " %.1f", value));
        }
        FIGURES.add(line.toString());
        System.out.println(line);
    }

    private static double millisSince(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private Path longTrace() throws IOException {
        var from = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
        var lines = new ArrayList<String>();
        lines.add("timestamp,requests");
        for (var bin = 0; bin < BINS; bin++) {
            var day = 1 + Math.sin(bin * 2 * Math.PI / 1_440);
            lines.add(Instant.ofEpochSecond(from + bin * 60L) + "," + (int) (2 + 4 * day + bin % 7));
        }
        return Files.write(folder.resolve("a-year.csv"), lines);
    }

    private static ComparisonRequest request(Path file) throws IOException {
        var settings = Settings.standard().with(Map.of("replications", "1", "capacity.max", "3"));
        var scenario = Scenario.of(settings.settings());
        var trace = (TraceReading.Accepted) TraceReader.read(file, ReadOptions.DEFAULT);
        var prices = new PriceChoice(SNAPSHOTS).read(null, scenario).book().orElseThrow();
        var input = new ComparisonInput(scenario, trace, prices);
        return input.request(input.resolve(), List.of(OptionId.values()), List.of());
    }

    @Test
    void longAxis() throws IOException, InterruptedException, ExecutionException {
        var request = request(longTrace());
        var runs = new Comparer(request).simulate(2, Watcher.NONE);
        open();
        Thread.sleep(REHEARSAL_MILLIS);
        for (var round = 1; round <= 3; round++) {
            var name = "first picture of " + BINS + " bins, ms, time " + round + ": wall, processor";
            tell(name, Stagehand.onScreen(() -> firstPicture(request, runs)));
        }
        var comparison = runs.comparison();
        var behaviour = Behaviour.of(comparison).orElseThrow();
        var tab = Stagehand.onScreen(() -> BehaviourTab.of(comparison, behaviour, new Layers(), new Look()));
        var scene = Stagehand.onScreen(() -> new Scene(new StackPane(tab), 1_100, 560));
        for (var part : List.of(0.9, 0.5, 0.1, 0.01, 0.001)) {
            var steps = Stagehand.onScreen(() -> panSteps(scene, behaviour.viewport(), part));
            tell("pan step with " + part + " in view, ms: median, p95, most, median processor", steps);
        }
    }

    /// From finished runs to pixels, after the start page has been on the screen: weighing, cards, tabs, charts,
    /// and rendering the page in software.
    private static double[] firstPicture(ComparisonRequest request, SimulatedRuns runs) {
        var look = new Look();
        var watch = new Stopwatch();
        var result = new ResultViewModel();
        result.take(WeighedRuns.of(runs, request));
        var cards = new CardRow();
        cards.show(Cards.of(result, false, look));
        var shown = result.comparison().orElseThrow();
        var charts = BehaviourTab.of(shown, Behaviour.of(shown).orElseThrow(), new Layers(), look);
        var scene = new Scene(new VBox(cards, charts), 1_100, 800);
        look.dress(scene);
        picture(scene);
        return new double[] {watch.wallMillis(), watch.cpuMillis()};
    }

    private static void picture(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.snapshot(null);
    }

    /// There and back again, each step a fifth of what is seen; with rendering.
    private static double[] panSteps(Scene scene, Viewport viewport, double part) {
        viewport.reset();
        viewport.zoom(viewport.length() / 2, part);
        picture(scene);
        var wall = new double[STEPS];
        var cpu = new double[STEPS];
        for (var i = 0; i < STEPS; i++) {
            var watch = new Stopwatch();
            viewport.pan((i / 2 % 2 == 0 ? 0.2 : -0.2) * viewport.span().seconds() * Math.min(1, (1 - part) / part));
            picture(scene);
            wall[i] = watch.wallMillis();
            cpu[i] = watch.cpuMillis();
        }
        var steps = Arrays.copyOf(summary(wall, 0.5, 0.95, 1), 4);
        steps[3] = summary(cpu, 0.5)[0];
        return steps;
    }

    private static double[] summary(double[] values, double... parts) {
        Arrays.sort(values);
        return Arrays.stream(parts)
                .map(part -> values[(int) Math.min(values.length - 1L, (long) (part * values.length))])
                .toArray();
    }

    @Test
    void heartbeat() throws IOException, InterruptedException, ExecutionException {
        var scenario = scenario("flash-crowd.csv", 17);
        var shell = open();
        var beat = new Heartbeat(Stagehand.onScreen(Thread::currentThread));
        beat.start();
        Thread.sleep(REHEARSAL_MILLIS);
        tell("gap between beats of an idle window, ms: p50, p99, most", summary(beat.take(), 0.5, 0.99, 1));
        tell("processor time in such a gap, ms: p50, p99, most", summary(beat.takeWork(), 0.5, 0.99, 1));
        Stagehand.onScreen(() -> shell.begin(scenario));
        var began = System.nanoTime();
        for (var tries = 0; tries < PATIENCE && !hasResult(shell); tries++) {
            Thread.sleep(100);
        }
        var seconds = millisSince(began) / 1_000;
        tell("gap during 106 million requests, ms: p50, p99, most", summary(beat.take(), 0.5, 0.99, 1));
        tell("processor time in such a gap, ms: p50, p99, most", summary(beat.takeWork(), 0.5, 0.99, 1));
        tell("that took, s", seconds);
        beat.interrupt();
        Files.write(Path.of("target", "late-beats.txt"), beat.late());
    }

    private static boolean hasResult(Shell shell) throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> shell.model().comparison().isPresent());
    }

    private Path scenario(String trace, int replications) throws IOException {
        var file = Files.copy(SAMPLES.resolve(trace), folder.resolve(trace));
        var read = (TraceReading.Accepted) TraceReader.read(file, ReadOptions.DEFAULT);
        var settings = Settings.standard().with(Map.of("replications", Integer.toString(replications)));
        var named = new FileRef(trace, read.workload().sha256());
        var text = ScenarioFile.text(new Scenario(named, null, settings.settings()));
        return Files.writeString(folder.resolve("long.scenario.json"), text);
    }

    private Shell open() throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> {
            var look = new Look();
            look.setDark(false);
            var recent = new RecentFiles(folder.resolve("recent"));
            var services = new Shell.Services(
                    Threads.ofWindow(), recent, new NoFiles(), look, Clock.systemUTC(), PriceLists.ofAws());
            var shell = new Shell(services, new Shell.Folders(SNAPSHOTS, SAMPLES));
            var stage = new Stage();
            stage.setScene(shell.scene(1_000, 700));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            shell.rehearse();
            return shell;
        });
    }

    @Test
    void cancelling() throws IOException, InterruptedException, ExecutionException {
        var scenario = scenario("leaving-beanstalk.csv", 10);
        var shell = open();
        var times = new ArrayList<Double>();
        for (var round = 0; round < 5; round++) {
            Stagehand.onScreen(() -> shell.begin(scenario));
            Stagehand.waitFor("a run under way", () -> {
                var words = (Label) workspace().lookup("#progressWords");
                return words.getText().contains("left");
            });
            var began = System.nanoTime();
            Stagehand.onScreen(() -> ((Button) workspace().lookup("#cancelRun")).fire());
            while (isWorking()) {
                Thread.sleep(1);
            }
            times.add(millisSince(began));
        }
        tell(
                "from Cancel to idle workers, ms",
                times.stream().mapToDouble(t -> t).toArray());
    }

    private static StackPane workspace() {
        var windows = Stage.getWindows();
        return (StackPane) windows.getLast().getScene().getRoot();
    }

    private static boolean isWorking() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .anyMatch(name -> name.startsWith("hostlab-"));
    }

    private static final class NoFiles implements FilePicker {

        @Override
        public Optional<Path> open(Purpose purpose) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Purpose purpose, String name) {
            return Optional.empty();
        }
    }
}
