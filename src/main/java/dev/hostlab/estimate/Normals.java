package dev.hostlab.estimate;

import org.apache.commons.math3.distribution.NormalDistribution;

/// Standard normal quantiles from a table, and a sequence of normal values that depends on nothing but its place.
final class Normals {

    private static final int CELLS = 1_024;
    private static final double[] MIDDLES = middles();

    private Normals() {}

    /// The quantile at the middle of one of 1,024 equal cells.
    static double quantile(double u) {
        return MIDDLES[(int) (u * CELLS)];
    }

    /// The value at `index` of sequence `number`.
    static double at(int number, long index) {
        return quantile(unit(mixed(number, index)));
    }

    /// From 0 to below 1, from 64 bits.
    static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    /// 64 bits for a place in a sequence: SplitMix64's finaliser (Steele, Lea and Flood, OOPSLA 2014) on both.
    static long mixed(int number, long index) {
        var z = (index + 1) * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static double[] middles() {
        var normal = new NormalDistribution(null, 0, 1);
        var values = new double[CELLS];
        for (var cell = 0; cell < CELLS; cell++) {
            values[cell] = normal.inverseCumulativeProbability((cell + 0.5) / CELLS);
        }
        return values;
    }
}
