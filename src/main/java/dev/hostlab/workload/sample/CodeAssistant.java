package dev.hostlab.workload.sample;

import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.sample.SampleParameter.Origin;
import dev.hostlab.workload.sample.SampleParameter.Range;
import java.util.Arrays;
import java.util.List;

/// A coding assistant: programs send volleys of long prompts with short answers, then nothing for a minute.
///
/// One row a request, since the bursts within a minute are what makes this load hard.
final class CodeAssistant implements SampleModel {

    private static final Origin AZURE = Origin.measured("Azure LLM inference trace 2023, code, 1 h");
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int MILLIS_PER_MINUTE = 60_000;
    private static final int MINUTES_PER_HOUR = 60;

    @Override
    public List<SampleParameter> parameters() {
        return List.of(
                Common.seed(149),
                Common.hours(1, AZURE),
                Common.meanPerMinute(152, AZURE),
                Common.rateSigma(0.68, Origin.measured("fitted to the per-minute CV of 1.02 of the same trace")),
                Common.rateCorrelation(
                        0.1, Origin.measured("lag-1 autocorrelation of 0.17 of the same trace, by minute")),
                new SampleParameter(
                        "quietShare",
                        0.22,
                        Range.of(0, 0.95, "of all minutes"),
                        "Minutes without any request.",
                        Origin.measured("13 of 58 minutes of the same trace")),
                new SampleParameter(
                        "burstSeconds",
                        15,
                        Range.of(0.1, 60, "s"),
                        "A minute's requests fall into one span of this length.",
                        Origin.measured("fitted to the inter-arrival CV of 13.2 of the same trace")));
    }

    @Override
    public Sample generate(SampleSettings settings) {
        var minutes = settings.whole("hours") * MINUTES_PER_HOUR;
        var counts = counts(settings, minutes);
        var total = (int) Arrays.stream(counts).sum();
        var at = new long[total];
        var random = new RandomStream(settings.seed(), Streams.BURSTS);
        var next = 0;
        for (var minute = 0; minute < minutes; minute++) {
            var from = next;
            next += (int) counts[minute];
            volley(at, from, next, new Burst(minute, settings.value("burstSeconds") * 1_000), random);
        }
        var seed = settings.seed();
        var input = tokens(TokenTable.CODE_INPUT, total, new RandomStream(seed, Streams.INPUT_TOKENS));
        var output = tokens(TokenTable.CODE_OUTPUT, total, new RandomStream(seed, Streams.OUTPUT_TOKENS));
        return fromFirst(at, input, output);
    }

    @Override
    public double expectedRequests(SampleSettings settings) {
        return settings.value("hours") * MINUTES_PER_HOUR * settings.value("meanPerMinute");
    }

    /// A trace of requests begins with its first one; a sample so small that it has at most one gets a minute.
    private static Sample fromFirst(long[] at, int[] input, int[] output) {
        var first = at.length == 0 ? 0 : at[0];
        Arrays.setAll(at, i -> at[i] - first);
        var single = at.length == 0 || at[at.length - 1] == 0;
        return new Sample(
                START.plusNanos(first),
                single
                        ? new RequestArrivals(MILLIS_PER_MINUTE * NANOS_PER_MILLI, at, input, output)
                        : RequestArrivals.untilNextExpected(at, input, output));
    }

    private static double[] counts(SampleSettings settings, int minutes) {
        var quiet = new RandomStream(settings.seed(), Streams.BURSTS + 1);
        var quietShare = settings.value("quietShare");
        var busy = settings.value("meanPerMinute") / (1 - quietShare);
        var expected = new double[minutes];
        Arrays.setAll(expected, minute -> quiet.uniform() < quietShare ? 0 : busy);
        return BinCounts.draw(expected, settings);
    }

    private record Burst(int minute, double millis) {}

    private static void volley(long[] at, int from, int to, Burst burst, RandomStream random) {
        var start = random.uniform() * (MILLIS_PER_MINUTE - burst.millis);
        for (var i = from; i < to; i++) {
            var millis = (long) (burst.minute * (double) MILLIS_PER_MINUTE + start + random.uniform() * burst.millis);
            at[i] = millis * NANOS_PER_MILLI;
        }
        Arrays.sort(at, from, to);
    }

    private static int[] tokens(TokenTable table, int requests, RandomStream random) {
        var tokens = new int[requests];
        Arrays.setAll(tokens, i -> table.draw(random));
        return tokens;
    }
}
