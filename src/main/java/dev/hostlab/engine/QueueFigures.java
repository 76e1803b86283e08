package dev.hostlab.engine;

import dev.hostlab.theory.Figure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Gathers the figures of a queue, window by window and over all of them.
final class QueueFigures {

    private final double nanosPerSecond;
    private final LatencyHistogram waits = new LatencyHistogram();
    private final LatencyHistogram responses = new LatencyHistogram();
    private final List<Map<Figure, Double>> windows = new ArrayList<>();
    private final Window total = new Window();
    private double waitNanos;
    private double responseNanos;

    /// @param nanosPerSecond simulated nanoseconds in one second of the queue's own time
    QueueFigures(double nanosPerSecond) {
        this.nanosPerSecond = nanosPerSecond;
    }

    /// What one window held. Fields, since it is filled step by step.
    static final class Window {

        long nanos;
        long arrived;
        long rejected;
        long abandoned;
        double insideArea;
        double slotArea;
        double busyArea;
        double startingArea;
        double onArea;

        /// Adds what another window held.
        void add(Window other) {
            nanos += other.nanos;
            arrived += other.arrived;
            rejected += other.rejected;
            abandoned += other.abandoned;
            insideArea += other.insideArea;
            slotArea += other.slotArea;
            busyArea += other.busyArea;
            startingArea += other.startingArea;
            onArea += other.onArea;
        }
    }

    /// Closes a window: its own counts, and the latencies that were recorded since the last one.
    void close(Window window, Latencies latencies) {
        var figures = figures(window);
        latencies(
                figures,
                latencies.waits(),
                latencies.responses(),
                latencies.meanWaitNanos(),
                latencies.meanResponseNanos());
        windows.add(figures);
        total.add(window);
        waits.add(latencies.waits());
        responses.add(latencies.responses());
        waitNanos += latencies.waits().count() == 0
                ? 0
                : latencies.meanWaitNanos() * latencies.waits().count();
        responseNanos += latencies.responses().count() == 0
                ? 0
                : latencies.meanResponseNanos() * latencies.responses().count();
        latencies.clear();
    }

    /// Requests that were recorded in closed windows.
    long recorded() {
        return waits.count();
    }

    Map<Figure, Double> overall() {
        var figures = figures(total);
        latencies(figures, waits, responses, waitNanos / waits.count(), responseNanos / responses.count());
        return figures;
    }

    List<Map<Figure, Double>> windows() {
        return windows;
    }

    private static Map<Figure, Double> figures(Window window) {
        var figures = new EnumMap<Figure, Double>(Figure.class);
        var nanos = (double) window.nanos;
        figures.put(Figure.LQ, (window.insideArea - window.slotArea) / nanos);
        figures.put(Figure.L, window.insideArea / nanos);
        figures.put(Figure.E_BUSY, window.busyArea / nanos);
        figures.put(Figure.E_SETUP, window.startingArea / nanos);
        figures.put(Figure.E_ON, (window.startingArea + window.onArea) / nanos);
        if (window.arrived > 0) {
            figures.put(Figure.P_BLOCK, (double) window.rejected / window.arrived);
            figures.put(Figure.P_ABANDON, (double) window.abandoned / window.arrived);
        }
        return figures;
    }

    private void latencies(
            Map<Figure, Double> figures,
            LatencyHistogram waited,
            LatencyHistogram responded,
            double meanWaitNanos,
            double meanResponseNanos) {
        if (waited.count() > 0) {
            figures.put(Figure.P_WAIT, 1 - (double) waited.zeros() / waited.count());
            figures.put(Figure.WQ, meanWaitNanos / nanosPerSecond);
            figures.put(Figure.WQ_P50, waited.percentileNanos(0.50) / nanosPerSecond);
            figures.put(Figure.WQ_P95, waited.percentileNanos(0.95) / nanosPerSecond);
            figures.put(Figure.WQ_P99, waited.percentileNanos(0.99) / nanosPerSecond);
        }
        if (responded.count() > 0) {
            figures.put(Figure.W, meanResponseNanos / nanosPerSecond);
            figures.put(Figure.W_P50, responded.percentileNanos(0.50) / nanosPerSecond);
            figures.put(Figure.W_P95, responded.percentileNanos(0.95) / nanosPerSecond);
            figures.put(Figure.W_P99, responded.percentileNanos(0.99) / nanosPerSecond);
        }
    }
}
