package dev.hostlab.workload.sample;

import dev.hostlab.workload.sample.SampleParameter.Origin;
import dev.hostlab.workload.sample.SampleParameter.Range;
import java.util.List;

/// Two days of a sports site: quiet nights, matches in the afternoon and evening, and one sudden piece of news.
final class FlashCrowd implements SampleModel {

    private static final Origin WORLD_CUP = Origin.measured("1998 World Cup web site logs, 29 and 30 June, by minute");
    private static final int BIN_SECONDS = 60;
    private static final int MINUTES_PER_DAY = 1_440;

    /// When the news breaks: the second day at 09:00 UTC.
    private static final double NEWS_HOUR = 33;

    /// Hour of two days, and load in multiples of the mean, read off the published half-hour means and rounded.
    private static final double[][] KNOTS = {
        {0, 0.34}, {3, 0.30}, {5.5, 0.28}, {7.5, 0.37}, {10.5, 0.34}, {12, 0.44}, {13.5, 0.62}, {14.2, 0.75},
        {14.5, 1.55}, {15, 2.35}, {15.5, 3.0}, {16, 3.55}, {16.3, 4.65}, {16.5, 3.1}, {17, 2.25}, {18.2, 1.40},
        {18.8, 1.40}, {19.5, 1.9}, {20.5, 2.2}, {20.9, 2.7}, {21.05, 1.1}, {22, 0.5}, {23.5, 0.40}, {24.5, 0.40},
        {26, 0.31}, {29, 0.26}, {30.5, 0.32}, {35, 0.34}, {36, 0.43}, {37.5, 0.56}, {38.2, 0.72}, {38.5, 1.35},
        {39, 2.15}, {39.5, 2.7}, {40.2, 3.3}, {40.5, 2.6}, {41.2, 1.75}, {42.2, 1.55}, {42.8, 1.8}, {43.2, 2.5},
        {44, 3.1}, {44.8, 3.75}, {45.4, 4.1}, {45.55, 1.5}, {46.2, 0.65}, {48, 0.5}
    };

    @Override
    public List<SampleParameter> parameters() {
        return List.of(
                Common.seed(2),
                Common.days(2, WORLD_CUP),
                Common.meanPerMinute(720, Origin.assumed("the original's 47,854 at about a sixtieth of its size")),
                Common.rateSigma(0.02, Origin.assumed("what the original's minutes deviate from a smooth course")),
                Common.rateCorrelation(0.5, Origin.assumed("minutes resemble their neighbours somewhat")),
                new SampleParameter(
                        "crowdFactor",
                        7,
                        Range.of(1, 100, ""),
                        "Load at the top of the sudden news over the usual; 1 leaves the news out.",
                        Origin.assumed("not in the original: 5 to 10 times within minutes is what people fear")),
                new SampleParameter(
                        "crowdRiseMinutes",
                        5,
                        Range.of(1, 600, "min"),
                        "From the usual load to the top.",
                        Origin.assumed("faster than any fleet starts")),
                new SampleParameter(
                        "crowdHalfLifeMinutes",
                        12,
                        Range.of(1, 6_000, "min"),
                        "In which half of the additional load goes away.",
                        Origin.assumed("news is read once")));
    }

    @Override
    public Sample generate(SampleSettings settings) {
        var course = new double[settings.whole("days") * MINUTES_PER_DAY];
        var crowd = Course.Crowd.of(settings);
        for (var minute = 0; minute < course.length; minute++) {
            var hour = minute / 60.0;
            course[minute] = level(hour % 48) * Course.crowd(hour - NEWS_HOUR, crowd);
        }
        var counts = BinCounts.draw(BinCounts.scaled(course, settings.value("meanPerMinute")), settings);
        return new Sample(START, BinCounts.arrivals(counts, BIN_SECONDS));
    }

    @Override
    public double expectedRequests(SampleSettings settings) {
        return settings.value("days") * MINUTES_PER_DAY * settings.value("meanPerMinute");
    }

    private static double level(double hour) {
        var above = 1;
        while (KNOTS[above][0] < hour) {
            above++;
        }
        var from = KNOTS[above - 1];
        var to = KNOTS[above];
        return from[1] + (hour - from[0]) / (to[0] - from[0]) * (to[1] - from[1]);
    }
}
