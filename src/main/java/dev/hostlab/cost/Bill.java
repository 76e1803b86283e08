package dev.hostlab.cost;

import dev.hostlab.units.Usd;
import java.util.List;

/// A bill is its lines. The total is their exact sum.
///
/// @param lines what is charged
public record Bill(List<LineItem> lines) {

    public Bill {
        lines = List.copyOf(lines);
    }

    public Usd total() {
        return lines.stream().map(LineItem::usd).reduce(Usd.ZERO, Usd::plus);
    }

    /// Whether a rate was missing, so that the total is too low.
    public boolean incomplete() {
        return lines.stream().anyMatch(line -> line.rateOrNull() == null);
    }
}
