package dev.hostlab.scaling;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers and times as they stand in the reasons of decisions.
final class Words {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Words() {}

    /// At most four significant digits, no exponent, no trailing zeros.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "no data";
        }
        var digits = BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros();
        return digits.toPlainString();
    }

    /// Seconds from the start of the run as `h:mm:ss`.
    static String clock(long seconds) {
        return seconds / 3_600 + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
