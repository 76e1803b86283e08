package dev.hostlab.theory;

import org.apache.commons.math3.special.Gamma;

/// A wait for a random number of exponential stages of equal rate: a mixture of Erlang distributions.
final class StageWait {

    private static final double NEGLIGIBLE = 1e-17;

    private final double[] longer;
    private final double rate;

    /// @param chances of 0, 1, 2, … stages
    /// @param rate    of each stage, 1/s
    StageWait(double[] chances, double rate) {
        this.rate = rate;
        longer = new double[chances.length];
        var above = 0.0;
        for (var stages = chances.length - 1; stages > 0; stages--) {
            above += chances[stages];
            longer[stages - 1] = above;
        }
    }

    /// The chance of no stage.
    double none() {
        return 1 - longer[0];
    }

    /// The chance that it takes longer than so many seconds: a Poisson number of stages has ended by then.
    double tail(double seconds) {
        var mean = rate * seconds;
        if (mean == 0) {
            return longer[0];
        }
        var mode = (int) Math.min(mean, longer.length - 1.0);
        var atMode = StrictMath.exp(mode * StrictMath.log(mean) - mean - Gamma.logGamma(mode + 1.0));
        var sum = 0.0;
        var chance = atMode;
        for (var ended = mode; ended < longer.length && (chance > NEGLIGIBLE || ended < mean); ended++) {
            sum += chance * longer[ended];
            chance *= mean / (ended + 1);
        }
        chance = atMode * mode / mean;
        for (var ended = mode - 1; ended >= 0 && chance > NEGLIGIBLE; ended--) {
            sum += chance * longer[ended];
            chance *= ended / mean;
        }
        return Math.min(1, sum);
    }
}
