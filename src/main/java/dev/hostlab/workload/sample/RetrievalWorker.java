package dev.hostlab.workload.sample;

import dev.hostlab.workload.sample.SampleParameter.Origin;
import dev.hostlab.workload.sample.SampleParameter.Range;
import java.util.List;
import java.util.stream.Stream;

/// Documents to embed and look up, coming through a queue that drains a little faster than it fills.
///
/// The queue's depth is what one fixed fleet would have left: each minute it takes at most `drainPerMinute`.
final class RetrievalWorker implements SampleModel {

    private static final Origin AZURE =
            Origin.measured("Azure Functions trace 2019, functions started by queues, 8 h of one day");
    private static final int BIN_SECONDS = 60;
    private static final int MINUTES_PER_HOUR = 60;

    @Override
    public List<SampleParameter> parameters() {
        var usual = List.of(
                Common.seed(277),
                Common.hours(8, AZURE),
                Common.meanPerMinute(420, Origin.assumed("the original's 1,396 at three tenths of its size")),
                Common.rateSigma(0.06, Origin.measured("fitted to the per-minute CV of 0.084 of the same trace")),
                Common.rateCorrelation(
                        0.7, Origin.measured("fitted to the lag-1 autocorrelation of 0.48 of the same")));
        return Stream.concat(usual.stream(), shape().stream()).toList();
    }

    @Override
    public Sample generate(SampleSettings settings) {
        var minutes = settings.whole("hours") * MINUTES_PER_HOUR;
        var random = new RandomStream(settings.seed(), Streams.BURSTS);
        var course = new double[minutes];
        for (var minute = 0; minute < minutes; minute++) {
            var late = Math.max(0, 4.0 * minute / minutes - 3);
            var burst = random.uniform() < settings.value("burstsPerHour") / MINUTES_PER_HOUR;
            var factor = 1 - (settings.value("burstFactor") - 1) * StrictMath.log(1 - random.uniform());
            course[minute] = (1 + late * (settings.value("growth") - 1)) * (burst ? factor : 1);
        }
        var counts = BinCounts.draw(BinCounts.scaled(course, settings.value("meanPerMinute")), settings);
        var depth = depth(counts, settings.value("drainPerMinute"));
        return new Sample(START, BinCounts.queued(counts, depth, BIN_SECONDS));
    }

    @Override
    public double expectedRequests(SampleSettings settings) {
        return settings.value("hours") * MINUTES_PER_HOUR * settings.value("meanPerMinute");
    }

    private static double[] depth(double[] counts, double drain) {
        var depth = new double[counts.length];
        for (var i = 1; i < depth.length; i++) {
            depth[i] = StrictMath.rint(Math.max(0, depth[i - 1] + counts[i - 1] - drain));
        }
        return depth;
    }

    /// What only this sample has.
    private static List<SampleParameter> shape() {
        return List.of(
                new SampleParameter(
                        "growth",
                        1.1,
                        Range.of(0.1, 10, ""),
                        "Rate at the end over rate at the start, reached in the last quarter.",
                        Origin.measured("1,497 a minute at the end over 1,369 in the middle of the same trace")),
                new SampleParameter(
                        "burstsPerHour",
                        1,
                        Range.of(0, 30, "1/h"),
                        "Minutes in which a batch arrives.",
                        Origin.assumed("a handful of minutes of the same trace stand out")),
                new SampleParameter(
                        "burstFactor",
                        1.35,
                        Range.of(1, 100, ""),
                        "Arrivals of such a minute over those of any other, on average.",
                        Origin.measured("fitted to the peak of 1.69 times the mean of the same trace")),
                new SampleParameter(
                        "drainPerMinute",
                        436,
                        Range.of(0, 1_000_000, "messages a minute"),
                        "What the workers of the original took away at most.",
                        Origin.assumed("1,450 at three tenths, as modelled for the same trace")));
    }
}
