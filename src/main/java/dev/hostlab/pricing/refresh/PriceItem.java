package dev.hostlab.pricing.refresh;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One product of the AWS price list with its on-demand terms, as AWS publishes it.
///
/// @param sku        Amazon's own key of the product
/// @param service    such as `AmazonECS`
/// @param family     such as `Compute Instance`, empty where AWS gives none
/// @param attributes everything else that AWS says of it, such as `usagetype` and `regionCode`
/// @param steps      its prices on demand, in the order of AWS
/// @param published  when AWS published the list
public record PriceItem(
        String sku,
        String service,
        String family,
        Map<String, String> attributes,
        List<Step> steps,
        LocalDate published) {

    /// A price for part of a month's volume.
    ///
    /// @param unit      in AWS's words, such as `Hrs`
    /// @param from      volume from which on it is charged, 0 or more
    /// @param endOrNull volume at which it ends, null for no end
    /// @param usdOrNull dollars a unit, null where the list gives another currency only
    /// @param effective since when
    public record Step(
            String unit,
            BigDecimal from,
            @Nullable BigDecimal endOrNull,
            @Nullable BigDecimal usdOrNull,
            LocalDate effective) {}

    public PriceItem {
        requireNonNull(sku, "sku");
        requireNonNull(service, "service");
        requireNonNull(family, "family");
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        steps = List.copyOf(steps);
        requireNonNull(published, "published");
    }

    /// An attribute, empty where AWS does not give it.
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /// What is metered, without the short name of the region that stands before it: `BoxUsage:m5.large` for
    /// `EUC1-BoxUsage:m5.large`. Other words before it, such as `TS-` or `Outposts-`, make another
    /// product and stay.
    public String usage() {
        return UsageType.withoutRegion(attribute("usagetype"));
    }
}
