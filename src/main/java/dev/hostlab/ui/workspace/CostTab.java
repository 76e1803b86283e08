package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.cost.LineItem;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.Tables;
import dev.hostlab.units.Figures;
import dev.hostlab.units.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// A month's bill of each option: a bar whose segments say what they are, and the lines behind it.
final class CostTab extends VBox {

    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_UP);

    /// A line with its amount as it is shown, so that the lines add up to the total.
    private record Line(LineItem item, Usd shown) {}

    CostTab(Comparison comparison, Look look) {
        getStyleClass().add("tab-page");
        var highest = comparison.outcomes().stream()
                .mapToDouble(outcome -> outcome.monthlyBill().mean())
                .max()
                .orElse(0);
        comparison.outcomes().forEach(outcome -> getChildren().add(panel(outcome, highest, look)));
    }

    private static VBox panel(Outcome outcome, double highest, Look look) {
        var cost = outcome.cost();
        var title = OptionHeading.of(
                outcome.option(), Figures.usd(outcome.monthlyBill().mean()) + " a month");
        var unused = Labels.wrapped(
                "Of this, " + Figures.usd(cost.idle().toDouble()) + " was idle, "
                        + Figures.usd(cost.stranded().toDouble())
                        + " stranded where no further task fitted, "
                        + Figures.usd(cost.draining().toDouble())
                        + " draining.",
                "muted");
        var lines = lines(outcome);
        var bar = Shades.bar(
                outcome.option(),
                look,
                lines.stream()
                        .sorted(Comparator.comparing((Line line) -> line.shown().amount())
                                .reversed())
                        .map(line -> new Shades.Part(
                                line.item().item() + "\n" + cents(line.shown()) + " a month",
                                line.shown().toDouble()))
                        .toList(),
                highest);
        var panel = new VBox(8, title, bar, unused, table(lines));
        panel.getStyleClass().add("panel");
        return panel;
    }

    private static List<Line> lines(Outcome outcome) {
        var bill = outcome.cost().monthly();
        var shown = bill.shownInCents();
        return IntStream.range(0, shown.size())
                .mapToObj(i -> new Line(bill.lines().get(i), shown.get(i)))
                .toList();
    }

    private static TableView<Line> table(List<Line> lines) {
        var table = Tables.of(lines, "Nothing is charged.");
        table.getColumns().add(Tables.words("Item", 240, line -> line.item().item()));
        table.getColumns()
                .add(Tables.figure("Quantity", 78, line -> quantity(line.item().quantity())));
        table.getColumns().add(Tables.words("Unit", 126, line -> line.item().unit()));
        table.getColumns().add(Tables.figure("Rate", 76, CostTab::rate));
        table.getColumns().add(Tables.figure("Amount", 78, CostTab::amount));
        table.getColumns().add(Tables.spare("Source", 240, line -> line.item().source()));
        return Tables.full(table);
    }

    private static Tables.Figure quantity(BigDecimal quantity) {
        var text = quantity.abs().compareTo(BigDecimal.ONE) < 0
                ? quantity.round(new MathContext(3, RoundingMode.HALF_UP))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.format(Locale.ROOT, "%,.2f", quantity);
        return new Tables.Figure(quantity.doubleValue(), text);
    }

    private static Tables.Figure rate(Line line) {
        return line.item()
                .rate()
                .map(rate -> new Tables.Figure(
                        rate.doubleValue(),
                        "$" + rate.round(SIX).stripTrailingZeros().toPlainString()))
                .orElse(new Tables.Figure(-1, Figures.NONE));
    }

    private static Tables.Figure amount(Line line) {
        var text = line.item().rate().isPresent() ? cents(line.shown()) : "price missing";
        return new Tables.Figure(line.shown().toDouble(), text);
    }

    private static String cents(Usd usd) {
        return String.format(Locale.ROOT, "$%,.2f", usd.amount()).replace("$-", "−$");
    }
}
