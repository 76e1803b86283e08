package dev.hostlab.trace;

/// Lays bins end to end: missing time is left out, or becomes bins without load, one for each gap.
final class GapFiller {

    private final BinWidths widths;
    private final boolean fill;
    private final int bins;

    GapFiller(BinWidths widths, GapPolicy policy) {
        this.widths = widths;
        this.fill = policy == GapPolicy.ZERO && widths.gaps().count() > 0;
        this.bins = widths.widthNanos().length + (fill ? widths.gaps().count() : 0);
    }

    /// Width of each bin in nanoseconds.
    long[] widths() {
        if (!fill) {
            return widths.widthNanos();
        }
        var laid = new long[bins];
        var gap = 0;
        for (var i = 0; i < widths.widthNanos().length; i++) {
            laid[i + gap] = widths.widthNanos()[i];
            if (follows(gap, i)) {
                laid[i + gap + 1] = widths.gaps().nanos(gap);
                gap++;
            }
        }
        return laid;
    }

    /// The numbers of the bins, with 0 for those that were missing; none stays none.
    double[] spread(double[] numbers) {
        if (numbers.length == 0 || !fill) {
            return numbers;
        }
        var laid = new double[bins];
        var gap = 0;
        for (var i = 0; i < numbers.length; i++) {
            laid[i + gap] = numbers[i];
            gap += follows(gap, i) ? 1 : 0;
        }
        return laid;
    }

    /// Whether the gap of this number follows a bin.
    private boolean follows(int gap, int bin) {
        return gap < widths.gaps().count() && widths.gaps().after(gap) == bin;
    }
}
