package dev.hostlab.workload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/// What describes a load in a few figures; what does not exist for a load is not a number.
///
/// Variation and dispersion are over minutes, or over bins where those last longer.
///
/// @param meanPerMinute requests a minute over the whole horizon
/// @param peakPerMinute the greatest rate, in requests a minute
/// @param dispersion    variance over mean of the counts, 1 for a Poisson process
/// @param variation     standard deviation over mean of the counts
/// @param gapVariation  standard deviation over mean of the times between requests, where each is known
/// @param inputTokens   quantiles of a request's input tokens, by name; empty where not every request is known
/// @param outputTokens  the same for output tokens
/// @param hoursOfDay    share of the requests in each hour of the day in UTC, for a day or more; otherwise empty
/// @param daysOfWeek    share of the requests on each day from Monday on, for a week or more; otherwise empty
/// @param picture       the course of the load in equal stretches, the highest is 1
public record LoadFigures(
        double meanPerMinute,
        double peakPerMinute,
        double dispersion,
        double variation,
        double gapVariation,
        Map<String, Double> inputTokens,
        Map<String, Double> outputTokens,
        List<Double> hoursOfDay,
        List<Double> daysOfWeek,
        List<Double> picture) {

    private static final double NANOS_PER_MINUTE = 60e9;
    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final int STRETCHES = 60;

    public LoadFigures {
        inputTokens = new TreeMap<>(inputTokens);
        outputTokens = new TreeMap<>(outputTokens);
        hoursOfDay = List.copyOf(hoursOfDay);
        daysOfWeek = List.copyOf(daysOfWeek);
        picture = List.copyOf(picture);
    }

    /// The figures of a workload whose requests are known, binned or one by one.
    public static LoadFigures of(Workload workload) {
        return of(workload, bin -> 0);
    }

    /// The same where time was left out, which moves later bins in the calendar.
    ///
    /// @param lostNanos how much time was left out before a bin
    public static LoadFigures of(Workload workload, IntToLongFunction lostNanos) {
        var arrivals = workload.arrivals();
        var counts = MinuteCounts.of(arrivals);
        var requests = arrivals instanceof RequestArrivals one ? new RequestFigures(one) : RequestFigures.NONE;
        return new LoadFigures(
                arrivals.requests() / (arrivals.horizonNanos() / NANOS_PER_MINUTE),
                counts.peakPerMinute(),
                counts.dispersion(),
                counts.variation(),
                requests.gapVariation(),
                requests.inputTokens(),
                requests.outputTokens(),
                shares(workload, lostNanos, HOURS, HOURS * NANOS_PER_HOUR),
                shares(workload, lostNanos, DAYS, DAYS * HOURS * NANOS_PER_HOUR),
                counts.picture(STRETCHES));
    }

    /// The greatest rate over the mean; not a number where nothing arrives.
    public double peakToMean() {
        return peakPerMinute / meanPerMinute;
    }

    /// The load in words, beside loads that people know.
    public List<String> words() {
        return LoadWords.of(this);
    }

    private static List<Double> shares(
            Workload workload, IntToLongFunction lostNanos, int parts, long leastNanos) {
        var arrivals = workload.arrivals();
        if (arrivals.horizonNanos() < leastNanos || arrivals.requests() == 0) {
            return List.of();
        }
        var sums = new double[parts];
        switch (arrivals) {
            case BinnedArrivals bins -> {
                var at = 0L;
                for (var bin = 0; bin < bins.bins(); bin++) {
                    var middle = at + lostNanos.applyAsLong(bin) + bins.widthNanos(bin) / 2;
                    sums[part(workload.from().plusNanos(middle), parts)] += bins.requests(bin);
                    at += bins.widthNanos(bin);
                }
            }
            case RequestArrivals requests -> {
                for (var i = 0; i < requests.count(); i++) {
                    sums[part(workload.from().plusNanos(requests.atNanos(i)), parts)]++;
                }
            }
            case PoissonArrivals steady -> Arrays.fill(sums, steady.requests() / parts);
        }
        var all = new ArrayList<Double>();
        for (var sum : sums) {
            all.add(sum / arrivals.requests());
        }
        return all;
    }

    /// The hour of the day, or the day of the week from Monday on, by how many there are.
    private static int part(Instant at, int parts) {
        var seconds = at.getEpochSecond();
        return parts == HOURS
                ? (int) Math.floorMod(seconds / 3_600, (long) HOURS)
                : at.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() - 1;
    }
}
