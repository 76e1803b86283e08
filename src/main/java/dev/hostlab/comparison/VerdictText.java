package dev.hostlab.comparison;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The verdict in a few sentences: overload first, then money, then what would turn the money round, then speed.
final class VerdictText {

    private static final double LOSS_WORTH_SAYING = 0.01;
    private static final double WHOLE_DOLLARS = 10;

    private final List<Outcome> outcomes;
    private final Samples samples;
    private final Judge.Winners winners;
    private final List<OptionId> byTotal;

    VerdictText(List<Outcome> outcomes, Samples samples, Judge.Winners winners) {
        this.outcomes = outcomes;
        this.samples = samples;
        this.winners = winners;
        byTotal = samples.ranked(
                Criterion.TOTAL, outcomes.stream().map(Outcome::option).toList());
    }

    String text() {
        var sentences = Stream.of(
                        unstable(),
                        overload(),
                        total(),
                        trade(),
                        whoCarriedTheLoad(),
                        speed(),
                        objective(),
                        incomplete())
                .filter(sentence -> !sentence.isEmpty());
        return String.join(" ", sentences.toList());
    }

    /// No mean describes what grows for as long as the workload lasts.
    private String unstable() {
        var unstable = outcomes.stream()
                .filter(outcome -> outcome.capacity().isUnstable())
                .toList();
        if (unstable.isEmpty()) {
            return "";
        }
        var names =
                unstable.stream().map(outcome -> outcome.option().shortLabel()).toList();
        var shares = unstable.stream()
                .map(outcome -> Figures.share(1 / outcome.capacity().offeredLoad()))
                .toList();
        var they = names.size() == 1 ? "it" : "they";
        return enumerate(names) + (names.size() == 1 ? " is" : " are") + " unstable: with all the capacity " + they
                + " may have " + they + " could do " + enumerate(shares) + " of the work that arrives.";
    }

    private String overload() {
        var lost = list(outcomes, Outcome::failedShare, " lost ", "");
        var limited = lost.isEmpty() ? "" : refused();
        var waiting = list(outcomes, VerdictText::unanswered, " still had ", " unfinished at the end");
        return String.join(
                " ", Stream.of(lost, limited, waiting).filter(s -> !s.isEmpty()).toList());
    }

    private String refused() {
        return outcomes.stream()
                        .filter(outcome -> outcome.failedShare() > LOSS_WORTH_SAYING)
                        .allMatch(Outcome::lostToLimits)
                ? "Most of these were refused by limits or budgets, not for want of capacity."
                : "";
    }

    private static String list(List<Outcome> outcomes, ToDoubleFunction<Outcome> share, String verb, String ending) {
        var parts = new ArrayList<String>();
        for (var outcome : outcomes) {
            var lost = share.applyAsDouble(outcome);
            if (lost > LOSS_WORTH_SAYING) {
                var all = verb + Figures.share(lost) + " of the requests" + ending;
                var words = parts.isEmpty() ? all : " " + Figures.share(lost);
                parts.add(outcome.option().shortLabel() + words);
            }
        }
        return parts.isEmpty() ? "" : enumerate(parts) + ".";
    }

    private static double unanswered(Outcome outcome) {
        var requests = outcome.requests();
        return requests.arrived() == 0 ? 0 : (double) requests.inFlight() / requests.arrived();
    }

    private String total() {
        var best = byTotal.getFirst();
        var others = byTotal.stream()
                .filter(option -> !winners.lowestTotal().contains(option))
                .map(option -> dollars(Criterion.TOTAL, option, best) + " a month below " + option.shortLabel())
                .toList();
        if (byTotal.size() == 1) {
            var mean = samples.mean(best, Criterion.TOTAL);
            return best.shortLabel() + " costs " + Figures.usd(mean.mean(), mean.halfWidth95()) + " a month in total.";
        }
        if (winners.lowestTotal().size() > 1) {
            var tied = enumerate(
                    winners.lowestTotal().stream().map(OptionId::shortLabel).toList());
            return tied + " cost the same in total" + resolution() + rest(others);
        }
        return best.shortLabel() + " costs least in total, " + once(others) + ".";
    }

    /// With two options tied, how far apart they may be.
    private String resolution() {
        var tied = winners.lowestTotal();
        var difference = samples.difference(Criterion.TOTAL, tied.getLast(), tied.getFirst());
        if (!difference.hasInterval()) {
            return "";
        }
        return tied.size() > 2
                ? " as far as the simulation can tell"
                : " as far as the simulation can tell (" + Figures.usd(difference.mean(), difference.halfWidth95())
                        + " " + Figures.usdHalfWidth(difference.mean(), difference.halfWidth95()) + " apart)";
    }

    private static String rest(List<String> others) {
        return others.isEmpty() ? "." : ", " + once(others) + ".";
    }

    /// "a month" is said once.
    private static String once(List<String> others) {
        var parts = new ArrayList<String>();
        for (var other : others) {
            parts.add(parts.isEmpty() ? other : other.replace(" a month below ", " below "));
        }
        return enumerate(parts);
    }

    private String trade() {
        var best = byTotal.getFirst();
        if (byTotal.size() == 1 || winners.lowestTotal().size() > 1) {
            return "";
        }
        if (losesRequests(best) || losesRequests(winners.cheapest().getFirst())) {
            return "";
        }
        if (!winners.cheapest().contains(best)) {
            return workOutweighsBill(best, winners.cheapest().getFirst());
        }
        if (!winners.leastEffort().contains(best)) {
            return billOutweighsWork(best, winners.leastEffort().getFirst());
        }
        return "It has the lowest bill and takes the least work, so the price of an hour does not change this.";
    }

    /// A low bill for work that was not done is no trade.
    private boolean losesRequests(OptionId option) {
        return outcomes.stream()
                .anyMatch(outcome -> outcome.option() == option && outcome.failedShare() > LOSS_WORTH_SAYING);
    }

    private String workOutweighsBill(OptionId best, OptionId cheapest) {
        var extra = samples.difference(Criterion.BILL, best, cheapest);
        var saved = samples.difference(Criterion.HOURS, cheapest, best);
        if (saved.mean() <= 0) {
            return "";
        }
        return "Its bill is " + dollars(extra) + " higher than that of " + cheapest.shortLabel() + "; " + hours(saved)
                + " of work saved outweigh it as long as an hour costs more than "
                + perHour(extra.mean() / saved.mean()) + ".";
    }

    private String billOutweighsWork(OptionId best, OptionId leastEffort) {
        var extra = samples.difference(Criterion.BILL, leastEffort, best);
        var saved = samples.difference(Criterion.HOURS, best, leastEffort);
        if (extra.mean() <= 0 || saved.mean() <= 0) {
            return "";
        }
        return leastEffort.shortLabel() + " takes " + hours(saved) + " less work, which would outweigh its "
                + dollars(extra) + " higher bill only if an hour cost more than "
                + perHour(extra.mean() / saved.mean()) + ".";
    }

    /// A low cost means little where the service was not rendered.
    private String whoCarriedTheLoad() {
        var serving = outcomes.stream()
                .filter(outcome -> Judge.servesEnough(outcome, samples))
                .map(Outcome::option)
                .toList();
        var best = byTotal.getFirst();
        if (serving.contains(best) || requests() == 0) {
            return "";
        }
        return serving.isEmpty()
                ? ""
                : best.shortLabel() + " did not carry the load; of those that did, "
                        + samples.ranked(Criterion.TOTAL, serving).getFirst().shortLabel() + " costs least.";
    }

    private String speed() {
        if (requests() == 0) {
            return "No request arrived, so nothing is said about speed.";
        }
        if (winners.fastest().isEmpty()) {
            return "No option served 99 % of the requests, so none is called fastest.";
        }
        if (outcomes.size() == 1) {
            return "Its p95 response time is " + p95(byTotal.getFirst()) + ".";
        }
        var fastest = winners.fastest();
        var names = enumerate(fastest.stream().map(OptionId::shortLabel).toList());
        if (fastest.size() > 1) {
            return names + " answer equally fast: p95 " + p95(fastest.getFirst()) + ".";
        }
        var best = byTotal.getFirst();
        var contrast = !fastest.contains(best) && samples.has(best, Criterion.P95)
                ? " against " + p95(best) + " on " + best.shortLabel()
                : "";
        return (fastest.contains(best) ? "It" : names) + " answers fastest: p95 " + p95(fastest.getFirst()) + contrast
                + unsure(fastest.getFirst()) + ".";
    }

    /// A lead that the interval does not make sure, though the means lie far apart.
    private String unsure(OptionId fastest) {
        var doubtful = winners.qualified().stream()
                .filter(option -> option != fastest && samples.has(option, Criterion.P95))
                .filter(option -> samples.tied(Criterion.P95, fastest, option))
                .map(OptionId::shortLabel)
                .toList();
        var named = doubtful.equals(List.of(byTotal.getFirst().shortLabel())) ? "" : " against " + enumerate(doubtful);
        return doubtful.isEmpty() ? "" : ", though not surely" + named;
    }

    private String objective() {
        var missed = outcomes.stream()
                .filter(outcome -> outcome.requests().arrived() > 0)
                .filter(outcome -> !outcome.slo().isMet())
                .map(outcome -> outcome.option().shortLabel())
                .toList();
        if (missed.isEmpty()) {
            return "";
        }
        var target = Figures.seconds(outcomes.getFirst().slo().targetSeconds());
        var who = missed.size() == outcomes.size() && missed.size() > 1
                ? "No option meets"
                : enumerate(missed) + verb(missed);
        return who + " the objective of p95 below " + target + ".";
    }

    private static String verb(List<String> subjects) {
        return subjects.size() == 1 ? " misses" : " miss";
    }

    private String incomplete() {
        var names = outcomes.stream()
                .filter(outcome -> outcome.cost().monthly().incomplete())
                .map(outcome -> outcome.option().shortLabel())
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        return "Prices are missing, so the " + (names.size() == 1 ? "bill" : "bills") + " of " + enumerate(names)
                + (names.size() == 1 ? " is" : " are") + " too low.";
    }

    private long requests() {
        return outcomes.stream()
                .mapToLong(outcome -> outcome.requests().arrived())
                .sum();
    }

    private String p95(OptionId option) {
        var mean = samples.mean(option, Criterion.P95);
        return Figures.seconds(mean.mean(), mean.halfWidth95());
    }

    private String dollars(Criterion criterion, OptionId a, OptionId b) {
        return dollars(samples.difference(criterion, a, b));
    }

    private static String dollars(Sampled difference) {
        return Figures.usd(difference.mean(), difference.halfWidth95());
    }

    /// A break-even rate is a quotient of two estimates: whole dollars are all it earns.
    private static String perHour(double rate) {
        return Figures.usd(rate, rate < WHOLE_DOLLARS ? 0 : WHOLE_DOLLARS);
    }

    private static String hours(Sampled difference) {
        return Figures.hours(difference.mean(), difference.halfWidth95()).replace(" h", " hours");
    }

    private static String enumerate(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
