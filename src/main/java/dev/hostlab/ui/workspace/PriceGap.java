package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.settings.Settings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A price that the region's snapshot lacks and the bills need, or the user's figure in its place.
///
/// @param sku       the figure's name
/// @param own       the user's figure in USD, if one was given
/// @param reference what the standard region asks for it in USD, if that is known
record PriceGap(String sku, Optional<BigDecimal> own, Optional<BigDecimal> reference) {

    private static final String PATH = "prices.";

    /// The gaps that are open or filled, by name.
    static List<PriceGap> of(Comparison shown, Settings choices, PriceShelf prices) {
        var filled = choices.priceStandIns();
        var names = new TreeSet<>(filled.keySet());
        names.addAll(shown.prices().missing());
        return names.stream()
                .map(sku -> new PriceGap(sku, Optional.ofNullable(filled.get(sku)), prices.reference(sku)))
                .toList();
    }

    /// The path of the setting that fills it.
    String path() {
        return PATH + sku;
    }

    /// What one pays for, with the figure's name: "LCU-hour (alb.lcu-hour)".
    String words() {
        return Skus.unit(sku).map(unit -> unit + " (" + sku + ")").orElse(sku);
    }

    boolean isOpen() {
        return own.isEmpty();
    }
}
