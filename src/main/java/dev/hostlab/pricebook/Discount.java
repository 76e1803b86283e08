package dev.hostlab.pricebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.TreeMap;

/// A share that an agreement with AWS takes off list prices.
///
/// @param percent 0 to 100
record Discount(BigDecimal percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    PriceBook from(PriceBook book) {
        var figures = book.figures();
        var prices = new TreeMap<>(figures.prices());
        prices.replaceAll((sku, price) -> sku.equals(Skus.MANAGED_INSTANCES_FEE) ? price : less(price));
        var tiered = new TreeMap<>(figures.tieredPrices());
        tiered.replaceAll((sku, price) -> less(price));
        return new PriceBook(
                book.region(),
                book.location(),
                book.asOf(),
                book.sha256(),
                book.sources(),
                new PriceBook.Figures(prices, tiered, figures.instanceTypes()));
    }

    private Price less(Price price) {
        return new Price(price.sku(), less(price.usd()), price.unit(), price.asOf(), source(price.source()));
    }

    private TieredPrice less(TieredPrice price) {
        var tiers = price.tiers().stream()
                .map(tier -> new PriceTier(tier.upToOrNull(), less(tier.usd())))
                .toList();
        return new TieredPrice(price.sku(), price.unit(), tiers, price.asOf(), source(price.source()));
    }

    private BigDecimal less(BigDecimal usd) {
        return usd.multiply(HUNDRED.subtract(percent), MathContext.DECIMAL128).divide(HUNDRED, MathContext.DECIMAL128);
    }

    private String source(String source) {
        return source + " less " + percent.stripTrailingZeros().toPlainString() + " % by agreement";
    }
}
