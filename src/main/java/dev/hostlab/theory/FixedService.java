package dev.hostlab.theory;

import org.apache.commons.math3.special.Gamma;

/// M/D/c: Poisson arrivals, fixed service time, one queue.
///
/// Source: Crommelin, "Delay probability formulae", Post Office Electrical Engineers' Journal 26, 1934; the mean wait
/// is a sum over how many service times ago the queue could have begun.
final class FixedService {

    private static final double NEGLIGIBLE = 1e-14;

    private FixedService() {}

    /// The mean wait in service times.
    ///
    /// @param load arrival rate × service time, less than the number of servers
    static double meanWait(int servers, double load) {
        var sum = 0.0;
        for (var periods = 1; ; periods++) {
            var term = excess(periods * load, periods * servers, servers / load);
            sum += term;
            if (term < NEGLIGIBLE * (1 + sum)) {
                return sum;
            }
        }
    }

    /// The chance that a Poisson number reaches `least`, less `weight` times that it exceeds it.
    private static double excess(double mean, int least, double weight) {
        var chance = StrictMath.exp(least * StrictMath.log(mean) - mean - Gamma.logGamma(least + 1.0));
        var sum = chance;
        for (var number = least + 1; chance > NEGLIGIBLE * NEGLIGIBLE; number++) {
            chance *= mean / number;
            sum += chance * (1 - weight);
        }
        return sum;
    }
}
