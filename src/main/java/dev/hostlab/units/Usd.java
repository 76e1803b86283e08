package dev.hostlab.units;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// An amount of US dollars, exact until it is shown.
///
/// Arithmetic keeps 34 significant digits ([MathContext#DECIMAL128]); only [#roundedToCents()] drops any.
public record Usd(BigDecimal amount) implements Comparable<Usd> {

    public static final Usd ZERO = new Usd(BigDecimal.ZERO);

    public Usd {
        requireNonNull(amount, "amount");
    }

    /// The amount written in decimal digits, such as `"0.04048"`.
    public static Usd of(String decimal) {
        return new Usd(new BigDecimal(decimal));
    }

    /// The amount nearest to a measured number of dollars; `dollars` is finite.
    public static Usd of(double dollars) {
        return new Usd(BigDecimal.valueOf(dollars));
    }

    public Usd plus(Usd other) {
        return new Usd(amount.add(other.amount, MathContext.DECIMAL128));
    }

    public Usd minus(Usd other) {
        return new Usd(amount.subtract(other.amount, MathContext.DECIMAL128));
    }

    public Usd times(BigDecimal factor) {
        return new Usd(amount.multiply(factor, MathContext.DECIMAL128));
    }

    /// `factor` is finite.
    public Usd times(double factor) {
        return times(BigDecimal.valueOf(factor));
    }

    /// The amount in whole cents, half up, as money is shown.
    public Usd roundedToCents() {
        return new Usd(amount.setScale(2, RoundingMode.HALF_UP));
    }

    public double toDouble() {
        return amount.doubleValue();
    }

    @Override
    public int compareTo(Usd other) {
        return amount.compareTo(other.amount);
    }
}
