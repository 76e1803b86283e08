package dev.hostlab.pricebook;

import static java.util.Objects.requireNonNull;

import dev.hostlab.validation.Issue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The prices of one region, each with its own date and source. A price that is not known is absent; it is never 0.
///
/// @param region    such as `eu-west-1`
/// @param location  the region's name for people: "EU (Ireland)"
/// @param asOf      date of the oldest dated figure
/// @param sha256    of the snapshot's content, hexadecimal; that of the shipped figures even if some were
///                  overridden
/// @param sources   where the figures come from
/// @param figures   what is known
public record PriceBook(
        String region, String location, LocalDate asOf, String sha256, List<PriceSource> sources, Figures figures) {

    public PriceBook {
        requireNonNull(region, "region");
        requireNonNull(location, "location");
        requireNonNull(asOf, "asOf");
        requireNonNull(sha256, "sha256");
        sources = List.copyOf(sources);
        requireNonNull(figures, "figures");
    }

    /// The figures of a price book, by key.
    ///
    /// @param prices        flat prices by SKU
    /// @param tieredPrices  prices in steps by SKU
    /// @param instanceTypes EC2 instance types by name
    public record Figures(
            Map<String, Price> prices, Map<String, TieredPrice> tieredPrices, Map<String, InstanceType> instanceTypes) {

        public Figures {
            prices = Collections.unmodifiableMap(new TreeMap<>(prices));
            tieredPrices = Collections.unmodifiableMap(new TreeMap<>(tieredPrices));
            instanceTypes = Collections.unmodifiableMap(new TreeMap<>(instanceTypes));
        }
    }

    /// A flat price, empty where it is not known.
    public Optional<Price> price(String sku) {
        return Optional.ofNullable(figures.prices.get(sku));
    }

    /// A price in steps, empty where it is not known.
    public Optional<TieredPrice> tieredPrice(String sku) {
        return Optional.ofNullable(figures.tieredPrices.get(sku));
    }

    public Optional<InstanceType> instanceType(String name) {
        return Optional.ofNullable(figures.instanceTypes.get(name));
    }

    /// All instance types that the region offers, by name.
    public Collection<InstanceType> instanceTypes() {
        return figures.instanceTypes.values();
    }

    /// What is wrong with prices that a user set, by path `prices.SKU`; empty if [#with(Map)] can take them.
    public List<Issue> issues(Map<String, BigDecimal> overrides) {
        var issues = new ArrayList<Issue>();
        new TreeMap<>(overrides).forEach((sku, usd) -> {
            if (!knowsKey(sku)) {
                issues.add(new Issue(
                        "prices." + sku,
                        "There is no price of this name in " + region + ".",
                        "`hostlab prices show " + region + "` lists the names."));
            } else if (usd.signum() < 0) {
                issues.add(new Issue("prices." + sku, "A price is never negative: " + usd + ".", "Give 0 or more."));
            }
        });
        return issues;
    }

    /// The same book with figures that the user set; they replace known ones and fill in unknown ones. A tiered
    /// price becomes one rate for every volume.
    public PriceBook with(Map<String, BigDecimal> overrides) {
        var issues = issues(overrides);
        if (!issues.isEmpty()) {
            throw new IllegalArgumentException(issues.toString());
        }
        return with(overrides, Price.SET_BY_USER);
    }

    /// The same book with a figure that is taken for one that it does not know; a known one stays.
    ///
    /// @param usd     dollars a unit, 0 or more
    /// @param setting whose value that is, for the source of the figure
    public PriceBook assuming(String sku, BigDecimal usd, String setting) {
        var known = figures.prices.containsKey(sku) || figures.tieredPrices.containsKey(sku);
        return known ? this : with(Collections.singletonMap(sku, usd), Price.ASSUMED + setting);
    }

    private PriceBook with(Map<String, BigDecimal> more, String source) {
        var prices = new HashMap<>(figures.prices);
        var tiered = new HashMap<>(figures.tieredPrices);
        more.forEach((sku, usd) -> {
            var unit = Skus.unit(sku).orElseThrow();
            if (Skus.tiered(sku)) {
                var everything = List.of(new PriceTier(null, usd));
                tiered.put(sku, new TieredPrice(sku, unit, everything, PriceDate.UNKNOWN, source));
            } else {
                prices.put(sku, new Price(sku, usd, unit, PriceDate.UNKNOWN, source));
            }
        });
        return new PriceBook(
                region, location, asOf, sha256, sources, new Figures(prices, tiered, figures.instanceTypes));
    }

    /// The same book with a share taken off every list price, as an agreement with AWS does; each figure says so.
    /// The fee of ECS Managed Instances is a share itself and stays.
    ///
    /// @param percent 0 to 100
    public PriceBook less(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("A discount is 0 to 100 %: " + percent);
        }
        return percent == 0 ? this : new Discount(BigDecimal.valueOf(percent)).from(this);
    }

    private boolean knowsKey(String sku) {
        return Skus.general().contains(sku)
                || figures.prices.containsKey(sku)
                || Skus.instanceType(sku)
                        .filter(figures.instanceTypes::containsKey)
                        .isPresent();
    }
}
