package dev.hostlab.comparison;

import dev.hostlab.engine.LatencyCounts;
import dev.hostlab.engine.RunResult;
import dev.hostlab.engine.Simulation;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.usage.Usage;
import dev.hostlab.usage.UsageSum;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was counted in one window that was played, its warm-up taken off.
///
/// Requests are counted where they end: those that the warm-up left inside count in the window.
final class WindowPlayed {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Place place;
    private final Map<WindowFigure, Double> figures = new EnumMap<>(WindowFigure.class);
    private final long played;
    private final Latency responses;
    private final Latency waits;
    private final Optional<Latency> firstTokens;
    private final Usage usage;
    private final RunResult.FleetSummary peaks;
    private final List<ScalingDecision> decisions;

    /// Where a window lies in the workload, in nanoseconds.
    ///
    /// @param window number of the window
    /// @param group  which group plays it
    /// @param from   where its warm-up begins
    /// @param begin  where it begins itself
    /// @param end    where it ends
    record Place(int window, int group, long from, long begin, long end) {

        long warmUpNanos() {
            return begin - from;
        }
    }

    /// Latencies, and their sum in seconds.
    record Latency(LatencyCounts counts, double seconds) {

        private static Latency of(LatencyCounts counts, double mean) {
            return new Latency(counts, counts.count() == 0 ? 0 : mean * counts.count());
        }
    }

    private WindowPlayed(Place place, RunResult whole, Optional<RunResult> warmUp) {
        this.place = place;
        for (var figure : WindowFigure.values()) {
            figures.put(figure, figure.of(whole) - warmUp.map(figure::of).orElse(0.0));
        }
        played = whole.requests().arrived();
        responses = Latency.of(whole.responses().counts(), whole.meanResponseSeconds());
        waits = Latency.of(whole.waits().counts(), whole.meanWaitSeconds());
        firstTokens = whole.firstTokens().map(first -> Latency.of(first.times().counts(), first.meanSeconds()));
        usage = warmUp.map(before -> difference(whole.usage(), before.usage())).orElse(whole.usage());
        peaks = whole.fleet();
        decisions = whole.decisions().stream()
                .filter(decision -> decision.atSeconds() >= place.warmUpNanos() / NANOS_PER_SECOND)
                .map(decision -> decision.later(place.from() / NANOS_PER_SECOND))
                .toList();
    }

    /// Plays a window.
    ///
    /// @param simulation from the start of its warm-up to its end
    static WindowPlayed of(Place place, Simulation simulation) {
        var whole = simulation.run();
        return new WindowPlayed(place, whole, simulation.warmUp());
    }

    private static Usage difference(Usage whole, Usage before) {
        return UsageSum.of(
                List.of(whole, before), new double[] {1, -1}, whole.horizonSeconds() - before.horizonSeconds());
    }

    Place place() {
        return place;
    }

    double figure(WindowFigure figure) {
        return figures.getOrDefault(figure, 0.0);
    }

    /// Requests played, warm-up included.
    long played() {
        return played;
    }

    Latency responses() {
        return responses;
    }

    Latency waits() {
        return waits;
    }

    /// Times to the first token, where answers are streamed.
    Optional<Latency> firstTokens() {
        return firstTokens;
    }

    Usage usage() {
        return usage;
    }

    /// Most and least capacity in the window; the means are of the whole run.
    RunResult.FleetSummary peaks() {
        return peaks;
    }

    /// Changes of desired capacity in the window, at their times in the whole workload.
    List<ScalingDecision> decisions() {
        return decisions;
    }
}
