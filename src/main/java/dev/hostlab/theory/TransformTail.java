package dev.hostlab.theory;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.util.CombinatoricsUtils;

/// The chance that a random time is above a value, from its Laplace transform.
///
/// Source: Abate and Whitt, "Numerical inversion of Laplace transforms of probability distributions", ORSA Journal on
/// Computing 7, 1995: the EULER algorithm, a Fourier series with binomial averaging of its partial sums. Its error is
/// near 10⁻⁷ where the distribution is smooth.
final class TransformTail {

    private static final double DISCRETISATION = 18.4;
    private static final int TERMS = 200;
    private static final int AVERAGED = 12;

    private final UnaryOperator<Complex> transform;

    TransformTail(UnaryOperator<Complex> transform) {
        this.transform = transform;
    }

    /// The chance to be above `time`.
    double above(double time) {
        var t = time <= 0 ? 1e-9 : time;
        var sum = real(t, 0) / 2;
        for (var term = 1; term <= TERMS; term++) {
            sum += sign(term) * real(t, term);
        }
        var averaged = 0.0;
        for (var more = 0; more <= AVERAGED; more++) {
            averaged += CombinatoricsUtils.binomialCoefficientDouble(AVERAGED, more) * sum;
            var next = TERMS + more + 1;
            sum += sign(next) * real(t, next);
        }
        return StrictMath.exp(DISCRETISATION / 2) / t * averaged / (1 << AVERAGED);
    }

    /// The real part of the tail's transform, *(1 − f*(s)) ÷ s*, on the line of the inversion.
    private double real(double time, int term) {
        var s = new Complex(DISCRETISATION / 2 / time, term * Math.PI / time);
        return transform.apply(s).negate().add(1).divide(s).getReal();
    }

    private static int sign(int term) {
        return term % 2 == 0 ? 1 : -1;
    }
}
