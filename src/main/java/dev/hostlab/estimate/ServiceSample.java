package dev.hostlab.estimate;

import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import org.apache.commons.math3.distribution.NormalDistribution;

/// A few hundred requests that stand for all: the factors by which CPU work, upstream wait, decoding speed and
/// tokens differ from their means, spread evenly over their distributions by an additive recurrence (Roberts, "The
/// unreasonable effectiveness of quasirandom sequences", 2018). Each kind of factor has a mean of exactly 1.
final class ServiceSample {

    static final int SIZE = 256;

    private static final int DIMENSIONS = 5;
    /// The root of x⁶ = x + 1, whose powers make the recurrence in five dimensions.
    private static final double ROOT = 1.1347241384015194;

    private final ServiceModel model;
    private final double[] cpu;
    private final double[] upstream;
    private final double[] decoding;
    private final double[] inputTokens;
    private final double[] stallSeconds = new double[SIZE];
    private final boolean traceHasTokens;

    /// @param traceHasTokens whether tokens come from the trace, where they are spread by the same factors
    ServiceSample(ServiceModel model, boolean traceHasTokens) {
        this.model = model;
        this.traceHasTokens = traceHasTokens;
        cpu = factors(model.cpu().variation(), 0);
        upstream = factors(model.upstream().variation(), 1);
        decoding = factors(model.upstream().decoding().variation(), 2);
        inputTokens = factors(model.tokens().variation(), 3);
        fillStalls();
    }

    ServiceModel model() {
        return model;
    }

    /// Mean input tokens of a request, where the trace does not say.
    double inputTokens(double requests, double traced) {
        return traceHasTokens ? traced / requests : model.tokens().meanInput();
    }

    double outputTokens(double requests, double traced) {
        return traceHasTokens ? traced / requests : model.tokens().meanOutput();
    }

    /// Fills in CPU work and upstream wait of every request of the sample, in seconds.
    ///
    /// @param input  mean input tokens
    /// @param output mean output tokens
    void demands(double input, double output, double[] cpuSeconds, double[] upstreamSeconds) {
        var wait = model.upstream();
        var speed = wait.decoding().tokensPerSecond();
        for (var i = 0; i < SIZE; i++) {
            var in = input * inputTokens[i];
            var out = output * inputTokens[SIZE - 1 - i];
            cpuSeconds[i] = model.cpu().meanMs(in, out) * cpu[i] / 1e3;
            upstreamSeconds[i] = (wait.ms() * upstream[i] + wait.msPerInputToken() * in) / 1e3
                    + (speed > 0 ? out / speed * decoding[i] : 0)
                    + stallSeconds[i];
        }
    }

    private void fillStalls() {
        var stalls = model.upstream().stalls();
        var met = stalls.probability() * SIZE;
        for (var i = 0; i < SIZE && met > 0; i++) {
            var u = uniform(i, 4);
            stallSeconds[i] = u < stalls.probability()
                    ? stalls.minSeconds()
                            + u / stalls.probability() * (stalls.maxSeconds() - stalls.minSeconds())
                    : 0;
        }
    }

    private static double[] factors(Variation variation, int dimension) {
        var values = new double[SIZE];
        var sum = 0.0;
        for (var i = 0; i < SIZE; i++) {
            values[i] = factor(variation, uniform(i, dimension));
            sum += values[i];
        }
        for (var i = 0; i < SIZE; i++) {
            values[i] *= SIZE / sum;
        }
        return values;
    }

    private static double factor(Variation variation, double u) {
        return switch (variation) {
            case Variation.Constant() -> 1;
            case Variation.Exponential() -> -StrictMath.log(1 - u);
            case Variation.LogNormal(double cv) ->
                StrictMath.exp(StrictMath.sqrt(StrictMath.log(1 + cv * cv))
                        * new NormalDistribution().inverseCumulativeProbability(u));
        };
    }

    /// The point of the recurrence, in the middle of one of [#SIZE] equal cells of its dimension.
    private static double uniform(int index, int dimension) {
        var step = 1.0;
        for (var power = 0; power <= dimension % DIMENSIONS; power++) {
            step /= ROOT;
        }
        var x = 0.5 + step * (index + 1);
        return Math.clamp(x - StrictMath.floor(x), 1e-6, 1 - 1e-6);
    }
}
