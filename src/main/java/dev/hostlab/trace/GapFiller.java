package dev.hostlab.trace;

import java.util.Arrays;

/// Lays bins end to end: missing time is left out, or becomes bins without load, one for each gap.
final class GapFiller {

    private final BinWidths widths;
    private final boolean fill;
    private final int bins;

    GapFiller(BinWidths widths, GapPolicy policy) {
        this.widths = widths;
        this.fill = policy == GapPolicy.ZERO;
        var gaps = (int) Arrays.stream(widths.gapNanos()).filter(gap -> gap > 0).count();
        this.bins = widths.widthNanos().length + (fill ? gaps : 0);
    }

    /// Width of each bin in nanoseconds.
    long[] widths() {
        var laid = new long[bins];
        var to = 0;
        for (var i = 0; i < widths.widthNanos().length; i++) {
            laid[to++] = widths.widthNanos()[i];
            if (fill && widths.gapNanos()[i] > 0) {
                laid[to++] = widths.gapNanos()[i];
            }
        }
        return laid;
    }

    /// The numbers of the bins, with 0 for those that were missing; none stays none.
    double[] spread(double[] numbers) {
        if (numbers.length == 0) {
            return numbers;
        }
        var laid = new double[bins];
        var to = 0;
        for (var i = 0; i < numbers.length; i++) {
            laid[to++] = numbers[i];
            to += fill && widths.gapNanos()[i] > 0 ? 1 : 0;
        }
        return laid;
    }
}
