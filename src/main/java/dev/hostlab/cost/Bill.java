package dev.hostlab.cost;

import dev.hostlab.units.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A bill is its lines. The total is their exact sum.
///
/// @param lines what is charged
public record Bill(List<LineItem> lines) {

    private static final int CENTS = 2;

    public Bill {
        lines = List.copyOf(lines);
    }

    /// The sum of the lines, with no digit dropped.
    public Usd total() {
        return new Usd(lines.stream().map(line -> line.usd().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /// Whether a rate was missing, so that the total is too low.
    public boolean incomplete() {
        return lines.stream().anyMatch(line -> line.rateOrNull() == null);
    }

    /// The keys of the rates that were missing, in the order of the lines, each once.
    public List<String> missing() {
        return lines.stream()
                .filter(line -> line.rateOrNull() == null)
                .map(LineItem::sku)
                .distinct()
                .toList();
    }

    /// The lines' amounts in whole cents, in their order, so rounded that they add up to the total in whole cents.
    ///
    /// Every amount is cut to cents; the cents still lacking go to the lines that lost most, the first of
    /// equals first (the method of largest remainders). No amount differs from its exact value by a cent or
    /// more.
    public List<Usd> shownInCents() {
        var shown = new ArrayList<BigDecimal>();
        lines.forEach(line -> shown.add(line.usd().amount().setScale(CENTS, RoundingMode.FLOOR)));
        var sum = shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var lacking = total().roundedToCents()
                .amount()
                .subtract(sum)
                .movePointRight(CENTS)
                .intValueExact();
        var byRemainder =
                Comparator.comparing((Integer i) -> lines.get(i).usd().amount().subtract(shown.get(i)));
        IntStream.range(0, lines.size())
                .boxed()
                .sorted(Collections.reverseOrder(byRemainder))
                .limit(lacking)
                .toList()
                .forEach(i -> shown.set(i, shown.get(i).add(BigDecimal.ONE.movePointLeft(CENTS))));
        return shown.stream().map(Usd::new).toList();
    }
}
