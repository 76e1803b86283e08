package dev.hostlab.pricing;

import static java.util.Objects.requireNonNull;

import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.Price;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.PriceDate;
import dev.hostlab.pricebook.PriceSource;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricebook.TieredPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a snapshot file holds: a region's figures, known and unknown, in the order of the file.
///
/// @param region        such as `eu-west-1`
/// @param location      the region's name for people
/// @param sources       where the figures come from, each with an id of its own
/// @param figures       prices, each SKU once
/// @param instanceTypes EC2 instance types with their prices, each name once
public record Snapshot(
        String region,
        String location,
        List<PriceSource> sources,
        List<Figure> figures,
        List<InstanceFigure> instanceTypes) {

    public Snapshot {
        requireNonNull(region, "region");
        requireNonNull(location, "location");
        sources = List.copyOf(sources);
        figures = List.copyOf(figures);
        instanceTypes = List.copyOf(instanceTypes);
    }

    /// A price, or the place of one that is not known.
    ///
    /// @param sku       its key, see [Skus]
    /// @param tiers     its steps, a single open one for a flat price; none if the price is not known
    /// @param asOf      when it was published or seen
    /// @param source    id of its source, empty if the price is not known
    /// @param effective since when it has been charged, unknown where the source does not say
    public record Figure(String sku, List<PriceTier> tiers, PriceDate asOf, String source, PriceDate effective) {

        public Figure {
            requireNonNull(sku, "sku");
            requireNonNull(asOf, "asOf");
            requireNonNull(source, "source");
            requireNonNull(effective, "effective");
            tiers = List.copyOf(tiers);
        }

        /// A price whose source does not say since when it has been charged.
        public Figure(String sku, List<PriceTier> tiers, PriceDate asOf, String source) {
            this(sku, tiers, asOf, source, PriceDate.UNKNOWN);
        }

        /// A price that is the same for every volume.
        public static Figure flat(String sku, BigDecimal usd, PriceDate asOf, String source) {
            return new Figure(sku, List.of(new PriceTier(null, usd)), asOf, source);
        }

        /// A price that nobody has looked up yet.
        public static Figure unknown(String sku) {
            return new Figure(sku, List.of(), PriceDate.UNKNOWN, "");
        }

        public boolean isKnown() {
            return !tiers.isEmpty();
        }

        private String unit() {
            return Skus.unit(sku).orElseThrow();
        }
    }

    /// An instance type with its price, under the key [Skus#ec2Linux].
    public record InstanceFigure(InstanceType type, Figure hour) {}

    /// The date of the oldest dated figure; empty if none has a date.
    public Optional<LocalDate> asOf() {
        return known().map(figure -> figure.asOf().earliest())
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    /// The figures that are known, ready for rating.
    ///
    /// @param sha256 of the content, as [CanonicalJson] computes it
    public PriceBook toPriceBook(String sha256) {
        var prices = new HashMap<String, Price>();
        var tiered = new HashMap<String, TieredPrice>();
        known().forEach(figure -> {
            if (Skus.tiered(figure.sku)) {
                var steps = new TieredPrice(figure.sku, figure.unit(), figure.tiers, figure.asOf, figure.source);
                tiered.put(figure.sku, steps);
            } else {
                var usd = figure.tiers.getFirst().usd();
                prices.put(figure.sku, new Price(figure.sku, usd, figure.unit(), figure.asOf, figure.source));
            }
        });
        var types = new HashMap<String, InstanceType>();
        instanceTypes.forEach(entry -> types.put(entry.type.name(), entry.type));
        var date = asOf().orElseThrow(() -> new IllegalStateException("No figure of " + region + " has a date"));
        return new PriceBook(region, location, date, sha256, sources, new PriceBook.Figures(prices, tiered, types));
    }

    /// Whether any figure says since when it has been charged, which only the later schema can hold.
    boolean hasEffectiveDates() {
        return known().anyMatch(figure -> !figure.effective.equals(PriceDate.UNKNOWN));
    }

    /// The figures that are known, those of instance types last.
    Stream<Figure> known() {
        return Stream.concat(figures.stream(), instanceTypes.stream().map(InstanceFigure::hour))
                .filter(Figure::isKnown);
    }
}
