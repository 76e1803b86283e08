package dev.hostlab.ui.common;

import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.RequestArrivals;

/// A load at a glance: its greatest rates in a few stretches of equal length, so that peaks are seen.
public final class LoadPicture {

    private static final int STRETCHES = 160;
    private static final int FINER = 8;

    private LoadPicture() {}

    /// One value a stretch, the greatest of them 1; all 0 where nothing arrives.
    public static double[] of(Arrivals arrivals) {
        var rates = switch (arrivals) {
            case BinnedArrivals bins -> ofBins(bins);
            case RequestArrivals requests -> ofRequests(requests);
            case PoissonArrivals steady -> new double[] {steady.perSecond(), steady.perSecond()};
        };
        var highest = 0.0;
        for (var rate : rates) {
            highest = Math.max(highest, rate);
        }
        for (var i = 0; i < rates.length && highest > 0; i++) {
            rates[i] /= highest;
        }
        return rates;
    }

    private static double[] ofBins(BinnedArrivals bins) {
        var rates = new double[Math.min(STRETCHES, bins.bins())];
        var at = 0L;
        for (var bin = 0; bin < bins.bins(); bin++) {
            var stretch = (int) (at * (double) rates.length / bins.horizonNanos());
            rates[stretch] = Math.max(rates[stretch], bins.requests(bin) / bins.widthNanos(bin));
            at += bins.widthNanos(bin);
        }
        return rates;
    }

    private static double[] ofRequests(RequestArrivals requests) {
        var fine = new double[STRETCHES * FINER];
        for (var i = 0; i < requests.count(); i++) {
            var stretch = (int) (requests.atNanos(i) * (double) fine.length / requests.horizonNanos());
            fine[Math.min(fine.length - 1, stretch)]++;
        }
        var rates = new double[STRETCHES];
        for (var i = 0; i < fine.length; i++) {
            rates[i / FINER] = Math.max(rates[i / FINER], fine[i]);
        }
        return rates;
    }
}
