package dev.hostlab.comparison;

import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.ScalingDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Timelines for [ComparisonFixture]: a daily curve with a launch in the afternoon, and fleets that follow it late.
final class FixtureTimelines {

    private static final int DAY = 1_440;
    private static final int LAUNCH = 820;
    private static final double LONGEST_QUEUE = 2_048;
    private static final List<String> NAMES = List.of(
            "arrived",
            "served",
            "rejected",
            "timedOut",
            "failed",
            "desired",
            "provisioned",
            "inService",
            "instances",
            "queued",
            "inFlight",
            "cpuPercent",
            "p50Seconds",
            "p95Seconds",
            "p99Seconds");

    private FixtureTimelines() {}

    /// Requests a minute.
    static double[] load(int bins) {
        var load = new double[bins];
        for (var i = 0; i < bins; i++) {
            var minute = i % DAY;
            var curve = 420 - 330 * StrictMath.cos(2 * StrictMath.PI * (minute - 120) / DAY);
            var launch = minute < LAUNCH ? 0 : 1_300 * StrictMath.exp(-(minute - LAUNCH) / 45.0);
            load[i] = Math.rint(curve + launch + noise(i) * 40);
        }
        return load;
    }

    private static double noise(int i) {
        var hash = i * 0x9E3779B9;
        hash ^= hash >>> 15;
        return ((hash * 0x85EBCA6B) >>> 8) / (double) (1 << 24) - 0.5;
    }

    /// A fleet that follows the load.
    ///
    /// @param perUnit requests a minute that one unit carries
    /// @param delay   minutes from load to capacity
    record Fleet(double perUnit, int delay, int minimum, int maximum) {

        int desired(double[] load, int bin) {
            var window = 0.0;
            for (var i = Math.max(0, bin - 5); i <= bin; i++) {
                window = Math.max(window, load[i]);
            }
            return Math.clamp((int) Math.ceil(window / perUnit / 0.6), minimum, maximum);
        }

        int inService(double[] load, int bin) {
            return desired(load, Math.max(0, bin - delay));
        }
    }

    static Timeline of(Fleet fleet, double[] load) {
        var values = new double[NAMES.size()][load.length];
        var queue = 0.0;
        for (var i = 0; i < load.length; i++) {
            var capacity = fleet.inService(load, i) * fleet.perUnit();
            queue = Math.min(Math.max(0, queue + load[i] - capacity), LONGEST_QUEUE);
            var lost = queue >= LONGEST_QUEUE ? load[i] - capacity : 0;
            var bin = bin(load[i], lost, queue, queue / capacity * 60);
            bin[5] = fleet.desired(load, i);
            bin[6] = fleet.inService(load, i);
            bin[7] = bin[6];
            bin[8] = bin[6] / 2;
            bin[11] = 100 * Math.min(1, load[i] / capacity);
            for (var s = 0; s < bin.length; s++) {
                values[s][i] = bin[s];
            }
        }
        return new Timeline(60, series(values));
    }

    private static double[] bin(double load, double lost, double queue, double wait) {
        var p95 = 1.1 + wait + 0.3 * Math.min(1, load / 2_000);
        return new double[] {
            load, load - lost, lost, 0, 0, 0, 0, 0, 0, queue, load / 60, 0, 0.8 + wait / 2, p95, 1.9 + wait
        };
    }

    private static List<Timeline.Series> series(double[][] values) {
        var series = new ArrayList<Timeline.Series>();
        for (var s = 0; s < values.length; s++) {
            series.add(new Timeline.Series(NAMES.get(s), values[s]));
        }
        return series;
    }

    static List<ScalingDecision> decisions(Fleet fleet, double[] load, String layer, Clocks clocks) {
        var decisions = new ArrayList<ScalingDecision>();
        for (var i = 1; i < load.length; i++) {
            var from = fleet.desired(load, i - 1);
            var to = fleet.desired(load, i);
            if (from != to) {
                var reason = String.format(
                        Locale.ROOT, "3 of 3 points %s 60; %d → %d", to > from ? "above" : "below", from, to);
                var used = to > from ? clocks : new Clocks(900, 30, 20, 5, 0, 0, 0);
                decisions.add(
                        new ScalingDecision(60.0 * i, layer, from, to, "cpu", to > from ? 71.5 : 42.25, reason, used));
            }
        }
        return decisions;
    }
}
