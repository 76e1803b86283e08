package dev.hostlab.comparison;

import org.apache.commons.math3.distribution.TDistribution;

/// Student's t distribution, as far as confidence intervals need it.
final class StudentT {

    private static final double UPPER = 0.975;

    private StudentT() {}

    /// How many standard errors lie between the mean and either end of its 95 % interval.
    ///
    /// @param degreesOfFreedom replications less one, at least 1
    static double twoSided95(int degreesOfFreedom) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(UPPER);
    }
}
