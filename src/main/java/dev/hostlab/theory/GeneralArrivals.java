package dev.hostlab.theory;

import dev.hostlab.workload.Variation;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// GI/M/c: any independent gaps between arrivals, exponential service, one queue. M/M/c is the case of exponential
/// gaps.
///
/// Waits of those that wait are exponential of rate *cμ(1 − σ)*, where σ is the root of *σ = A*(cμ(1 − σ))* in
/// (0, 1) and A* the Laplace transform of a gap; the chance to wait is L. Takács' ("Introduction to the Theory of
/// Queues", 1962, chapter 2; also Kleinrock, "Queueing Systems", vol. 1, 1975, section 6.5 and 6.6).
final class GeneralArrivals {

    private final double perSecond;
    private final Variation gaps;
    private final double service;
    private final int servers;

    /// @param perSecond arrivals a second, less than servers × service
    /// @param service   rate of one server, 1/s
    GeneralArrivals(double perSecond, Variation gaps, double service, int servers) {
        this.perSecond = perSecond;
        this.gaps = gaps;
        this.service = service;
        this.servers = servers;
    }

    /// Whether the transform of such gaps is known.
    static boolean knows(Variation gaps) {
        return !(gaps instanceof Variation.LogNormal);
    }

    ExponentialWait waits() {
        if (gaps instanceof Variation.Exponential) {
            var load = perSecond / service;
            return new ExponentialWait(ErlangC.waitProbability(servers, load), servers * service - perSecond, service);
        }
        var sigma = root();
        return new ExponentialWait(waitProbability(sigma), servers * service * (1 - sigma), service);
    }

    private double root() {
        var capacity = servers * service;
        var nearOne = 1 - (1 - perSecond / capacity) * 1e-4;
        return new BrentSolver(1e-15, 1e-15).solve(500, sigma -> transform(capacity * (1 - sigma)) - sigma, 0, nearOne);
    }

    /// Takács' sum, from the last term to the first so that the products stay within range.
    private double waitProbability(double sigma) {
        var sum = 1 / (1 - sigma);
        var product = 1.0;
        for (var j = 1; j <= servers; j++) {
            var phi = transform(j * service);
            product *= (servers - j + 1.0) / j * (1 - phi) / phi;
            sum += product / (1 - phi) * (servers * (1 - phi) - j) / (servers * (1 - sigma) - j);
        }
        return 1 / (sum * (1 - sigma));
    }

    /// The Laplace transform of a gap.
    private double transform(double s) {
        return switch (gaps) {
            case Variation.Constant() -> StrictMath.exp(-s / perSecond);
            case Variation.Exponential() -> perSecond / (perSecond + s);
            case Variation.Erlang(int stages) -> StrictMath.pow(1 + s / (stages * perSecond), -stages);
            case Variation.Hyperexponential phases -> {
                var share = phases.shortShare();
                yield share / (1 + s / (2 * share * perSecond)) + (1 - share) / (1 + s / (2 * (1 - share) * perSecond));
            }
            case Variation.LogNormal lognormal -> throw new IllegalArgumentException("No transform of " + lognormal);
        };
    }
}
