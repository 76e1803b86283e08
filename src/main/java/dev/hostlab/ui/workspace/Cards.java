package dev.hostlab.ui.workspace;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.report.OptionFacts;
import dev.hostlab.report.Totals;
import dev.hostlab.ui.common.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;

/// The cards of a result: those of the options that are done, and places for the others.
final class Cards {

    private Cards() {}

    /// @param running whether more options are to come
    static List<Region> of(ResultViewModel result, boolean running, Look look) {
        var cards = new ArrayList<Region>();
        result.comparison().ifPresent(shown -> {
            var highest = shown.outcomes().stream()
                    .mapToDouble(outcome -> Totals.shown(outcome).toDouble())
                    .max()
                    .orElse(0);
            OptionFacts.of(shown).forEach(facts -> cards.add(new CardView(facts, highest, look, result.isWhole())));
        });
        result.pending()
                .forEach(option -> cards.add(new PendingCard(option, running ? "simulating…" : "not simulated")));
        return cards;
    }

    /// What is said over the cards.
    static String verdict(ResultViewModel result) {
        if (result.isWhole()) {
            return result.comparison().orElseThrow().verdict().text();
        }
        var missing = result.pending().stream().map(OptionId::label).collect(Collectors.joining(" and "));
        return "The run ended before " + missing + " could be simulated, so nothing is compared. Run again to finish.";
    }
}
