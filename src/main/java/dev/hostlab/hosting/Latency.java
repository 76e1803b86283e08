package dev.hostlab.hosting;

import org.apache.commons.math3.distribution.NormalDistribution;

/// How long one stage of a start takes, in seconds, as a quantile function: one uniform number in, one duration
/// out.
public sealed interface Latency {

    /// The duration that a share `u` of starts does not exceed; `u` between 0 and 1, both excluded.
    double at(double u);

    /// Always the same.
    ///
    /// @param seconds 0 or more
    record Fixed(double seconds) implements Latency {
        @Override
        public double at(double u) {
            return seconds;
        }
    }

    /// Evenly between two bounds, such as the wait for the next health check.
    ///
    /// @param fromSeconds shortest
    /// @param toSeconds   longest
    record Uniform(double fromSeconds, double toSeconds) implements Latency {
        @Override
        public double at(double u) {
            return fromSeconds + u * (toSeconds - fromSeconds);
        }
    }

    /// Lognormal, given by what is usually published.
    ///
    /// @param medianSeconds half of all starts are faster
    /// @param p95Seconds    19 of 20 are faster, not below the median
    record LogNormal(double medianSeconds, double p95Seconds) implements Latency {

        private static final double Z_95 = 1.6448536269514722;

        public LogNormal {
            if (!(medianSeconds > 0) || p95Seconds < medianSeconds) {
                throw new IllegalArgumentException(
                        "Median " + medianSeconds + " s, 95th percentile " + p95Seconds + " s");
            }
        }

        @Override
        public double at(double u) {
            var sigma = StrictMath.log(p95Seconds / medianSeconds) / Z_95;
            return medianSeconds
                    * StrictMath.exp(sigma * new NormalDistribution(null, 0, 1).inverseCumulativeProbability(u));
        }
    }

    /// Mostly one thing, rarely another: the slow boots that practitioners report.
    ///
    /// @param usual     what most starts take
    /// @param tailShare share of starts that take `tailSeconds` instead, 0 to 1
    record Tailed(Latency usual, double tailShare, double tailSeconds) implements Latency {
        @Override
        public double at(double u) {
            return u >= 1 - tailShare ? tailSeconds : usual.at(u / (1 - tailShare));
        }
    }
}
