package dev.hostlab.ui.chart;

import java.util.Arrays;
import org.apache.commons.math3.util.KthSelector;

/// A series in stretches of several bins: the middle one of their values, which is a value of one of them, and the
/// greatest. Percentiles cannot be averaged, but they can be put in order.
final class Spread {

    private static final double LEAST_PIXELS = 4;
    private static final double[] SECONDS = {
        60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800
    };

    private final int bins;
    private final double[] middle;
    private final double[] greatest;

    private Spread(int bins, int stretches) {
        this.bins = bins;
        middle = new double[stretches];
        greatest = new double[stretches];
    }

    /// @param bins of a stretch, at least 1; the last one may have fewer
    static Spread of(double[] values, int bins) {
        var spread = new Spread(bins, Math.ceilDiv(values.length, bins));
        var found = new double[bins];
        for (var stretch = 0; stretch < spread.middle.length; stretch++) {
            var count = 0;
            var greatest = Double.NaN;
            for (var i = stretch * bins; i < Math.min(values.length, (stretch + 1) * bins); i++) {
                if (Double.isFinite(values[i])) {
                    greatest = count == 0 ? values[i] : Math.max(greatest, values[i]);
                    found[count++] = values[i];
                }
            }
            spread.greatest[stretch] = greatest;
            spread.middle[stretch] = count == 0 ? Double.NaN : middle(found, count);
        }
        return spread;
    }

    /// Finds it without putting all of them in order, which would take several times as long.
    private static double middle(double[] found, int count) {
        var values = count == found.length ? found : Arrays.copyOf(found, count);
        return new KthSelector().select(values, null, count / 2);
    }

    /// How many bins to take together, so that a stretch is wide enough to be told from its neighbours; 1 where the
    /// bins are.
    static int bins(double binSeconds, double secondsPerPixel) {
        var least = LEAST_PIXELS * secondsPerPixel;
        if (binSeconds >= least) {
            return 1;
        }
        var wanted = SECONDS[SECONDS.length - 1];
        for (var candidate = SECONDS.length - 1; candidate >= 0 && SECONDS[candidate] >= least; candidate--) {
            wanted = SECONDS[candidate];
        }
        return (int) Math.max(2, Math.rint(Math.max(wanted, least) / binSeconds));
    }

    /// Bins of a stretch.
    int bins() {
        return bins;
    }

    int stretches() {
        return middle.length;
    }

    /// Not a number where no bin has a value.
    double middle(int stretch) {
        return middle[stretch];
    }

    double greatest(int stretch) {
        return greatest[stretch];
    }
}
