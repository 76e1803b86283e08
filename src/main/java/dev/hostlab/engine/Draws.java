package dev.hostlab.engine;

/// Randomness by counting: the draw of request *i* in a stream depends on the stream's key and on *i* only, so
/// every option sees the same requests, in whatever order they are simulated.
///
/// The mixing function is SplitMix64's finaliser (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014) on a Weyl sequence, which is that generator read at position *i*.
final class Draws {

    private static final long WEYL = 0x9E3779B97F4A7C15L;
    private static final double TWO_POW_MINUS_53 = 0x1.0p-53;

    private Draws() {}

    /// A key for one stream of one replication.
    static long key(long seed, int replication, Stream stream) {
        return mix(mix(mix(seed) + replication * WEYL) + stream.number() * WEYL);
    }

    /// The 64 bits at position `index` of a stream.
    static long bits(long key, long index) {
        return mix(key + index * WEYL);
    }

    /// A number in the open interval (0, 1) from 64 bits: odd multiples of 2⁻⁵³.
    static double unit(long bits) {
        return (bits >>> 11 | 1) * TWO_POW_MINUS_53;
    }

    /// An exponential variate of mean 1 from 64 bits, above 0 and finite.
    static double exponential(long bits) {
        return Ziggurat.exponential(bits);
    }

    private static long mix(long value) {
        var z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
