package dev.hostlab.workload;

/// How a quantity varies from request to request around its mean: a factor of mean 1.
public sealed interface Variation {

    /// Always the mean.
    record Constant() implements Variation {}

    /// Exponential: coefficient of variation 1, as in M/M/c.
    record Exponential() implements Variation {}

    /// Lognormal, the usual shape of service times.
    ///
    /// @param cv coefficient of variation (standard deviation ÷ mean), above 0
    record LogNormal(double cv) implements Variation {

        public LogNormal {
            if (!(cv > 0) || !Double.isFinite(cv)) {
                throw new IllegalArgumentException("No coefficient of variation: " + cv);
            }
        }
    }

    /// Erlang: a sum of equal exponential stages; less varied than exponential.
    ///
    /// @param stages at least 1
    record Erlang(int stages) implements Variation {

        public Erlang {
            if (stages < 1) {
                throw new IllegalArgumentException("An Erlang variable has a stage at least: " + stages);
            }
        }
    }

    /// Hyperexponential of two phases with balanced means, *p₁ ÷ μ₁ = p₂ ÷ μ₂*: more varied than exponential.
    /// (Tijms, "A First Course in Stochastic Models", 2003, appendix B.)
    ///
    /// @param scv squared coefficient of variation, at least 1
    record Hyperexponential(double scv) implements Variation {

        public Hyperexponential {
            if (!(scv >= 1) || !Double.isFinite(scv)) {
                throw new IllegalArgumentException("Not the squared variation of a hyperexponential: " + scv);
            }
        }

        /// The chance of the phase that is short, from 0.5 up.
        public double shortShare() {
            return (1 + StrictMath.sqrt((scv - 1) / (scv + 1))) / 2;
        }
    }

    /// The squared coefficient of variation: variance ÷ squared mean.
    default double scv() {
        return switch (this) {
            case Constant() -> 0;
            case Exponential() -> 1;
            case LogNormal(double cv) -> cv * cv;
            case Erlang(int stages) -> 1.0 / stages;
            case Hyperexponential(double scv) -> scv;
        };
    }

    /// Lognormal of that coefficient of variation, or constant where it is 0.
    static Variation ofCv(double cv) {
        return cv == 0 ? new Constant() : new LogNormal(cv);
    }
}
