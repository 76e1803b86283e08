package dev.hostlab.comparison;

import dev.hostlab.hosting.OptionId;
import java.util.List;

/// Says who wins what. Options that the replications cannot tell apart win together.
public final class Judge {

    /// An option must serve this share of the requests to be called fast: whoever drops the slow
    /// ones always looks fast.
    static final double SERVED_TO_QUALIFY = 0.99;

    private Judge() {}

    /// The verdict on outcomes.
    ///
    /// @param outcomes one an option, at least one
    /// @param samples  bill, total, hours and, where something was served, p95 of each of them
    public static Verdict verdict(List<Outcome> outcomes, Samples samples) {
        var all = outcomes.stream().map(Outcome::option).toList();
        var qualified = outcomes.stream()
                .filter(outcome -> servesEnough(outcome, samples))
                .map(Outcome::option)
                .toList();
        var winners = new Winners(
                samples.best(Criterion.BILL, all),
                samples.best(Criterion.P95, qualified),
                samples.best(Criterion.HOURS, all),
                samples.best(Criterion.TOTAL, all),
                qualified);
        var text = new VerdictText(outcomes, samples, winners).text();
        return new Verdict(winners.cheapest(), winners.fastest(), winners.leastEffort(), winners.lowestTotal(), text);
    }

    /// Whether an option carries the load, over all replications where they are known.
    static boolean servesEnough(Outcome outcome, Samples samples) {
        if (samples.has(outcome.option(), Criterion.UNSERVED)) {
            return samples.mean(outcome.option(), Criterion.UNSERVED).mean() <= 1 - SERVED_TO_QUALIFY;
        }
        var requests = outcome.requests();
        return requests.arrived() > 0 && requests.served() >= SERVED_TO_QUALIFY * requests.arrived();
    }

    /// Who wins what, best mean first.
    ///
    /// @param qualified those that serve enough to be called fast
    record Winners(
            List<OptionId> cheapest,
            List<OptionId> fastest,
            List<OptionId> leastEffort,
            List<OptionId> lowestTotal,
            List<OptionId> qualified) {}
}
