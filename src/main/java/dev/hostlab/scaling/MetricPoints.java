package dev.hostlab.scaling;

import java.util.Arrays;

/// The newest points of one metric, as far back as its alarms look. Allocates nothing once made.
///
/// An alarm's period may span several points of the metric: then each of its periods is a window that slides on with
/// every point, and its value is what the statistic makes of them, the mean unless said otherwise.
public final class MetricPoints {

    private final double[] ring;
    private final int perPeriod;
    private final Statistic statistic;
    private int seen;
    private int real;
    private int newest = -1;

    /// @param depth how many periods the deepest alarm looks back, at least 1
    public MetricPoints(int depth) {
        this(depth, 1);
    }

    /// @param perPeriod points in one period of the alarms, at least 1
    public MetricPoints(int depth, int perPeriod) {
        this(depth, perPeriod, Statistic.AVERAGE);
    }

    /// @param statistic what a period makes of its points
    MetricPoints(int depth, int perPeriod, Statistic statistic) {
        this.statistic = statistic;
        this.ring = new double[depth * perPeriod];
        this.perPeriod = perPeriod;
        Arrays.fill(ring, Double.NaN);
    }

    /// Adds the point that closed last; NaN where the metric was not published.
    public void add(double value) {
        newest = newest + 1 == ring.length ? 0 : newest + 1;
        ring[newest] = value;
        seen++;
        real += Double.isNaN(value) ? 0 : 1;
    }

    /// Points seen so far, missing ones included.
    public int seen() {
        return seen;
    }

    /// Whether each period of the alarms is one point.
    boolean isPlain() {
        return perPeriod == 1;
    }

    /// Whether as many real points have come as an alarm of `periods` evaluates.
    boolean suffice(int periods) {
        return real >= (long) periods * perPeriod;
    }

    /// The value of the newest period, NaN where there is none.
    public double newest() {
        return back(0);
    }

    /// The newest value that is there, NaN where none is.
    double latest() {
        for (var back = 0; back < ring.length / perPeriod; back++) {
            var value = back(back);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    /// The value `back` periods before the newest, NaN where there is none or it is further back than is kept.
    double back(int back) {
        if (newest < 0 || (back + 1) * perPeriod > ring.length) {
            return Double.NaN;
        }
        if (perPeriod == 1) {
            return ring[place(back)];
        }
        var joined = statistic.none();
        var count = 0;
        for (var point = back * perPeriod; point < (back + 1) * perPeriod; point++) {
            var value = ring[place(point)];
            if (!Double.isNaN(value)) {
                joined = statistic.join(joined, value);
                count++;
            }
        }
        return count == 0 ? Double.NaN : statistic.isMean() ? joined / count : joined;
    }

    /// Where the point that is `back` points old is kept, 0 to below the ring's length.
    private int place(int back) {
        return back <= newest ? newest - back : newest - back + ring.length;
    }
}
