package dev.hostlab.ui.prices;

import dev.hostlab.pricebook.Price;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.PriceDate;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricebook.TieredPrice;
import dev.hostlab.pricing.Snapshot;
import dev.hostlab.pricing.Snapshot.Figure;
import dev.hostlab.settings.BillingParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A figure as the page of prices shows it: what AWS asks, what the bill takes, and where it comes from.
///
/// @param state     whether it is known, missing, or the user's own
/// @param list      AWS's price in USD, in words
/// @param billed    what bills take, after the agreement and the user's rates
/// @param published when its source published it
/// @param since     since when it has been charged, where the source says so
record PriceRow(
        String sku,
        State state,
        String list,
        String billed,
        String unit,
        String published,
        String since,
        String source) {

    /// Where a figure stands; the order is that of the table.
    enum State {
        MISSING("missing"),
        OWN("your rate"),
        DISCOUNTED("less discount"),
        KNOWN("");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// Every figure that a bill can need, missing ones first.
    ///
    /// @param choices the user's rates and discount
    static List<PriceRow> of(Snapshot snapshot, Settings choices) {
        var figures = new HashMap<String, Figure>();
        Skus.general().forEach(sku -> figures.put(sku, Figure.unknown(sku)));
        snapshot.figures().forEach(figure -> figures.put(figure.sku(), figure));
        snapshot.instanceTypes().forEach(type -> figures.put(type.hour().sku(), type.hour()));
        var rates = choices.priceStandIns();
        var listed = snapshot.toPriceBook("");
        var less = listed.less(choices.get(BillingParameters.DISCOUNT_PERCENT));
        var billed = listed.issues(rates).isEmpty() ? less.with(rates) : less;
        var rows = new ArrayList<PriceRow>();
        figures.values().forEach(figure -> rows.add(row(figure, billed, sources(snapshot))));
        rows.sort((a, b) -> a.state == b.state ? a.sku.compareTo(b.sku) : a.state.compareTo(b.state));
        return List.copyOf(rows);
    }

    private static Map<String, String> sources(Snapshot snapshot) {
        var names = new HashMap<String, String>();
        snapshot.sources().forEach(source -> names.put(source.id(), source.where()));
        return names;
    }

    private static PriceRow row(Figure figure, PriceBook billed, Map<String, String> sources) {
        var list = tiers(figure.tiers());
        var used = billed.price(figure.sku())
                .map(price -> price.usd().stripTrailingZeros().toPlainString())
                .or(() -> billed.tieredPrice(figure.sku()).map(price -> tiers(price.tiers())))
                .orElse(Figures.NONE);
        var own = billed.price(figure.sku())
                .map(Price::source)
                .or(() -> billed.tieredPrice(figure.sku()).map(TieredPrice::source))
                .filter(Price.SET_BY_USER::equals)
                .isPresent();
        return new PriceRow(
                figure.sku(),
                own ? State.OWN : known(figure, list.equals(used)),
                list,
                used,
                Skus.unit(figure.sku()).orElse(""),
                date(figure.asOf()),
                date(figure.effective()),
                sources.getOrDefault(figure.source(), figure.source()));
    }

    private static State known(Figure figure, boolean asListed) {
        if (!figure.isKnown()) {
            return State.MISSING;
        }
        return asListed ? State.KNOWN : State.DISCOUNTED;
    }

    private static String tiers(List<PriceTier> tiers) {
        return tiers.isEmpty()
                ? Figures.NONE
                : tiers.stream().map(PriceRow::tier).collect(Collectors.joining(", then "));
    }

    private static String tier(PriceTier tier) {
        return tier.usd().stripTrailingZeros().toPlainString()
                + tier.upTo().map(end -> " to " + end.toPlainString()).orElse("");
    }

    private static String date(PriceDate date) {
        return date.equals(PriceDate.UNKNOWN) ? Figures.NONE : date.text();
    }

    /// Whether the words of a search are in its name, unit or source.
    boolean matches(String search) {
        var text = (sku + ' ' + unit + ' ' + state.words + ' ' + source).toLowerCase(Locale.ROOT);
        return List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).stream()
                .allMatch(text::contains);
    }
}
