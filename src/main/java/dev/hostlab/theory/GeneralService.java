package dev.hostlab.theory;

import dev.hostlab.workload.Variation;
import java.util.Optional;
import org.apache.commons.math3.complex.Complex;

/// M/G/1: Poisson arrivals, any service times, one server, first come first served; with cold starts as well.
///
/// Means by Pollaczek and Khinchine; percentiles by inverting the transform of the wait, *(1 − ρ)s ÷ (s − λ(1 −
/// B*(s)))* (Kleinrock, "Queueing Systems", vol. 1, 1975, section 5.7). A server that goes off when idle and
/// needs a cold start *D* for the first request adds *(2E[D] + λE[D²]) ÷ 2(1 + λE[D])* to the mean wait (Welch,
/// "On a generalized M/G/1 queuing process in which the first customer of each busy period receives exceptional
/// service", Operations Research 12, 1964).
final class GeneralService {

    private final double perSecond;
    private final QueueModel.Service service;
    private final double load;

    /// @param perSecond arrivals a second, less than the rate of service
    GeneralService(double perSecond, QueueModel.Service service) {
        this.perSecond = perSecond;
        this.service = service;
        load = perSecond / service.perSecond();
    }

    Answers answers() {
        var wait = meanWait();
        var answers = means(new Answers("M/G/1, Pollaczek–Khinchine"), wait).with(Figure.P_WAIT, load);
        if (transform(Complex.ONE).isEmpty()) {
            return answers;
        }
        var waits = new TransformTail(s -> waitTransform(s));
        var isFixed = service.variation() instanceof Variation.Constant;
        var responses =
                new TransformTail(s -> waitTransform(s).multiply(transform(s).orElseThrow()));
        answers.with(WaitingTimes.percentiles(waits::above, responses::above, wait + service.meanSeconds()));
        return isFixed ? shifted(answers) : answers;
    }

    /// The same with a cold start whenever the server has gone off.
    Answers answersWithSetup(QueueModel.Span setup) {
        var mean = setup.meanSeconds();
        var square = mean * mean * (1 + setup.variation().scv());
        var more = (2 * mean + perSecond * square) / (2 * (1 + perSecond * mean));
        var starting = (1 - load) * perSecond * mean / (1 + perSecond * mean);
        return means(new Answers("M/G/1 with setup, Welch"), meanWait() + more)
                .with(Figure.P_WAIT, 1)
                .with(Figure.E_SETUP, starting)
                .with(Figure.E_ON, load + starting);
    }

    /// The response of fixed service is the wait and that: better than a transform with jumps.
    private Answers shifted(Answers answers) {
        return answers.with(Figure.W_P50, above(answers, Figure.WQ_P50))
                .with(Figure.W_P95, above(answers, Figure.WQ_P95))
                .with(Figure.W_P99, above(answers, Figure.WQ_P99));
    }

    private double above(Answers answers, Figure wait) {
        return answers.value(wait).orElseThrow() + service.meanSeconds();
    }

    private double meanWait() {
        return load / (1 - load) * (1 + service.variation().scv()) / 2 * service.meanSeconds();
    }

    private Answers means(Answers answers, double wait) {
        return answers.with(Figure.LQ, perSecond * wait)
                .with(Figure.L, perSecond * wait + load)
                .with(Figure.WQ, wait)
                .with(Figure.W, wait + service.meanSeconds())
                .with(Figure.P_BLOCK, 0)
                .with(Figure.P_ABANDON, 0)
                .with(Figure.E_BUSY, load);
    }

    private Complex waitTransform(Complex s) {
        var served = transform(s).orElseThrow();
        var below = s.subtract(served.negate().add(1).multiply(perSecond));
        return s.multiply(1 - load).divide(below);
    }

    /// The Laplace transform of a service time, where it is known.
    private Optional<Complex> transform(Complex s) {
        var mean = service.meanSeconds();
        return switch (service.variation()) {
            case Variation.Constant() -> Optional.of(s.multiply(-mean).exp());
            case Variation.Exponential() -> Optional.of(stage(s, mean));
            case Variation.Erlang(int stages) -> Optional.of(power(stage(s, mean / stages), stages));
            case Variation.Hyperexponential phases -> {
                var share = phases.shortShare();
                var quick = stage(s, mean / 2 / share).multiply(share);
                yield Optional.of(quick.add(stage(s, mean / 2 / (1 - share)).multiply(1 - share)));
            }
            case Variation.LogNormal lognormal -> Optional.empty();
        };
    }

    private static Complex stage(Complex s, double mean) {
        return s.multiply(mean).add(1).reciprocal();
    }

    private static Complex power(Complex base, int exponent) {
        var product = Complex.ONE;
        for (var factor = 0; factor < exponent; factor++) {
            product = product.multiply(base);
        }
        return product;
    }
}
