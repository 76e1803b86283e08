package dev.hostlab.scaling;

import java.util.Arrays;

/// The newest points of one metric, as far back as its alarms look. Allocates nothing once made.
public final class MetricPoints {

    private final double[] ring;
    private int seen;
    private int newest = -1;

    /// @param depth how many points the deepest alarm evaluates, at least 1
    public MetricPoints(int depth) {
        ring = new double[depth];
        Arrays.fill(ring, Double.NaN);
    }

    /// Adds the point of the period that closed last; NaN where the metric was not published.
    public void add(double value) {
        newest = (newest + 1) % ring.length;
        ring[newest] = value;
        seen++;
    }

    /// Periods seen so far.
    public int seen() {
        return seen;
    }

    /// The newest point, NaN where there is none.
    public double newest() {
        return newest < 0 ? Double.NaN : ring[newest];
    }

    /// The point `back` periods before the newest; `back` below the depth.
    double back(int back) {
        return ring[Math.floorMod(newest - back, ring.length)];
    }
}
