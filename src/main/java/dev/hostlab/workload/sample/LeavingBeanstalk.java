package dev.hostlab.workload.sample;

import dev.hostlab.workload.sample.SampleParameter.Origin;
import dev.hostlab.workload.sample.SampleParameter.Range;
import java.util.List;
import java.util.stream.Stream;

/// The month in which a growing language-model proxy outgrew Elastic Beanstalk.
///
/// Working days carry the load, the month doubles it, and on three launch days a crowd comes within minutes. The
/// proxy waits for its upstream most of the time, so its CPU stays low while its slots are full: a scaler that
/// looks at CPU or network sees little, one that looks at requests, slots or tokens sees the crowd.
final class LeavingBeanstalk implements SampleModel {

    private static final Origin STORY = Origin.assumed("the story: a month in which a proxy's use doubled");
    private static final Origin SERVEGEN =
            Origin.measured("ServeGen, one day of a public model: CV 0.51 by ten minutes, peak 2.7 times the mean");
    private static final int BIN_SECONDS = 300;
    private static final int BINS_PER_DAY = 288;
    private static final int MINUTES_PER_DAY = 1_440;

    /// Launches come on these days of every 30, at 14:00 UTC: a Tuesday, a Thursday and a Wednesday of March 2026.
    private static final int[] LAUNCH_DAYS = {8, 17, 23};

    private static final double LAUNCH_HOUR = 14;

    @Override
    public List<SampleParameter> parameters() {
        var usual = List.of(
                Common.seed(2),
                Common.days(30, STORY),
                Common.meanPerMinute(50, STORY),
                Common.rateSigma(0.2, Origin.assumed("fitted with the day's swing to ServeGen's CV of 0.51")),
                Common.rateCorrelation(
                        0.9, Origin.measured("ServeGen: correlation 0.92 from ten minutes to the next")));
        return Stream.concat(usual.stream(), shape().stream()).toList();
    }

    @Override
    public Sample generate(SampleSettings settings) {
        var course = new double[settings.whole("days") * BINS_PER_DAY];
        var crowd = Course.Crowd.of(settings);
        for (var bin = 0; bin < course.length; bin++) {
            var hour = bin * 24.0 / BINS_PER_DAY;
            course[bin] = Course.day(hour, settings.value("dayAmplitude"), settings.value("peakHour"))
                    * Course.week(hour, settings.value("weekendFactor"))
                    * StrictMath.pow(settings.value("growth"), (double) bin / course.length)
                    * launches(hour, crowd);
        }
        var mean = settings.value("meanPerMinute") * BIN_SECONDS / 60;
        var counts = BinCounts.draw(BinCounts.scaled(course, mean), settings);
        return new Sample(START, BinCounts.conversation(counts, BIN_SECONDS, settings.seed()));
    }

    @Override
    public double expectedRequests(SampleSettings settings) {
        return settings.value("days") * MINUTES_PER_DAY * settings.value("meanPerMinute");
    }

    private static double launches(double hour, Course.Crowd crowd) {
        var factor = 1.0;
        for (var day : LAUNCH_DAYS) {
            factor *= Course.crowd(hour % (30 * 24) - day * 24 - LAUNCH_HOUR, crowd);
        }
        return factor;
    }

    /// What only this sample has.
    private static List<SampleParameter> shape() {
        return List.of(
                Common.dayAmplitude(0.6, SERVEGEN),
                Common.peakHour(14.5, STORY),
                Common.weekendFactor(0.4, STORY),
                new SampleParameter(
                        "growth", 2, Range.of(0.1, 100, ""), "Load at the end over load at the start.", STORY),
                new SampleParameter(
                        "crowdFactor", 6, Range.of(1, 100, ""), "Load at the top of a launch over the usual.", STORY),
                new SampleParameter(
                        "crowdRiseMinutes", 10, Range.of(1, 600, "min"), "From the usual load to the top.", STORY),
                new SampleParameter(
                        "crowdHalfLifeMinutes",
                        45,
                        Range.of(1, 6_000, "min"),
                        "In which half of the additional load goes away.",
                        STORY));
    }
}
