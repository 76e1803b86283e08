package dev.hostlab.pricing.refresh;

import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricing.refresh.PriceItem.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Checks the steps of a price before they are believed.
final class PriceSteps {

    private PriceSteps() {}

    /// What is wrong, as the end of a sentence that begins with the product; empty if nothing is.
    ///
    /// @param steps those in force, by the volume at which they begin
    static Optional<String> problem(FigureRule rule, PriceItem item, List<Step> steps) {
        var wrongUnit = rule.wrongUnit(item);
        if (wrongUnit.isPresent()) {
            return wrongUnit;
        }
        if (steps.isEmpty()) {
            return Optional.of("has no price in force");
        }
        if (steps.stream().anyMatch(step -> step.usdOrNull() == null)) {
            return Optional.of("has no price in US dollars");
        }
        if (steps.stream().noneMatch(PriceSteps::costs)) {
            return Optional.of("costs nothing, which this one never does");
        }
        if (steps.size() > 1 && !Skus.tiered(rule.sku())) {
            return Optional.of("has " + steps.size() + " steps where one price is wanted");
        }
        return adjoin(steps) ? Optional.empty() : Optional.of("has steps that do not join");
    }

    private static boolean costs(Step step) {
        var usd = step.usdOrNull();
        return usd != null && usd.signum() > 0;
    }

    private static boolean adjoin(List<Step> steps) {
        var floor = BigDecimal.ZERO;
        for (var i = 0; i < steps.size(); i++) {
            var end = steps.get(i).endOrNull();
            if (steps.get(i).from().compareTo(floor) != 0 || (end == null) != (i == steps.size() - 1)) {
                return false;
            }
            floor = end == null ? floor : end;
        }
        return true;
    }
}
