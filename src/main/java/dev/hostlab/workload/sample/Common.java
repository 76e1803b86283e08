package dev.hostlab.workload.sample;

import dev.hostlab.workload.sample.SampleParameter.Origin;
import dev.hostlab.workload.sample.SampleParameter.Range;

/// Parameters that several samples have.
final class Common {

    private static final double MOST_A_MINUTE = 1_000_000;

    private Common() {}

    static SampleParameter seed(long value) {
        return new SampleParameter(
                "seed",
                value,
                Range.whole(0, 1e15, ""),
                "Start of the random numbers; another seed makes another trace of the same kind.",
                Origin.assumed("chosen among the first hundreds as the one nearest to the published figures"));
    }

    static SampleParameter hours(double value, Origin origin) {
        return new SampleParameter("hours", value, Range.whole(1, 168, "h"), "Length of the trace.", origin);
    }

    static SampleParameter days(double value, Origin origin) {
        return new SampleParameter("days", value, Range.whole(1, 366, "d"), "Length of the trace.", origin);
    }

    static SampleParameter meanPerMinute(double value, Origin origin) {
        return new SampleParameter(
                "meanPerMinute",
                value,
                Range.of(0.01, MOST_A_MINUTE, "requests a minute"),
                "Mean arrival rate over the whole trace.",
                origin);
    }

    static SampleParameter rateSigma(double value, Origin origin) {
        return new SampleParameter(
                "rateSigma",
                value,
                Range.of(0, 2, ""),
                "Standard deviation of the logarithm of the arrival rate, around its regular course.",
                origin);
    }

    static SampleParameter rateCorrelation(double value, Origin origin) {
        return new SampleParameter(
                "rateCorrelation",
                value,
                Range.of(0, 0.999, ""),
                "Correlation of the rate's logarithm from one bin to the next.",
                origin);
    }

    static SampleParameter dayAmplitude(double value, Origin origin) {
        return new SampleParameter(
                "dayAmplitude",
                value,
                Range.of(0, 1, ""),
                "Swing of the load over a day, as a share of its mean.",
                origin);
    }

    static SampleParameter peakHour(double value, Origin origin) {
        return new SampleParameter(
                "peakHour", value, Range.of(0, 24, "h UTC"), "Hour of the day with the most load.", origin);
    }

    static SampleParameter weekendFactor(double value, Origin origin) {
        return new SampleParameter(
                "weekendFactor",
                value,
                Range.of(0, 10, ""),
                "Load on Saturday and Sunday over that on working days.",
                origin);
    }
}
