package dev.hostlab.theory;

import java.util.Map;

/// Waits that are 0 for some and exponential for the others, before exponential service: M/M/c and GI/M/c.
///
/// @param share   chance to wait at all
/// @param rate    of the waits that are not 0, 1/s
/// @param service rate of one server, 1/s
record ExponentialWait(double share, double rate, double service) {

    double mean() {
        return share / rate;
    }

    Map<Figure, Double> percentiles() {
        return WaitingTimes.percentiles(this::waitTail, this::responseTail, 1 / service + 1 / rate);
    }

    private double waitTail(double seconds) {
        return share * StrictMath.exp(-rate * seconds);
    }

    /// The sum of two exponential times, or only the second of them.
    private double responseTail(double seconds) {
        var served = StrictMath.exp(-service * seconds);
        var difference = (rate - service) * seconds;
        var grown = difference == 0 ? seconds : -StrictMath.expm1(-difference) / (rate - service);
        return served * (1 + share * service * grown);
    }
}
