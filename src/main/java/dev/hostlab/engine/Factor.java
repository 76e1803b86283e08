package dev.hostlab.engine;

import dev.hostlab.workload.Variation;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/// A random factor of mean 1, made from 64 bits without allocating.
///
/// Lognormal factors come from a table of 4,096 quantiles with linear interpolation; the outermost cells have a
/// table of their own, so the tails reach to one in 33 million. The table is scaled so that its mean is exactly 1.
final class Factor {

    private enum Shape {
        CONSTANT,
        EXPONENTIAL,
        ERLANG,
        HYPEREXPONENTIAL,
        TABLE
    }

    private static final int CELLS = 4_096;
    private static final long FRACTION_MASK = (1L << 40) - 1;
    private static final double FRACTION_SCALE = 0x1.0p-40;
    private static final double[] NONE = {};

    private final Shape shape;
    private final double[] body;
    private final double[] lowTail;
    private final double[] highTail;

    private final long switchAt;

    private Factor(Shape shape, double[] body, double[] lowTail, double[] highTail) {
        this(shape, body, lowTail, highTail, 0);
    }

    private Factor(Shape shape, double[] body, double[] lowTail, double[] highTail, long switchAt) {
        this.switchAt = switchAt;
        this.shape = shape;
        this.body = body;
        this.lowTail = lowTail;
        this.highTail = highTail;
    }

    static Factor of(Variation variation) {
        return switch (variation) {
            case Variation.Constant() -> new Factor(Shape.CONSTANT, NONE, NONE, NONE);
            case Variation.Exponential() -> new Factor(Shape.EXPONENTIAL, NONE, NONE, NONE);
            case Variation.LogNormal(double cv) -> logNormal(cv);
            case Variation.Erlang(int stages) -> new Factor(Shape.ERLANG, new double[] {stages}, NONE, NONE);
            case Variation.Hyperexponential phases -> hyperexponential(phases.shortShare());
        };
    }

    boolean isConstant() {
        return shape == Shape.CONSTANT;
    }

    /// The largest factor there is, infinite where there is none.
    double most() {
        return switch (shape) {
            case CONSTANT -> 1;
            case TABLE -> highTail[CELLS];
            case EXPONENTIAL, ERLANG, HYPEREXPONENTIAL -> Double.POSITIVE_INFINITY;
        };
    }

    /// The factor that these bits stand for.
    double at(long bits) {
        return switch (shape) {
            case CONSTANT -> 1;
            case EXPONENTIAL -> Draws.exponential(bits);
            case ERLANG -> erlang(bits);
            case HYPEREXPONENTIAL -> body[bits >= switchAt ? 1 : 0] * Draws.exponential(Draws.bits(bits, 1));
            case TABLE -> quantile(bits);
        };
    }

    private double erlang(long bits) {
        var stages = (int) body[0];
        var sum = 0.0;
        for (var stage = 1; stage <= stages; stage++) {
            sum += Draws.exponential(Draws.bits(bits, stage));
        }
        return sum / stages;
    }

    /// Means of the two phases, the long one first; the short one where the signed bits reach `switchAt`.
    private static Factor hyperexponential(double shortShare) {
        var means = new double[] {0.5 / (1 - shortShare), 0.5 / shortShare};
        return new Factor(Shape.HYPEREXPONENTIAL, means, NONE, NONE, (long) ((1 - 2 * shortShare) * 0x1.0p63));
    }

    /// The factors of requests that follow each other in a stream, from number `first`.
    void fill(double[] factors, long key, long first) {
        switch (shape) {
            case CONSTANT -> Arrays.fill(factors, 1);
            case EXPONENTIAL -> {
                for (var index = 0; index < factors.length; index++) {
                    factors[index] = Draws.exponential(Draws.bits(key, first + index));
                }
            }
            case ERLANG, HYPEREXPONENTIAL -> {
                for (var index = 0; index < factors.length; index++) {
                    factors[index] = at(Draws.bits(key, first + index));
                }
            }
            case TABLE -> {
                for (var index = 0; index < factors.length; index++) {
                    factors[index] = quantile(Draws.bits(key, first + index));
                }
            }
        }
    }

    private double quantile(long bits) {
        var cell = (int) (bits >>> 52);
        if (cell == 0) {
            return interpolate(lowTail, (int) (bits >>> 40) & 0xFFF, (bits & FRACTION_MASK) * FRACTION_SCALE);
        }
        if (cell == CELLS - 1) {
            return interpolate(highTail, (int) (bits >>> 40) & 0xFFF, (bits & FRACTION_MASK) * FRACTION_SCALE);
        }
        return interpolate(body, cell, ((bits >>> 12) & FRACTION_MASK) * FRACTION_SCALE);
    }

    private static double interpolate(double[] quantiles, int cell, double fraction) {
        var low = quantiles[cell];
        return low + fraction * (quantiles[cell + 1] - low);
    }

    private static Factor logNormal(double cv) {
        var sigma = StrictMath.sqrt(StrictMath.log(1 + cv * cv));
        var body = quantiles(sigma, 0, 1.0 / CELLS);
        var lowTail = quantiles(sigma, 0, 1.0 / CELLS / CELLS);
        var highTail = quantiles(sigma, 1 - 1.0 / CELLS, 1.0 / CELLS / CELLS);
        var inner = (mean(body) * CELLS - (body[0] + body[1]) / 2 - (body[CELLS - 1] + body[CELLS]) / 2) / CELLS;
        var mean = inner + (mean(lowTail) + mean(highTail)) / CELLS;
        return new Factor(Shape.TABLE, scaled(body, mean), scaled(lowTail, mean), scaled(highTail, mean));
    }

    private static double[] quantiles(double sigma, double from, double step) {
        var normal = new NormalDistribution();
        var outermost = 0.5 / CELLS / CELLS;
        var quantiles = new double[CELLS + 1];
        for (var cell = 0; cell <= CELLS; cell++) {
            var p = Math.min(1 - outermost, Math.max(outermost, from + cell * step));
            quantiles[cell] = StrictMath.exp(sigma * normal.inverseCumulativeProbability(p));
        }
        return quantiles;
    }

    private static double mean(double[] quantiles) {
        var sum = 0.0;
        for (var cell = 0; cell < CELLS; cell++) {
            sum += (quantiles[cell] + quantiles[cell + 1]) / 2;
        }
        return sum / CELLS;
    }

    private static double[] scaled(double[] quantiles, double mean) {
        for (var cell = 0; cell <= CELLS; cell++) {
            quantiles[cell] /= mean;
        }
        return quantiles;
    }
}
