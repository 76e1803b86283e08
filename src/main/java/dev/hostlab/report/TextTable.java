package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.cost.LineItem;
import dev.hostlab.effort.ChoreHours;
import dev.hostlab.units.Figures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The comparison for a terminal: at most 100 columns, for somebody who was not there.
public final class TextTable implements Reporter {

    private static final int BIGGEST = 3;
    private static final int NAME = 21;
    private static final int EVENTS = 12;

    private final Emphasis emphasis;

    /// Whether the terminal can show weight.
    public enum Emphasis {
        /// Plain text, for files and pipes.
        NONE,
        /// ANSI bold for the verdict and the totals.
        BOLD
    }

    public TextTable(Emphasis emphasis) {
        this.emphasis = emphasis;
    }

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        out.write(text(comparison).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// The table as text, each line ended by `\n`.
    public String text(Comparison comparison) {
        var facts = OptionFacts.of(comparison);
        var lines = new ArrayList<String>();
        heading(comparison, lines);
        lines.addAll(new TextGrid(facts, emphasis).lines());
        lines.addAll(LimitFacts.lines(facts));
        lines.addAll(TrialTable.lines(comparison.trials()));
        lines.add("");
        lines.add("Biggest lines of a month's bill");
        lines.addAll(biggest(facts, this::billLines));
        lines.add("Biggest chores of a month");
        lines.addAll(biggest(facts, this::chores));
        events(comparison, lines);
        lines.add("");
        for (var notice : Headline.notices(comparison)) {
            lines.addAll(hanging("Note: ", notice));
        }
        lines.add("All lines, decisions and assumptions: --report FILE.html to read, --json FILE to compute with.");
        return String.join("\n", lines.stream().map(String::stripTrailing).toList()) + "\n";
    }

    /// The first events; nothing where there were none.
    private static void events(Comparison comparison, List<String> lines) {
        var rows = EventFacts.of(comparison).rows();
        if (rows.isEmpty()) {
            return;
        }
        lines.add("Events of the first replication");
        for (var row : rows.subList(0, Math.min(EVENTS, rows.size()))) {
            lines.addAll(hanging(
                    PlainText.padRight("  " + row.option(), NAME),
                    row.at() + " " + row.what() + ": " + row.took() + ", " + row.outcome() + "; lost " + row.lost()
                            + ", " + row.failed() + " requests not served, " + row.dollars() + ", " + row.time()
                            + " of people" + (row.evaluated().isEmpty() ? "" : "; " + row.evaluated())));
        }
        if (rows.size() > EVENTS) {
            lines.add("  and " + Figures.count(rows.size() - EVENTS) + " more in the reports");
        }
    }

    private void heading(Comparison comparison, List<String> lines) {
        lines.addAll(PlainText.wrap(comparison.workload().name() + ": " + Headline.load(comparison), TextGrid.WIDTH));
        lines.addAll(PlainText.wrap(
                Headline.prices(comparison) + " · preset " + comparison.preset() + " · seed " + comparison.seed()
                        + " · " + Headline.replications(comparison),
                TextGrid.WIDTH));
        lines.add("");
        PlainText.wrap(comparison.verdict().text(), TextGrid.WIDTH).forEach(line -> lines.add(strong(line)));
        lines.add("");
    }

    private String strong(String line) {
        return emphasis == Emphasis.BOLD ? TextGrid.bold(line) : line;
    }

    private static List<String> biggest(List<OptionFacts> facts, Function<OptionFacts, List<String>> items) {
        var lines = new ArrayList<String>();
        var name = facts.stream()
                .mapToInt(fact -> fact.option().label().length() + 4)
                .reduce(NAME, Math::max);
        for (var fact : facts) {
            var found = items.apply(fact);
            var text = found.isEmpty() ? Figures.NONE : String.join(" · ", found);
            lines.addAll(hanging(PlainText.padRight("  " + fact.option().label(), name), text));
        }
        return lines;
    }

    private List<String> billLines(OptionFacts facts) {
        return facts.outcome().cost().monthly().lines().stream()
                .filter(line -> line.usd().amount().signum() > 0)
                .sorted(Comparator.comparing(LineItem::usd).reversed())
                .limit(BIGGEST)
                .map(line -> line.item() + " " + Figures.usd(line.usd().toDouble()))
                .toList();
    }

    private List<String> chores(OptionFacts facts) {
        return facts.outcome().effort().chores().stream()
                .filter(chore -> chore.hours() > 0)
                .sorted(Comparator.comparingDouble(ChoreHours::hours).reversed())
                .limit(BIGGEST)
                .map(chore -> chore.chore() + " " + Figures.hours(chore.hours()))
                .toList();
    }

    /// Text after a first word, its further lines indented to stand below the first.
    private static List<String> hanging(String first, String text) {
        var indent = PlainText.width(first);
        var wrapped = PlainText.wrap(text, TextGrid.WIDTH - indent);
        var lines = new ArrayList<String>();
        for (var line : wrapped) {
            lines.add((lines.isEmpty() ? first : " ".repeat(indent)) + line);
        }
        return lines;
    }
}
