package dev.hostlab.comparison;

import static java.util.Objects.requireNonNull;

import dev.hostlab.estimate.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What one option is estimated to do, window by window.
final class WindowEstimate {

    private static final double NANOS_PER_SECOND = 1e9;
    /// A line of fewer requests than this for each unit is none.
    private static final double SHORT_LINE = 0.5;

    private final List<Estimate> passes;
    private final long windowNanos;
    private final double[] requests;
    private final double[] waited;
    private final double[] capacity;

    /// @param passes each with a timeline
    WindowEstimate(List<Estimate> passes, long windowNanos, int windows) {
        this.passes = List.copyOf(passes);
        this.windowNanos = windowNanos;
        requests = totals("arrived", windows);
        waited = totals("waitedSeconds", windows);
        var instances = totals("instances", windows);
        capacity = sum(instances) > 0 ? instances : totals("provisioned", windows);
    }

    /// The first of the passes.
    Estimate estimate() {
        return passes.getFirst();
    }

    /// Requests that arrive in each window.
    double[] requests() {
        return requests;
    }

    /// What requests wait in each window, all together.
    double[] waited() {
        return waited;
    }

    /// Capacity paid for in each window.
    double[] capacity() {
        return capacity;
    }

    /// What the fleet is like at a time of the run, in one of the passes: chance gives each group another.
    Fleet fleetAt(long nanos, int group) {
        var pass = passes.get(group % passes.size());
        var tick = tickBefore(nanos);
        var instances = nanos == 0 ? 0 : (int) Math.rint(series(pass, "instances")[tick]);
        return new Fleet(series(pass, "desired")[tick], instances);
    }

    /// The fleet to begin with.
    ///
    /// @param units     that are wanted
    /// @param instances of the cluster, 0 where there is none
    record Fleet(double units, int instances) {}

    /// Whether no line stands then and no capacity is on its way in a pass, so that the fleet alone is the state.
    boolean isCalmAt(long nanos, int group) {
        var pass = passes.get(group % passes.size());
        var tick = tickBefore(nanos);
        var units = series(pass, "inService")[tick];
        return series(pass, "queued")[tick] <= SHORT_LINE * units && series(pass, "desired")[tick] == units;
    }

    /// What weights are calibrated on, the most important first: of each, the parts that some windows have of its
    /// whole. What there is none of is left out.
    List<double[]> parts(int[] windows) {
        var windowsAlike = new double[requests.length];
        Arrays.fill(windowsAlike, 1);
        return Stream.of(requests, capacity, windowsAlike, waited)
                .filter(totals -> sum(totals) > 0)
                .map(totals -> parts(totals, windows))
                .toList();
    }

    private static double[] parts(double[] totals, int[] windows) {
        var all = sum(totals);
        return Arrays.stream(windows)
                .mapToDouble(window -> totals[window] / all)
                .toArray();
    }

    private int tickBefore(long nanos) {
        var ticks = series(estimate(), "desired").length;
        return Math.clamp((long) (nanos / NANOS_PER_SECOND / estimate().tickSeconds()) - 1, 0, ticks - 1);
    }

    /// The mean of the passes.
    private double[] totals(String name, int windows) {
        var totals = new double[windows];
        var tickNanos = (long) (estimate().tickSeconds() * NANOS_PER_SECOND);
        for (var pass : passes) {
            var series = series(pass, name);
            for (var tick = 0; tick < series.length; tick++) {
                totals[(int) Math.min(windows - 1L, tick * tickNanos / windowNanos)] += series[tick] / passes.size();
            }
        }
        return totals;
    }

    private static double[] series(Estimate pass, String name) {
        return requireNonNull(pass.timeline().get(name), name);
    }

    static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }
}
