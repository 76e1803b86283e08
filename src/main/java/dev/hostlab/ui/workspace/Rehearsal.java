package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparer;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.Watcher;
import dev.hostlab.files.ComparisonInput;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading.Accepted;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Styles the workspace's page before anybody sees it, and plays a small comparison for the parts that are made anew
/// each time, while the start page is looked at. What Java loads and compiles when a page is made for the first time
/// would hold the screen's thread up for half a second; here it comes in short steps with pauses.
public final class Rehearsal {

    private static final long PAUSE_MILLIS = 8;
    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;
    private static final Map<String, String> SHORT = Map.of("replications", "2", "horizonHours", "1");

    private final Threads threads;
    private final Look look;
    private final Path snapshots;
    private final StackPane stage = new StackPane();
    private Runnable completeForm = () -> {};
    private volatile boolean ended;

    /// @param snapshots the folder of price snapshots
    public Rehearsal(Threads threads, Look look, Path snapshots) {
        this.threads = threads;
        this.look = look;
        this.snapshots = snapshots;
    }

    /// Begins; to be called on the screen's thread, when the start page is there.
    ///
    /// @param workspace whose page is styled
    /// @param page      that page, which is nowhere yet
    /// @param trace     a small workload to play
    public void begin(WorkspaceController workspace, Parent page, Path trace) {
        look.dressUnseen(new Scene(stage, WIDTH, HEIGHT));
        var form = workspace.formRows();
        var rows = List.copyOf(form);
        completeForm = () -> form.setAll(rows);
        form.clear();
        threads.background().execute(() -> {
            try {
                onStage(List.of(() -> show(page)));
                onStage(rows.stream().<Runnable>map(row -> () -> add(form, row)).toList());
                play(trace);
            } catch (IOException unreadable) {
                // Whoever opens it will be told.
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Stops: the real thing begins. To be called on the screen's thread.
    public void end() {
        if (!ended) {
            ended = true;
            completeForm.run();
        }
    }

    private void add(ObservableList<Node> form, Node row) {
        form.add(row);
        stage.applyCss();
        stage.layout();
    }

    private void play(Path trace) throws IOException, InterruptedException {
        var scenario = Scenario.of(Settings.standard().with(SHORT).settings());
        var book = new PriceShelf(snapshots).read(scenario).book();
        if (!ended && book.isPresent() && TraceReader.read(trace, ReadOptions.DEFAULT) instanceof Accepted read) {
            var input = new ComparisonInput(scenario, read, book.get());
            var pages = pages(input.request(input.resolve(), List.of(OptionId.values()), List.of()));
            onStage(pages.stream().<Runnable>map(page -> () -> show(page)).toList());
        }
    }

    private List<Node> pages(ComparisonRequest request) {
        var result = new ResultViewModel();
        result.take(WeighedRuns.of(new Comparer(request).simulate(1, Watcher.NONE), request));
        var nodes = new ArrayList<Node>(Cards.of(result, false, look));
        var bar = new HBox();
        var content = new VBox();
        var tabs = new ResultTabs(bar, content, shown -> new VBox(), look);
        nodes.add(bar);
        tabs.show(result.comparison().orElseThrow(), result.shownRuns());
        nodes.addAll(content.getChildren());
        return nodes;
    }

    private void onStage(List<Runnable> steps) throws InterruptedException {
        for (var step : steps) {
            var done = new CountDownLatch(1);
            threads.screen().execute(() -> {
                if (!ended) {
                    step.run();
                }
                done.countDown();
            });
            done.await();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void show(Node node) {
        stage.getChildren().setAll(node);
        stage.applyCss();
        stage.layout();
    }
}
