package dev.hostlab.workload.sample;

import dev.hostlab.workload.BinnedArrivals;
import java.util.Arrays;

/// Counts of requests in bins: Poisson around a regular course that a random rate disturbs.
final class BinCounts {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final double[] NONE = {};

    private BinCounts() {}

    /// Scales a course so that its mean is `mean`.
    static double[] scaled(double[] course, double mean) {
        var factor = mean * course.length / Arrays.stream(course).sum();
        return Arrays.stream(course).map(rate -> rate * factor).toArray();
    }

    /// Draws counts.
    ///
    /// @param expected requests of each bin by the regular course
    static double[] draw(double[] expected, SampleSettings settings) {
        var rate = new RandomRate(
                new RandomStream(settings.seed(), Streams.RATE),
                settings.value("rateSigma"),
                settings.value("rateCorrelation"));
        var random = new RandomStream(settings.seed(), Streams.COUNT);
        var counts = new double[expected.length];
        Arrays.setAll(counts, bin -> random.poisson(expected[bin] * rate.next()));
        return counts;
    }

    /// Bins of one width without tokens.
    static BinnedArrivals arrivals(double[] counts, int binSeconds) {
        return new BinnedArrivals(widths(counts.length, binSeconds), BinnedArrivals.Columns.of(counts));
    }

    /// Bins of one width with the tokens of a conversation, drawn for each request.
    static BinnedArrivals conversation(double[] counts, int binSeconds, long seed) {
        var input = tokens(TokenTable.CONVERSATION_INPUT, counts, new RandomStream(seed, Streams.INPUT_TOKENS));
        var output = tokens(TokenTable.CONVERSATION_OUTPUT, counts, new RandomStream(seed, Streams.OUTPUT_TOKENS));
        return new BinnedArrivals(
                widths(counts.length, binSeconds), new BinnedArrivals.Columns(counts, input, output, NONE));
    }

    /// Bins of one width with the messages that wait at their start.
    static BinnedArrivals queued(double[] counts, double[] depth, int binSeconds) {
        return new BinnedArrivals(
                widths(counts.length, binSeconds), new BinnedArrivals.Columns(counts, NONE, NONE, depth));
    }

    private static double[] tokens(TokenTable table, double[] counts, RandomStream random) {
        return Arrays.stream(counts).map(count -> table.sum(random, count)).toArray();
    }

    private static long[] widths(int bins, int binSeconds) {
        var widths = new long[bins];
        Arrays.fill(widths, binSeconds * NANOS_PER_SECOND);
        return widths;
    }
}
