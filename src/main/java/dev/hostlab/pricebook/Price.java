package dev.hostlab.pricebook;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/// One published figure.
///
/// @param sku    its key, see [Skus]
/// @param usd    dollars a unit, 0 or more (a share of another price where the unit says so)
/// @param unit   what one buys for it, such as `vCPU-hour`
/// @param asOf   when it was published or seen
/// @param source where it comes from: the id of one of the price book's sources, "set by the user",
///               or "assumed: " and by which setting
public record Price(String sku, BigDecimal usd, String unit, PriceDate asOf, String source) {

    /// The source of a figure that somebody typed in.
    public static final String SET_BY_USER = "set by the user";
    /// How the source of a figure begins that is an assumption, not a published price.
    static final String ASSUMED = "assumed: ";

    public Price {
        requireNonNull(sku, "sku");
        requireNonNull(unit, "unit");
        requireNonNull(asOf, "asOf");
        requireNonNull(source, "source");
        if (usd.signum() < 0) {
            throw new IllegalArgumentException("A price is never negative: " + sku + " " + usd);
        }
    }

    /// Source and date in words, as a bill shows them.
    public String citation() {
        return cite(source, asOf);
    }

    static String cite(String source, PriceDate asOf) {
        if (source.equals(SET_BY_USER) || source.startsWith(ASSUMED)) {
            return source;
        }
        return source + (asOf.equals(PriceDate.UNKNOWN) ? ", date unknown" : ", as of " + asOf);
    }
}
