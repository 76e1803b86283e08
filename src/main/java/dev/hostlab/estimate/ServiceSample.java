package dev.hostlab.estimate;

import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;

/// A few hundred requests that stand for all: the factors by which CPU work, upstream wait, decoding time and
/// tokens differ from their means, spread evenly over their distributions by a rank-1 lattice (Korobov, 1959; see
/// L'Ecuyer and Lemieux, "Variance reduction via lattice rules", Management Science 46, 2000). Rare stalls are kept
/// apart, since a few hundred requests would meet hardly any.
final class ServiceSample {

    static final int SIZE = 256;

    private static final int GENERATOR = 149;
    private static final double MS = 1e-3;

    private final ServiceModel model;
    private final boolean traceHasTokens;
    private final Variation tokens;
    private final double cpuNoise;
    private final double[] cpu;
    private final double[] upstream;
    private final double[] decoding;
    private final double[] inputTokens;
    private final double[] outputTokens;
    private final DemandCurve curve;

    /// @param load whose tokens are spread over the requests of a bin, unless they are known one by one
    ServiceSample(ServiceModel model, LoadCurve load) {
        this.model = model;
        this.traceHasTokens = load.hasTokens();
        tokens = load.hasTokens() && load.knowsEachRequest()
                ? new Variation.Constant()
                : model.tokens().variation();
        cpuNoise = product(model.cpu().variation().scv());
        cpu = factors(model.cpu().variation(), 0);
        upstream = factors(model.upstream().variation(), 1);
        decoding = factors(model.upstream().decoding().variation(), 2);
        outputTokens = factors(tokens, 3);
        inputTokens = factors(tokens, 4);
        curve = new DemandCurve(this, load);
    }

    ServiceModel model() {
        return model;
    }

    /// What the requests of each step need in the mean.
    DemandCurve curve() {
        return curve;
    }

    /// Mean input tokens of a request, where the trace does not say.
    double inputTokens(double requests, double traced) {
        return traceHasTokens ? traced / requests : model.tokens().meanInput();
    }

    double outputTokens(double requests, double traced) {
        return traceHasTokens ? traced / requests : model.tokens().meanOutput();
    }

    /// Fills in CPU work and upstream wait of every request of the sample, in seconds and without stalls. Their
    /// means are exactly those of the service.
    ///
    /// @param input  mean input tokens
    /// @param output mean output tokens
    void demands(double input, double output, double[] cpuSeconds, double[] upstreamSeconds) {
        var wait = model.upstream();
        var decodingMs =
                wait.decoding().tokensPerSecond() > 0 ? 1e3 / wait.decoding().tokensPerSecond() : 0;
        for (var i = 0; i < SIZE; i++) {
            var in = input * inputTokens[i];
            var out = output * outputTokens[i];
            cpuSeconds[i] = model.cpu().meanMs(in, out) * cpu[i];
            upstreamSeconds[i] = wait.ms() * upstream[i] + wait.msPerInputToken() * in + out * decodingMs * decoding[i];
        }
        scale(cpuSeconds, model.cpu().meanMs(input, output) * MS);
        scale(upstreamSeconds, wait.meanMs(input, output) * MS - stallShare() * stallSeconds(0.5));
    }

    /// The factor on input tokens of the sample's request at `place`.
    double inputFactor(int place) {
        return inputTokens[place];
    }

    /// The factor on output tokens of the sample's request at `place`.
    double outputFactor(int place) {
        return outputTokens[place];
    }

    /// CPU work of a request with these tokens.
    double cpuSeconds(int place, double input, double output) {
        return model.cpu().meanMs(input, output) * cpu[place] * MS;
    }

    /// Upstream wait, without a stall, of a request with these tokens.
    double upstreamSeconds(int place, int decodingPlace, double input, double output) {
        var wait = model.upstream();
        var speed = wait.decoding().tokensPerSecond();
        var decodingSeconds = speed > 0 ? output / speed * decoding[decodingPlace] : 0;
        return (wait.ms() * upstream[place] + wait.msPerInputToken() * input) * MS + decodingSeconds;
    }

    /// Share of requests that stall.
    double stallShare() {
        return model.upstream().stalls().probability();
    }

    /// The length of a stall that a share `u` of stalls does not exceed.
    double stallSeconds(double u) {
        var stalls = model.upstream().stalls();
        return stalls.minSeconds() + u * (stalls.maxSeconds() - stalls.minSeconds());
    }

    /// Squared coefficient of variation, times their number, of the CPU work that many requests bring. Where a
    /// trace gives the tokens of a bin, only what does not go with them varies.
    double cpuNoise() {
        return cpuNoise;
    }

    /// The same of the time for which they hold their slots.
    ///
    /// @param input  mean input tokens
    /// @param output mean output tokens
    double holdingNoise(double input, double output) {
        var wait = model.upstream();
        var decoding = wait.decoding();
        var decodingMs = decoding.tokensPerSecond() > 0 ? output * 1e3 / decoding.tokensPerSecond() : 0;
        var stallMs = stallSeconds(0.5) / MS;
        var variance = square(wait.ms()) * wait.variation().scv()
                + square(decodingMs) * product(decoding.variation().scv())
                + square(model.cpu().meanMs(input, output)) * cpuNoise()
                + stallShare() * square(stallMs);
        var mean = wait.meanMs(input, output) + model.cpu().meanMs(input, output);
        return mean == 0 ? 0 : variance / square(mean);
    }

    /// Variation of a product with tokens, whose sum may be known.
    private double product(double own) {
        var ofTokens = tokens.scv();
        return traceHasTokens ? own * (1 + ofTokens) : (1 + own) * (1 + ofTokens) - 1;
    }

    private static double square(double value) {
        return value * value;
    }

    private static void scale(double[] values, double mean) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        var factor = sum == 0 ? 0 : mean * values.length / sum;
        for (var i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static double[] factors(Variation variation, int dimension) {
        var values = new double[SIZE];
        var step = 1;
        for (var power = 0; power < dimension; power++) {
            step = step * GENERATOR % SIZE;
        }
        for (var i = 0; i < SIZE; i++) {
            values[i] = factor(variation, (i * step % SIZE + 0.5) / SIZE);
        }
        scale(values, 1);
        return values;
    }

    private static double factor(Variation variation, double u) {
        return switch (variation) {
            case Variation.Constant() -> 1;
            case Variation.Exponential() -> -StrictMath.log(1 - u);
            case Variation.LogNormal(double cv) -> logNormal(cv * cv, u);
            case Variation.Erlang(int stages) -> logNormal(1.0 / stages, u);
            case Variation.Hyperexponential(double scv) -> logNormal(scv, u);
        };
    }

    /// A lognormal factor; it also stands for the shapes that only plain queues have, with their variation.
    private static double logNormal(double scv, double u) {
        return StrictMath.exp(StrictMath.sqrt(StrictMath.log(1 + scv)) * Normals.quantile(u));
    }
}
