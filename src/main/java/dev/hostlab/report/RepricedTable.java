package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.units.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The same runs at two sets of prices, line by line: what each line of a month's bill becomes.
public final class RepricedTable {

    private static final String ROW = "  %-46s %12s %12s %12s\n";

    private RepricedTable() {}

    /// The table as text.
    ///
    /// @param before at the first prices
    /// @param after  at the others, with the same options in the same order
    public static String text(Comparison before, Comparison after) {
        var text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "The same runs at other prices: %s, oldest figure %s, instead of %s, %s. Dollars a month.\n",
                after.prices().region(),
                after.prices().asOf(),
                before.prices().region(),
                before.prices().asOf()));
        for (var i = 0; i < before.outcomes().size(); i++) {
            text.append("\n");
            option(text, before.outcomes().get(i), after.outcomes().get(i));
        }
        return text.toString();
    }

    private static void option(StringBuilder text, Outcome before, Outcome after) {
        text.append(before.option().label()).append("\n");
        text.append(String.format(Locale.ROOT, ROW, "", "before", "after", "difference"));
        var then = lines(before);
        var now = lines(after);
        for (var item : items(before, after)) {
            var old = then.get(item);
            var renewed = now.get(item);
            if (old == null || renewed == null || cents(old).compareTo(cents(renewed)) != 0) {
                text.append(row(item, old, renewed));
            }
        }
        text.append(row(
                "Total", before.cost().monthly().total(), after.cost().monthly().total()));
    }

    private static String row(String item, @Nullable Usd old, @Nullable Usd renewed) {
        var difference =
                old == null || renewed == null ? "–" : signed(cents(renewed).subtract(cents(old)));
        return String.format(Locale.ROOT, ROW, item, shown(old), shown(renewed), difference);
    }

    private static String shown(@Nullable Usd usd) {
        return usd == null ? "not known" : cents(usd).toPlainString();
    }

    private static String signed(BigDecimal cents) {
        return (cents.signum() > 0 ? "+" : "") + cents.toPlainString();
    }

    private static BigDecimal cents(Usd usd) {
        return usd.amount().setScale(2, RoundingMode.HALF_EVEN);
    }

    private static List<String> items(Outcome before, Outcome after) {
        var items = new ArrayList<String>();
        before.cost().monthly().lines().forEach(line -> items.add(line.item()));
        after.cost().monthly().lines().forEach(line -> items.add(line.item()));
        return items.stream().distinct().toList();
    }

    /// The known amounts by item, in the cents that add up to the bill's total; a line without a rate is left out.
    private static Map<String, Usd> lines(Outcome outcome) {
        var bill = outcome.cost().monthly();
        var shown = bill.shownInCents();
        var lines = new TreeMap<String, Usd>();
        for (var i = 0; i < bill.lines().size(); i++) {
            if (bill.lines().get(i).rate().isPresent()) {
                lines.merge(bill.lines().get(i).item(), shown.get(i), Usd::plus);
            }
        }
        return lines;
    }
}
