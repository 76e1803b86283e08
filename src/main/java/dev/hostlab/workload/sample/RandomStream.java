package dev.hostlab.workload.sample;

/// Random numbers for a sample: the same seed and stream give the same numbers on every machine.
///
/// xoshiro256++ started by SplitMix64; logarithms and exponentials are [StrictMath]'s, which are the same
/// everywhere.
///
/// Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 2021.
final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    /// The largest mean of which `exp(-mean)` is used at once.
    private static final double POISSON_STEP = 16;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /// @param seed   the sample's seed
    /// @param stream what the numbers are for: one stream may draw more without moving the others
    RandomStream(long seed, long stream) {
        var state = seed + stream * 0xD1B54A32D192ED03L;
        s0 = mix(state += GOLDEN);
        s1 = mix(state += GOLDEN);
        s2 = mix(state += GOLDEN);
        s3 = mix(state + GOLDEN);
    }

    /// Uniform in [0, 1).
    double uniform() {
        var result = Long.rotateLeft(s0 + s3, 23) + s0;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return (result >>> 11) * UNIT;
    }

    /// Normal with mean 0 and standard deviation 1 (Marsaglia's polar method, one of the pair used).
    double normal() {
        while (true) {
            var u = 2 * uniform() - 1;
            var v = 2 * uniform() - 1;
            var s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /// Poisson count, exact: the sum of Poisson counts of small means, each by Knuth's product of uniforms.
    ///
    /// @param mean 0 or more
    long poisson(double mean) {
        var count = 0L;
        for (var left = mean; left > 0; left -= POISSON_STEP) {
            count += smallPoisson(Math.min(left, POISSON_STEP));
        }
        return count;
    }

    private long smallPoisson(double mean) {
        var limit = StrictMath.exp(-mean);
        var count = 0L;
        for (var product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }

    private static long mix(long z) {
        var mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
