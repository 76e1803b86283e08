package dev.hostlab.workload.sample;

import dev.hostlab.workload.sample.SampleParameter.Origin;
import dev.hostlab.workload.sample.SampleParameter.Range;
import java.util.List;
import java.util.stream.Stream;

/// A plain web API behind a load balancer: days, weeks, noise and a few short rushes.
final class JsonApi implements SampleModel {

    private static final Origin NAB =
            Origin.measured("Numenta Anomaly Benchmark, request count of a load balancer, 14 days by 5 minutes");
    private static final int BIN_SECONDS = 300;
    private static final int BINS_PER_DAY = 288;
    private static final int MINUTES_PER_DAY = 1_440;
    private static final int DAYS_PER_WEEK = 7;

    @Override
    public List<SampleParameter> parameters() {
        var usual = List.of(
                Common.seed(32),
                Common.days(14, NAB),
                Common.meanPerMinute(50, Origin.assumed("four times the original's 12.4, so that scaling has work")),
                Common.rateSigma(0.22, Origin.assumed("smoother than the original, whose CV is 0.92")),
                Common.rateCorrelation(
                        0.6, Origin.assumed("smoother than the original, whose lag-1 correlation is 0.23")));
        return Stream.concat(usual.stream(), shape().stream()).toList();
    }

    @Override
    public Sample generate(SampleSettings settings) {
        var random = new RandomStream(settings.seed(), Streams.BURSTS);
        var course = new double[settings.whole("days") * BINS_PER_DAY];
        var chance = settings.value("rushesPerWeek") / (DAYS_PER_WEEK * BINS_PER_DAY);
        for (var bin = 0; bin < course.length; bin++) {
            var hour = bin * 24.0 / BINS_PER_DAY;
            course[bin] = Course.day(hour, settings.value("dayAmplitude"), settings.value("peakHour"))
                    * Course.week(hour, settings.value("weekendFactor"))
                    * (random.uniform() < chance ? settings.value("rushFactor") : 1);
        }
        var mean = settings.value("meanPerMinute") * BIN_SECONDS / 60;
        var counts = BinCounts.draw(BinCounts.scaled(course, mean), settings);
        return new Sample(START, BinCounts.arrivals(counts, BIN_SECONDS));
    }

    @Override
    public double expectedRequests(SampleSettings settings) {
        return settings.value("days") * MINUTES_PER_DAY * settings.value("meanPerMinute");
    }

    /// What only this sample has.
    private static List<SampleParameter> shape() {
        return List.of(
                Common.dayAmplitude(
                        0.4, Origin.measured("quietest hour 0.68, busiest 1.54 times the mean of the same series")),
                Common.peakHour(18, Origin.measured("17 to 20 h in the same series")),
                Common.weekendFactor(
                        0.7, Origin.measured("48 over 69 requests per bin in the same series, without its last day")),
                new SampleParameter(
                        "rushesPerWeek",
                        5,
                        Range.of(0, 500, "1/week"),
                        "Five-minute bins in which a client runs wild.",
                        Origin.assumed("the original has more: 1 % of its bins are above 4.1 times the mean")),
                new SampleParameter(
                        "rushFactor",
                        2.5,
                        Range.of(1, 100, ""),
                        "Load of such a bin over the usual.",
                        Origin.assumed("the original's peak is 10.6 times the mean, this sample's about 5")));
    }
}
