package dev.hostlab.cost;

import java.math.BigDecimal;
import java.math.MathContext;

/// The ratio of a horizon to a month of 730 hours.
///
/// @param hours length of the horizon in hours, above 0
record Month(BigDecimal hours) {

    /// Hours in a month: 8,760 a year over 12.
    static final BigDecimal HOURS = BigDecimal.valueOf(730);

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    static Month ofHorizonSeconds(double seconds) {
        return new Month(toHours(seconds));
    }

    /// Seconds as hours.
    static BigDecimal toHours(double seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS_PER_HOUR, MathContext.DECIMAL128);
    }

    /// What a month would use if it went on as the horizon did.
    BigDecimal fromPeriod(BigDecimal inPeriod) {
        return inPeriod.multiply(HOURS).divide(hours, MathContext.DECIMAL128);
    }

    /// The horizon's share of a month's use or fee.
    BigDecimal toPeriod(BigDecimal inMonth) {
        return inMonth.multiply(hours).divide(HOURS, MathContext.DECIMAL128);
    }
}
