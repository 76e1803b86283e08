package dev.hostlab.engine;

/// Exponential variates of mean 1 by ziggurat (Marsaglia and Tsang, "The ziggurat method for generating random
/// variables", Journal of Statistical Software 5(8), 2000): 256 layers of equal area cover the density. Of ninety
/// draws eighty-nine take one look-up, one comparison and one multiplication. The tables come from [StrictMath] and
/// the rest is plain arithmetic: the same bits on every machine.
///
/// The layer comes from the lowest 8 bits, the place in it from the highest 53, so the two are independent (what
/// Doornik, "An improved ziggurat method to generate normal random samples", 2005, found wanting in the original).
/// Whatever more a draw needs is hashed from its own bits: it still depends on nothing but those.
final class Ziggurat {

    private static final int LAYERS = 256;
    private static final int LAYER = LAYERS - 1;
    private static final double TWO_POW_53 = 0x1.0p53;

    /// Where the tail begins, and the area of each layer, the lowest with the tail: solves the
    /// method's equations for 256 layers of the density e⁻ˣ.
    private static final double TAIL = 7.69711747013105;

    private static final double AREA = 0.003949659822581572;

    /// Right edge of each layer, the widest first; the lowest layer as if it were a rectangle.
    private static final double[] EDGE = new double[LAYERS + 1];

    /// The density at each edge but the first.
    private static final double[] DENSITY = new double[LAYERS + 1];

    /// What one step in a layer is worth.
    private static final double[] STEP = new double[LAYERS];

    /// Places of a layer below this lie under the density whatever the height.
    private static final long[] INSIDE = new long[LAYERS];

    static {
        EDGE[0] = AREA / StrictMath.exp(-TAIL);
        EDGE[1] = TAIL;
        for (var layer = 2; layer < LAYERS; layer++) {
            var below = EDGE[layer - 1];
            EDGE[layer] = -StrictMath.log(AREA / below + StrictMath.exp(-below));
        }
        for (var layer = 0; layer < LAYERS; layer++) {
            DENSITY[layer] = StrictMath.exp(-EDGE[layer]);
            STEP[layer] = EDGE[layer] / TWO_POW_53;
            INSIDE[layer] = (long) (EDGE[layer + 1] / EDGE[layer] * TWO_POW_53);
        }
        DENSITY[LAYERS] = 1;
    }

    private Ziggurat() {}

    /// The variate that 64 random bits stand for, above 0 and finite.
    static double exponential(long bits) {
        var layer = (int) bits & LAYER;
        var place = place(bits);
        return place < INSIDE[layer] ? place * STEP[layer] : atEdge(bits);
    }

    /// Odd, so that it is never 0 and the middle of its cell.
    private static long place(long bits) {
        return (bits >>> 11) | 1;
    }

    /// Beyond the next layer's edge: in the tail, which is the same density again; or under it if the height says
    /// so; or a fresh try.
    private static double atEdge(long first) {
        var bits = first;
        var beyond = 0.0;
        while (true) {
            var layer = (int) bits & LAYER;
            var place = place(bits);
            var variate = place * STEP[layer];
            if (place < INSIDE[layer]) {
                return beyond + variate;
            }
            bits = Draws.bits(bits, 1);
            if (layer == 0) {
                beyond += TAIL;
            } else {
                if (isUnder(layer, variate, Draws.unit(bits))) {
                    return beyond + variate;
                }
                bits = Draws.bits(bits, 1);
            }
        }
    }

    /// Whether a height within the layer is under the density. It is convex, so what is above the chord is out, and
    /// what is under the tangent at the right edge is in; between the two only few need the exponential function.
    private static boolean isUnder(int layer, double variate, double share) {
        var fromEdge = EDGE[layer] - variate;
        if (share * (EDGE[layer] - EDGE[layer + 1]) > fromEdge) {
            return false;
        }
        var height = DENSITY[layer] + share * (DENSITY[layer + 1] - DENSITY[layer]);
        return height < DENSITY[layer] * (1 + fromEdge) || height < StrictMath.exp(-variate);
    }
}
