package dev.hostlab.cost;

import dev.hostlab.units.Usd;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of a bill: usage × rate = amount.
///
/// @param item       what is charged, for people: "Fargate vCPU, Linux x86"
/// @param group      which part of a bill it belongs to: `compute`, `load balancer`, `network`, `observability`,
/// `storage`, `queue`
/// @param quantity   how much was used, in `unit`
/// @param unit       such as `vCPU-hour`
/// @param rateOrNull dollars a unit; null if the price book does not know it: then `usd` is 0, the bill incomplete
/// @param usd        the amount, exact
/// @param source     where the rate comes from, with its date
/// @param sku        the key of the rate in the price book, empty if the line stands for no single one
public record LineItem(
        String item,
        String group,
        BigDecimal quantity,
        String unit,
        @Nullable BigDecimal rateOrNull,
        Usd usd,
        String source,
        String sku) {

    /// A line that no single figure of a price book explains.
    public LineItem(
            String item,
            String group,
            BigDecimal quantity,
            String unit,
            @Nullable BigDecimal rateOrNull,
            Usd usd,
            String source) {
        this(item, group, quantity, unit, rateOrNull, usd, source, "");
    }

    /// Dollars a unit, empty where the price book does not know it.
    public Optional<BigDecimal> rate() {
        return Optional.ofNullable(rateOrNull);
    }
}
