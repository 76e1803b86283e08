package dev.hostlab.trace;

/// Requests that share a stamp because stamps are coarse.
final class SameStamps {

    private SameStamps() {}

    /// Spreads requests of one stamp evenly over the shortest step between two stamps, and tells so.
    ///
    /// @param nanos arrivals in order; changed
    static String spread(long[] nanos) {
        var step = shortestStep(nanos);
        var moved = 0L;
        for (var from = 0; from < nanos.length; ) {
            var to = from + 1;
            while (to < nanos.length && nanos[to] == nanos[from]) {
                to++;
            }
            for (var i = from + 1; i < to; i++) {
                nanos[i] += (long) ((double) step * (i - from) / (to - from));
                moved++;
            }
            from = to;
        }
        return moved + " requests that share a stamp are spread evenly over " + step / 1e9 + " s";
    }

    /// The shortest distance between two stamps: how coarse they are.
    private static long shortestStep(long[] nanos) {
        var shortest = Long.MAX_VALUE;
        for (var i = 1; i < nanos.length; i++) {
            var distance = nanos[i] - nanos[i - 1];
            shortest = distance > 0 && distance < shortest ? distance : shortest;
        }
        return shortest == Long.MAX_VALUE ? 0 : shortest;
    }
}
