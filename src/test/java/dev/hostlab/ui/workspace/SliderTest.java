package dev.hostlab.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.settings.Catalogue;
import dev.hostlab.ui.common.QueuedThreads;
import dev.hostlab.ui.common.RecentFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is seen while a slider moves, and after.
class SliderTest {

    @TempDir
    private Path folder;

    private final QueuedThreads threads = new QueuedThreads();

    @SuppressWarnings("NullAway.Init")
    private WorkspaceViewModel workspace;

    @BeforeEach
    void openSample() {
        var recent = new RecentFiles(folder.resolve("recent"));
        workspace = new WorkspaceViewModel(threads.threads(), recent, Path.of("pricing-snapshots"));
        workspace.form().edit("replications", "2");
        workspace.open(Path.of("sample-workloads", "code-assistant.csv"));
        threads.drain();
    }

    private String kind() {
        return StatusText.kind(workspace.result(), workspace.run().isRunning());
    }

    private double bill() {
        return workspace
                .comparison()
                .orElseThrow()
                .outcomes()
                .getFirst()
                .monthlyBill()
                .mean();
    }

    @Test
    void numbersFollowWhileDraggingAndAreCalledAnEstimate() {
        assertThat(kind()).isEqualTo("exact");
        var exact = bill();
        workspace.drag("capacity.min", "12");
        threads.drain();
        assertThat(workspace.comparison().orElseThrow().isEstimate()).isTrue();
        assertThat(kind()).isEqualTo("estimate");
        assertThat(StatusText.mark(workspace.result(), true)).isEqualTo("Estimate, not simulated");
        assertThat(Cards.verdict(workspace.result())).startsWith("Estimate, not simulated");
        assertThat(workspace.result().outOfDateProperty().get()).isFalse();
        assertThat(bill()).isGreaterThan(exact);
        assertThat(workspace.simulations()).isEqualTo(1);
    }

    @Test
    void theExactRunReplacesTheEstimateOnRelease() {
        workspace.drag("capacity.min", "12");
        workspace.drag("capacity.min", "14");
        workspace.release();
        threads.drain();
        assertThat(workspace.comparison().orElseThrow().isEstimate()).isFalse();
        assertThat(kind()).isEqualTo("exact");
        assertThat(workspace
                        .form()
                        .resolution()
                        .settings()
                        .text(Catalogue.find("capacity.min").orElseThrow()))
                .isEqualTo("14");
        assertThat(workspace.simulations()).isEqualTo(2);
    }

    @Test
    void whatCannotBeRunIsMarkedAndNotEstimated() {
        workspace.drag("capacity.min", "-3");
        threads.drain();
        assertThat(workspace.comparison().orElseThrow().isEstimate()).isFalse();
        assertThat(workspace.result().outOfDateProperty().get()).isTrue();
        assertThat(workspace.form().isFine()).isFalse();
    }

    @Test
    void aSliderGoesFromAnEighthToEightTimesInProportion() {
        var target = DragRange.around(Catalogue.find("service.upstreamMs").orElseThrow(), "800");
        assertThat(target.text(0)).isEqualTo("100");
        assertThat(target.text(0.5)).isEqualTo("800");
        assertThat(target.text(1)).isEqualTo("6400");
        assertThat(target.place("1600")).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(target.holds("7000")).isFalse();
    }

    @Test
    void wholeNumbersStayWhole() {
        var tasks = DragRange.around(Catalogue.find("capacity.max").orElseThrow(), "10");
        assertThat(tasks.text(0)).isEqualTo("1");
        assertThat(tasks.text(0.4)).matches("\\d+");
        assertThat(tasks.text(1)).isEqualTo("80");
    }
}
