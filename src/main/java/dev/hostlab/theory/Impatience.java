package dev.hostlab.theory;

import dev.hostlab.workload.Variation;
import java.util.function.DoubleUnaryOperator;

/// M/M/c+G: Poisson arrivals, exponential service, and clients who give up after a random or fixed patience.
///
/// With *H(x)* the integral of the chance to be still patient at *u* from 0 to *x*, everything follows from the
/// integral of *exp(λH(x) − cμx)*. Waits are those of all arrivals and end when patience does.
///
/// Source: Zeltyn and Mandelbaum, "Call centers with impatient customers: many-server asymptotics of the M/M/n+G
/// queue", Queueing Systems 51, 2005; the exponential case is Erlang A (Palm, 1957).
final class Impatience {

    private static final double NEGLIGIBLE_LOG = 40;

    private final double perSecond;
    private final double service;
    private final int servers;
    private final QueueModel.Span patience;
    private final double horizon;
    private final double highest;
    private final double factor;

    /// @param service rate of one server, 1/s
    Impatience(double perSecond, double service, int servers, QueueModel.Span patience) {
        this.perSecond = perSecond;
        this.service = service;
        this.servers = servers;
        this.patience = patience;
        highest = highestExponent();
        horizon = negligibleFrom();
        var idle = StrictMath.exp(-highest) / ErlangC.blocking(servers - 1, perSecond / service);
        factor = perSecond / (idle + perSecond * integral(0));
    }

    /// Whether the patience is of a kind that is covered.
    static boolean knows(QueueModel.Span patience) {
        return patience.isExponential() || patience.variation() instanceof Variation.Constant;
    }

    Answers answers() {
        var waits = factor * integral(0);
        var idle = StrictMath.exp(-highest) / perSecond;
        var lost = factor * (idle + (1 - servers * service / perSecond) * integral(0));
        DoubleUnaryOperator tail = seconds -> patient(seconds) * factor * integral(seconds);
        var longest = isFixed() ? patience.meanSeconds() : horizon;
        var wait = WaitingTimes.simpson(tail, 0, longest);
        var busy = perSecond * (1 - lost) / service;
        var scale = 1 / service;
        return new Answers("M/M/c+G, Zeltyn and Mandelbaum's integrals")
                .with(Figure.P_WAIT, waits)
                .with(Figure.LQ, perSecond * wait)
                .with(Figure.L, perSecond * wait + busy)
                .with(Figure.WQ, wait)
                .with(Figure.WQ_P50, Math.min(longest, WaitingTimes.percentile(tail, 0.50, scale)))
                .with(Figure.WQ_P95, Math.min(longest, WaitingTimes.percentile(tail, 0.95, scale)))
                .with(Figure.WQ_P99, Math.min(longest, WaitingTimes.percentile(tail, 0.99, scale)))
                .with(Figure.P_BLOCK, 0)
                .with(Figure.P_ABANDON, lost)
                .with(Figure.E_BUSY, busy);
    }

    private boolean isFixed() {
        return patience.variation() instanceof Variation.Constant;
    }

    /// The chance to be patient for so many seconds at least.
    private double patient(double seconds) {
        if (isFixed()) {
            return seconds <= patience.meanSeconds() ? 1 : 0;
        }
        return StrictMath.exp(-seconds / patience.meanSeconds());
    }

    private double exponent(double x) {
        var mean = patience.meanSeconds();
        var patientTime = isFixed() ? Math.min(x, mean) : -mean * StrictMath.expm1(-x / mean);
        return perSecond * patientTime - servers * service * x;
    }

    private double highestExponent() {
        var excess = perSecond / (servers * service);
        if (excess <= 1) {
            return 0;
        }
        return exponent(patience.meanSeconds() * (isFixed() ? 1 : StrictMath.log(excess)));
    }

    private double negligibleFrom() {
        var seconds = 1 / (servers * service);
        while (exponent(seconds) > highest - NEGLIGIBLE_LOG) {
            seconds *= 1.5;
        }
        return seconds;
    }

    /// The integral from `seconds` on, scaled down by its highest value. It has a bend where fixed patience ends.
    private double integral(double seconds) {
        var bend = isFixed() ? Math.max(seconds, Math.min(patience.meanSeconds(), horizon)) : seconds;
        DoubleUnaryOperator density = x -> StrictMath.exp(exponent(x) - highest);
        return WaitingTimes.simpson(density, seconds, bend)
                + WaitingTimes.simpson(density, bend, Math.max(bend, horizon));
    }
}
