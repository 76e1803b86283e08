package dev.hostlab.report;

import dev.hostlab.units.Figures;
import java.util.List;

/// A model provider's limits and tenants, as the HTML shows them.
///
/// @param options one an option; none where nothing is limited
/// @param words   what that means
record HtmlLimits(List<Option> options, List<LimitFacts.TenantRow> tenants, List<String> words) {

    /// One option under the limits.
    record Option(
            String option,
            String provider,
            String capacity,
            String refused,
            String retries,
            String firstToken,
            String helpless) {}

    static HtmlLimits of(List<OptionFacts> facts) {
        var options = facts.stream()
                .map(LimitFacts::new)
                .filter(LimitFacts::isThere)
                .map(HtmlLimits::option)
                .toList();
        return new HtmlLimits(options, LimitFacts.tenants(facts), LimitFacts.words(facts));
    }

    private static Option option(LimitFacts fact) {
        return new Option(
                fact.outcome().option().label(),
                fact.providerBound(),
                fact.capacityBound(),
                fact.refusedCalls(),
                Figures.count(fact.outcome().requests().retries()),
                fact.firstToken(),
                fact.helpless());
    }
}
