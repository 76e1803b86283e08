package dev.hostlab.pricing.refresh;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which product of the price list is which of our figures.
///
/// A product counts only if service, metered usage, unit and the given attributes are exactly these: names that look
/// alike (`Outposts-LCUUsage`, `ReservedLCUUsage`, `TS-LCUUsage`, unused reservations) cost nothing or something else.
///
/// @param sku        our key, see [dev.hostlab.pricebook.Skus]
/// @param service    AWS's code of the service
/// @param usage      what is metered, without the region's short name
/// @param unit       AWS's unit
/// @param divisor    our units in one of theirs: 1,024 where they sell GiB/s and we count MiB/s, a millionth where we
/// count millions
/// @param attributes what else has to be so; an attribute that AWS leaves out counts as empty
record FigureRule(
        String sku, String service, String usage, String unit, BigDecimal divisor, Map<String, String> attributes) {

    private static final String REGION = "regionCode";
    private static final String SOURCE_REGION = "fromRegionCode";

    static FigureRule of(String sku, String service, String usage, String unit) {
        return new FigureRule(sku, service, usage, unit, BigDecimal.ONE, Map.of());
    }

    FigureRule where(String attribute, String value) {
        var all = new java.util.TreeMap<>(attributes);
        all.put(attribute, value);
        return new FigureRule(sku, service, usage, unit, divisor, all);
    }

    FigureRule dividedBy(int parts) {
        return new FigureRule(sku, service, usage, unit, BigDecimal.valueOf(parts), attributes);
    }

    /// For units of ours that are many of theirs.
    FigureRule times(int many) {
        var part = BigDecimal.ONE.divide(BigDecimal.valueOf(many), MathContext.DECIMAL64);
        return new FigureRule(sku, service, usage, unit, part, attributes);
    }

    boolean fits(PriceItem item, String region) {
        return item.service().equals(service)
                && item.usage().equals(usage)
                && (item.attribute(REGION).equals(region)
                        || item.attribute(SOURCE_REGION).equals(region))
                && attributes.entrySet().stream()
                        .allMatch(wanted -> item.attribute(wanted.getKey()).equals(wanted.getValue()));
    }

    /// Dollars for one of our units.
    BigDecimal convert(BigDecimal usd) {
        return plain(usd.divide(divisor, MathContext.DECIMAL64));
    }

    /// A volume in our units.
    BigDecimal volume(BigDecimal theirs) {
        return plain(theirs.multiply(divisor));
    }

    private static BigDecimal plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /// What is wrong with the units of a product that fits, empty if nothing is.
    Optional<String> wrongUnit(PriceItem item) {
        return item.steps().stream()
                .map(PriceItem.Step::unit)
                .filter(given -> !plain(given).equals(plain(unit)))
                .findFirst()
                .map(given -> "is priced per " + given + ", not per " + unit);
    }

    /// AWS writes hours as `Hrs`, `hours` and `Hours`, and months as `Mo` and `Months`.
    private static String plain(String unit) {
        return unit.toLowerCase(Locale.ROOT)
                .replace("months", "mo")
                .replace("month", "mo")
                .replace("hours", "hrs")
                .replace("gib/second", "gibps");
    }
}
