package dev.hostlab.pricebook;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/// A price in steps: each part of a month's volume is paid at the rate of the step it falls in.
///
/// @param sku    its key, see [Skus]
/// @param unit   what one buys for it, such as `GB`
/// @param tiers  the steps, rising; where the last one ends, the price above it is not known
/// @param asOf   when it was published or seen
/// @param source where it comes from, as in [Price]
public record TieredPrice(String sku, String unit, List<PriceTier> tiers, PriceDate asOf, String source) {

    public TieredPrice {
        requireNonNull(sku, "sku");
        requireNonNull(unit, "unit");
        requireNonNull(asOf, "asOf");
        requireNonNull(source, "source");
        tiers = List.copyOf(tiers);
        if (!rising(tiers)) {
            throw new IllegalArgumentException("The tiers of " + sku + " do not rise: " + tiers);
        }
    }

    /// Whether each step ends above the one before, and only the last may be open.
    public static boolean rising(List<PriceTier> tiers) {
        if (tiers.isEmpty()) {
            return false;
        }
        var floor = BigDecimal.ZERO;
        for (var tier : tiers.subList(0, tiers.size() - 1)) {
            var end = tier.upToOrNull();
            if (end == null || end.compareTo(floor) <= 0) {
                return false;
            }
            floor = end;
        }
        var last = tiers.getLast().upToOrNull();
        return last == null || last.compareTo(floor) > 0;
    }

    /// Source and date in words, as a bill shows them.
    public String citation() {
        return Price.cite(source, asOf);
    }
}
