package dev.hostlab.comparison;

import dev.hostlab.hosting.OptionId;
import java.util.List;

/// Who wins what; more than one where the interval does not tell them apart, none where nobody qualifies.
///
/// @param cheapest    lowest bill
/// @param fastest     lowest p95 response among options that serve at least 99 %
/// @param leastEffort fewest hours
/// @param lowestTotal lowest bill and people together
/// @param text        the verdict in one or two sentences
public record Verdict(
        List<OptionId> cheapest,
        List<OptionId> fastest,
        List<OptionId> leastEffort,
        List<OptionId> lowestTotal,
        String text) {

    public Verdict {
        cheapest = List.copyOf(cheapest);
        fastest = List.copyOf(fastest);
        leastEffort = List.copyOf(leastEffort);
        lowestTotal = List.copyOf(lowestTotal);
    }

    /// The same verdict on figures that were estimated, which its first word says.
    Verdict asEstimate() {
        return new Verdict(cheapest, fastest, leastEffort, lowestTotal, "Estimate, not simulated: " + text);
    }
}
