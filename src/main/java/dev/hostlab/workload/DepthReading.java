package dev.hostlab.workload;

import java.util.Arrays;

/// When a trace took its queue depths: at the start or at the end of each bin.
///
/// Between two depths of a standing queue stand the arrivals of one bin: the earlier one's where depths are of starts,
/// the later one's where they are of ends. What is left of the difference is work done, which changes less from bin to
/// bin than arrivals do, so the reading whose remainder varies less is taken.
public enum DepthReading {
    BIN_START("bin-start", "start"),
    BIN_END("bin-end", "end");

    private static final int FEWEST = 3;

    private final String id;
    private final String word;

    DepthReading(String id, String word) {
        this.id = id;
        this.word = word;
    }

    /// The name in settings.
    public String id() {
        return id;
    }

    /// "start" or "end".
    public String word() {
        return word;
    }

    /// The reading of that name, or the one that fits the trace better.
    public static DepthReading of(String id, BinnedArrivals bins) {
        return Arrays.stream(values())
                .filter(reading -> reading.id.equals(id))
                .findFirst()
                .orElseGet(() -> fitting(bins));
    }

    private static DepthReading fitting(BinnedArrivals bins) {
        var standing = 0;
        for (var bin = 1; bin < bins.bins(); bin++) {
            standing += stands(bins, bin) ? 1 : 0;
        }
        return standing >= FEWEST && spread(bins, 0) < spread(bins, 1) ? BIN_END : BIN_START;
    }

    /// Whether a line stood all through the bin, as far as depths tell.
    private static boolean stands(BinnedArrivals bins, int bin) {
        return bins.queueDepth(bin - 1) > 0 && bins.queueDepth(bin) > 0;
    }

    /// Variance of what was done, if the arrivals of the bin `back` bins earlier lie between two depths.
    private static double spread(BinnedArrivals bins, int back) {
        var count = 0;
        var mean = 0.0;
        var squares = 0.0;
        for (var bin = 1; bin < bins.bins(); bin++) {
            if (!stands(bins, bin)) {
                continue;
            }
            var done = bins.requests(bin - back) - (bins.queueDepth(bin) - bins.queueDepth(bin - 1));
            count++;
            var off = done - mean;
            mean += off / count;
            squares += off * (done - mean);
        }
        return squares / count;
    }
}
