package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Difference;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.cost.LineItem;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.settings.LedgerEntry;
import dev.hostlab.units.Figures;
import dev.hostlab.units.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The tables behind the charts.
///
/// @param moreDecisions how many decisions are left out, empty if none
/// @param events        deployments, failures and the like
record HtmlTables(
        List<Pair> pairs,
        List<Bill> bills,
        List<Chores> chores,
        List<Decision> decisions,
        String moreDecisions,
        List<EventFacts.Row> events,
        List<Assumption> ledger) {

    private static final int DECISIONS = 200;
    private static final MathContext RATE = new MathContext(6, RoundingMode.HALF_UP);

    /// Two options after the same requests.
    ///
    /// @param difference how far the first total is above the second, USD a month
    /// @param interval   its 95 % interval
    /// @param meaning    what follows from it
    record Pair(String a, String b, String difference, String interval, String meaning) {}

    /// A month's bill, to the cent.
    record Bill(
            String id,
            String label,
            List<BillLine> lines,
            String total,
            String idle,
            String stranded,
            String draining) {}

    /// One line of a bill.
    record BillLine(String item, String quantity, String unit, String rate, String amount, String source) {}

    /// A month's chores.
    record Chores(String id, String label, List<Chore> chores, String total, String range, String rate) {}

    /// One chore.
    record Chore(String chore, String count, String minutes, String hours, String source) {}

    /// One change of desired capacity.
    record Decision(
            String at,
            String id,
            String option,
            String change,
            String layer,
            String metric,
            String value,
            String reason,
            String before,
            String after,
            String until) {}

    /// One entry of the ledger.
    record Assumption(
            String path, String value, String unit, String range, String certainty, String source, boolean changed) {}

    static HtmlTables of(Comparison comparison) {
        var outcomes = comparison.outcomes();
        var all = outcomes.stream().mapToInt(o -> o.decisions().size()).sum();
        return new HtmlTables(
                comparison.differences().stream().map(HtmlTables::pair).toList(),
                outcomes.stream().map(HtmlTables::bill).toList(),
                outcomes.stream().map(HtmlTables::chores).toList(),
                decisions(comparison),
                all > DECISIONS ? Figures.count(all - DECISIONS) : "",
                EventFacts.of(comparison).rows(),
                ledger(comparison.ledger()));
    }

    private static Pair pair(Difference difference) {
        var total = difference.totalMonthly();
        var shown = Shown.signedUsd(total);
        var dearer = total.mean() > 0 ? difference.a() : difference.b();
        var sure = Math.abs(total.mean()) > total.halfWidth95();
        return new Pair(
                difference.a().label(),
                difference.b().label(),
                shown.value(),
                shown.interval(),
                sure ? dearer.shortLabel() + " costs more" : "cannot be told apart");
    }

    private static Bill bill(Outcome outcome) {
        var cost = outcome.cost();
        var shown = cost.monthly().shownInCents();
        var lines = cost.monthly().lines();
        return new Bill(
                outcome.option().id(),
                outcome.option().label(),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> line(lines.get(i), shown.get(i)))
                        .toList(),
                cents(Totals.bill(outcome)),
                Figures.usd(cost.idle().toDouble()),
                Figures.usd(cost.stranded().toDouble()),
                Figures.usd(cost.draining().toDouble()));
    }

    private static BillLine line(LineItem line, Usd shown) {
        var rate = line.rate().map(HtmlTables::rate);
        return new BillLine(
                line.item(),
                quantity(line.quantity()),
                line.unit(),
                rate.orElse(Figures.NONE),
                rate.isPresent() ? cents(shown) : "price missing",
                line.source());
    }

    /// Two decimals, or three digits where that would leave nothing.
    private static String quantity(BigDecimal quantity) {
        if (quantity.abs().compareTo(BigDecimal.ONE) < 0) {
            var digits = new MathContext(3, RoundingMode.HALF_UP);
            return quantity.round(digits).stripTrailingZeros().toPlainString();
        }
        var whole = quantity.stripTrailingZeros().scale() <= 0;
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", quantity);
    }

    private static String rate(BigDecimal rate) {
        var digits = rate.round(RATE).stripTrailingZeros();
        return "$" + (digits.scale() < 2 ? digits.setScale(2, RoundingMode.HALF_UP) : digits).toPlainString();
    }

    private static String cents(Usd usd) {
        return String.format(Locale.ROOT, "$%,.2f", usd.amount()).replace("$-", "−$");
    }

    private static Chores chores(Outcome outcome) {
        var effort = outcome.effort();
        var chores = effort.chores().stream()
                .map(chore -> new Chore(
                        chore.chore(),
                        Figures.number(chore.count()),
                        Figures.number(chore.minutes()),
                        hours(chore.hours()),
                        chore.source()))
                .toList();
        return new Chores(
                outcome.option().id(),
                outcome.option().label(),
                chores,
                hours(effort.hoursPerMonth()),
                Figures.hours(effort.lowHours()) + " to " + Figures.hours(effort.highHours()),
                Figures.usd(effort.hourlyRateUsd()));
    }

    /// Two decimals, so that the column lines up.
    private static String hours(double hours) {
        return String.format(Locale.ROOT, "%,.2f", hours);
    }

    private static List<Decision> decisions(Comparison comparison) {
        record Made(Outcome outcome, ScalingDecision decision) {}
        return comparison.outcomes().stream()
                .flatMap(outcome -> outcome.decisions().stream().map(decision -> new Made(outcome, decision)))
                .sorted(Comparator.comparingDouble(
                        (Made made) -> made.decision().atSeconds()))
                .limit(DECISIONS)
                .map(made -> decision(comparison, made.outcome(), made.decision()))
                .toList();
    }

    private static Decision decision(Comparison comparison, Outcome outcome, ScalingDecision decision) {
        var at = JsonOption.at(comparison.workload().from(), decision.atSeconds());
        var out = decision.to() > decision.from();
        return new Decision(
                Headline.minute(at),
                outcome.option().id(),
                outcome.option().shortLabel(),
                Figures.count(decision.from()) + " → " + Figures.count(decision.to()),
                decision.layer(),
                decision.metric(),
                Figures.number(decision.value()),
                decision.reason(),
                DecisionStory.before(decision),
                DecisionStory.after(decision),
                out ? Figures.seconds(decision.clocks().totalSeconds()) : Figures.NONE);
    }

    private static List<Assumption> ledger(List<LedgerEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(LedgerEntry::changed).reversed())
                .map(entry -> new Assumption(
                        entry.path(),
                        entry.value(),
                        entry.unit(),
                        entry.range(),
                        entry.certainty().name().toLowerCase(Locale.ROOT),
                        entry.source(),
                        entry.changed()))
                .toList();
    }
}
