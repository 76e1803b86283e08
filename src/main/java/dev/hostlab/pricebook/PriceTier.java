package dev.hostlab.pricebook;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A step of a price that falls with the month's volume.
///
/// @param upToOrNull volume of a month at which the step ends, in the price's unit, above 0; null for no end
/// @param usd        dollars a unit within the step, 0 or more
public record PriceTier(@Nullable BigDecimal upToOrNull, BigDecimal usd) {

    public PriceTier {
        if (upToOrNull != null && upToOrNull.signum() <= 0) {
            throw new IllegalArgumentException("A tier ends above 0: " + upToOrNull);
        }
        if (usd.signum() < 0) {
            throw new IllegalArgumentException("A price is never negative: " + usd);
        }
    }

    /// Where the step ends, empty where it does not.
    public Optional<BigDecimal> upTo() {
        return Optional.ofNullable(upToOrNull);
    }
}
