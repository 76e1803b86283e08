package dev.hostlab.engine;

/// Beta variates: how far through an interval the *a*-th of *a* + *b* − 1 points lies that fall in it at random
/// (Devroye, "Non-Uniform Random Variate Generation", 1986, I.4.3). A quotient of gamma variates by rejection from a
/// cubed normal (Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26(3), 2000), the
/// normals by Box and Muller (1958). All from [StrictMath], so the same bits on every machine; some hundred
/// nanoseconds, for what is drawn once in thousands of requests.
final class BetaDraw {

    private static final double THIRD = 1.0 / 3;

    private BetaDraw() {}

    /// The variate that 64 random bits stand for; whatever more it needs is hashed from them.
    ///
    /// @param a 1 or more
    /// @param b 1 or more
    static double of(long bits, double a, double b) {
        var below = gamma(Draws.bits(bits, 1), a);
        var above = gamma(Draws.bits(bits, 2), b);
        return below / (below + above);
    }

    private static double gamma(long first, double shape) {
        var d = shape - THIRD;
        var c = 1 / StrictMath.sqrt(9 * d);
        for (var bits = first; ; bits = Draws.bits(bits, 4)) {
            var x = normal(bits);
            var v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            var u = Draws.unit(Draws.bits(bits, 3));
            if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    private static double normal(long bits) {
        var radius = StrictMath.sqrt(-2 * StrictMath.log(Draws.unit(Draws.bits(bits, 1))));
        return radius * StrictMath.cos(2 * Math.PI * Draws.unit(Draws.bits(bits, 2)));
    }
}
