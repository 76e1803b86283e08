package dev.hostlab.comparison;

import java.util.ArrayList;
import java.util.List;

/// Which windows of a workload are played: drawn in proportion to a size that mixes what is estimated of load, waits
/// and capacity, the same windows for every option.
///
/// In each group, the sizes are laid end to end and cut into stretches of equal length; one point is drawn in each
/// stretch, and hits the window in which it lies. A window is hit as often as its size promises in the mean, and
/// the hits are spread over the horizon (one unit per stratum, with probabilities in proportion to size; Särndal,
/// Swensson and Wretman, "Model Assisted Survey Sampling", 1992, 3.6 and 3.7).
final class WindowChoice {

    /// Part of a window's size that its estimated waits make up, where there are any.
    private static final double OF_WAITS = 0.5;
    /// Part of what is left that its capacity makes up.
    private static final double OF_CAPACITY = 0.4;

    private static final long WEYL = 0x9E3779B97F4A7C15L;
    private static final double TWO_POW_MINUS_53 = 0x1.0p-53;

    private final WindowPlan plan;
    private final double[] sizes;
    private final int draws;
    private final int[][] hits;

    /// @param options what is estimated of each option, at least one
    WindowChoice(WindowPlan plan, List<WindowEstimate> options) {
        this.plan = plan;
        sizes = sizes(options);
        draws = draws(options.getFirst().requests());
        hits = new int[plan.groups()][sizes.length];
        for (var group = 0; group < plan.groups(); group++) {
            draw(group);
        }
    }

    int windows() {
        return sizes.length;
    }

    /// How often a group has drawn a window.
    int hits(int group, int window) {
        return hits[group][window];
    }

    /// How often a group draws a window in the mean.
    double expectedHits(int window) {
        return draws * sizes[window];
    }

    /// The windows that a group plays, in order of time.
    List<Integer> drawn(int group) {
        var drawn = new ArrayList<Integer>();
        for (var window = 0; window < sizes.length; window++) {
            if (hits[group][window] > 0) {
                drawn.add(window);
            }
        }
        return drawn;
    }

    private static double[] sizes(List<WindowEstimate> options) {
        var sizes = new double[options.getFirst().requests().length];
        var waiting = options.stream()
                .filter(option -> WindowEstimate.sum(option.waited()) > 0)
                .toList();
        var rest = waiting.isEmpty() ? 1 : 1 - OF_WAITS;
        waiting.forEach(option -> addShares(sizes, option.waited(), OF_WAITS / waiting.size()));
        for (var option : options) {
            addShares(sizes, option.capacity(), rest * OF_CAPACITY / options.size());
            addShares(sizes, option.requests(), rest * (1 - OF_CAPACITY) / options.size());
        }
        var all = WindowEstimate.sum(sizes);
        for (var window = 0; window < sizes.length; window++) {
            sizes[window] = all > 0 ? sizes[window] / all : 1.0 / sizes.length;
        }
        return sizes;
    }

    private static void addShares(double[] sizes, double[] amounts, double weight) {
        var all = WindowEstimate.sum(amounts);
        for (var window = 0; all > 0 && window < sizes.length; window++) {
            sizes[window] += weight * amounts[window] / all;
        }
    }

    /// As many draws a group as the share of requests allows, warm-ups included; at least one.
    private int draws(double[] requests) {
        var budget = plan.share() * WindowEstimate.sum(requests) / plan.groups();
        var back = (int) Math.ceilDiv(plan.warmUpNanos(), plan.windowNanos());
        var draws = 1;
        while (draws < sizes.length && played(draws + 1, requests, back) <= budget) {
            draws++;
        }
        return draws;
    }

    private double played(int draws, double[] requests, int back) {
        var warmUp = back == 0 ? 0 : (double) plan.warmUpNanos() / plan.windowNanos() / back;
        var played = 0.0;
        for (var window = 0; window < sizes.length; window++) {
            var each = requests[window];
            for (var before = Math.max(0, window - back); before < window; before++) {
                each += warmUp * requests[before];
            }
            played += Math.min(1, draws * sizes[window]) * each;
        }
        return played;
    }

    private void draw(int group) {
        var window = 0;
        var end = sizes[0];
        for (var stratum = 0; stratum < draws; stratum++) {
            var point = (stratum + uniform(group, stratum)) / draws;
            while (point >= end && window < sizes.length - 1) {
                end += sizes[++window];
            }
            hits[group][window]++;
        }
    }

    /// The number from 0 to 1 for one draw: SplitMix64 read by counting (Steele, Lea and Flood, OOPSLA 2014).
    private double uniform(int group, int stratum) {
        return (mixed(mixed(mixed(plan.seed()) + group * WEYL) + stratum * WEYL) >>> 11) * TWO_POW_MINUS_53;
    }

    private static long mixed(long value) {
        var z = value + WEYL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
