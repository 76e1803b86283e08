package dev.hostlab.ui.workspace;

import dev.hostlab.ui.common.QueuedThreads;
import dev.hostlab.ui.common.RecentFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Prints how long it takes from a moved slider to new numbers, without painting: `SliderTiming TRACE…`. The settings
/// are resolved, three options estimated, priced, judged and put into the view model, all in turn on one thread.
public final class SliderTiming {

    private static final int MOVES = 300;

    private SliderTiming() {}

    public static void main(String... traces) throws IOException {
        for (var trace : traces) {
            time(Path.of(trace));
        }
    }

    private static void time(Path trace) throws IOException {
        var threads = new QueuedThreads();
        var recent = new RecentFiles(Files.createTempDirectory("hostlab-slider").resolve("recent"));
        var workspace = new WorkspaceViewModel(threads.threads(), recent, Path.of("pricing-snapshots"));
        workspace.form().edit("replications", "1");
        workspace.open(trace);
        threads.drain();
        var clock = ManagementFactory.getThreadMXBean();
        var wall = new double[MOVES];
        var processor = new double[MOVES];
        for (var move = 0; move < MOVES; move++) {
            var start = System.nanoTime();
            var startBusy = clock.getCurrentThreadCpuTime();
            workspace.drag("service.upstreamMs", Integer.toString(200 + move));
            threads.drain();
            processor[move] = (clock.getCurrentThreadCpuTime() - startBusy) / 1e6;
            wall[move] = (System.nanoTime() - start) / 1e6;
            if (!workspace.comparison().orElseThrow().isEstimate()) {
                throw new IllegalStateException("No estimate of " + trace);
            }
        }
        System.out.printf(
                "%s: first move %.1f ms; median %.1f ms on the clock, %.1f ms of processor time; 95th %.1f ms%n",
                trace.getFileName(), wall[0], quantile(wall, 0.5), quantile(processor, 0.5), quantile(wall, 0.95));
    }

    private static double quantile(double[] values, double p) {
        return Arrays.stream(values)
                .sorted()
                .skip((long) (p * values.length))
                .findFirst()
                .orElseThrow();
    }
}
