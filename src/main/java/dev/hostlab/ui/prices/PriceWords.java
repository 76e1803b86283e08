package dev.hostlab.ui.prices;

import dev.hostlab.pricebook.PriceSource;
import dev.hostlab.pricing.refresh.Refresh.Fetched;
import dev.hostlab.settings.BillingParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.units.Age;
import dev.hostlab.units.Figures;
import java.time.LocalDate;
import java.util.stream.Collectors;

/// What the page of prices says in sentences.
///
/// @param today   for ages
/// @param choices the user's rates and discount
record PriceWords(LocalDate today, Settings choices) {

    /// Oldest figure, number of figures, file.
    String summary(PricesViewModel.Shown shown) {
        var age = shown.snapshot()
                .asOf()
                .map(day -> "Oldest figure of " + day + ", " + Age.between(day, today))
                .orElse("No figure has a date");
        var known = shown.rows().size() - shown.missing();
        var missing = shown.missing() == 0 ? "" : ", " + Figures.count(shown.missing()) + " missing";
        return age + ". " + Figures.count(known) + " figures known" + missing + ". File "
                + shown.file().getFileName() + ".";
    }

    /// What the user's own word does to the list prices.
    String overrides() {
        var discount = choices.get(BillingParameters.DISCOUNT_PERCENT);
        var rates = choices.priceStandIns().entrySet().stream()
                .map(rate -> rate.getKey() + " $" + rate.getValue().toPlainString())
                .collect(Collectors.joining(", "));
        var list = discount > 0
                ? "Your agreement takes " + Figures.number(discount) + " % off list prices."
                : "List prices, no discount.";
        return list + (rates.isEmpty() ? " No rates of your own." : " Your own rates: " + rates + ".");
    }

    /// Asks for the user's word.
    String doubts(Fetched fetched) {
        var count = fetched.doubtful().size();
        return Figures.count(count) + (count == 1 ? " figure" : " figures")
                + " changed by more than 30 % or are gone, listed first. Nothing is written until you say that they are"
                + " right.";
    }

    /// Where figures come from.
    String source(PriceSource source) {
        return source.where() + " (" + source.asOf() + "): " + source.covers() + ". " + source.licence();
    }
}
