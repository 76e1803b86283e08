package dev.hostlab.report;

import dev.hostlab.study.Evidence;
import dev.hostlab.study.Finding;
import dev.hostlab.study.Payback;
import dev.hostlab.study.StudyResult;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// A study as text: the claims with their rulings and the figures that decide them, then why, then the payback.
public final class StudyTable {

    private static final int WIDTH = 100;
    private static final int CLAIM = 36;
    private static final int RULING = 15;

    private StudyTable() {}

    /// The study, each line ended by `\n`.
    public static String text(StudyResult study) {
        var lines = new ArrayList<String>();
        lines.add(study.title());
        lines.addAll(PlainText.wrap(
                study.comparison().workload().name() + ": " + Headline.load(study.comparison()) + " · "
                        + Headline.prices(study.comparison()) + " · " + Headline.replications(study.comparison()),
                WIDTH));
        lines.add("");
        cells(lines, "Claim", "Verdict", "The figure that decides it");
        cells(lines, "─".repeat(CLAIM - 2), "─".repeat(RULING - 2), "─".repeat(WIDTH - CLAIM - RULING));
        for (var finding : study.findings()) {
            cells(
                    lines,
                    finding.claim().statement(),
                    finding.ruling().words(),
                    finding.deciding().shown() + ": " + finding.deciding().what());
        }
        lines.add("");
        study.findings().forEach(finding -> why(finding, lines));
        lines.add("When leaving has paid for itself");
        study.paybacks().forEach(payback -> lines.addAll(hanging("  ", words(payback))));
        lines.add("");
        study.notices().forEach(notice -> lines.addAll(hanging("Note: ", notice)));
        return String.join("\n", lines.stream().map(String::stripTrailing).toList()) + "\n";
    }

    private static void why(Finding finding, List<String> lines) {
        lines.add(finding.claim().title() + ": " + finding.ruling().words());
        lines.addAll(hanging("  ", finding.words()));
        Stream.concat(Stream.of(finding.deciding()), finding.more().stream())
                .forEach(figure -> lines.addAll(hanging("  - ", words(figure))));
        finding.dated()
                .ifPresent(dated -> lines.addAll(
                        hanging("  - ", dated.since() + ": " + dated.change() + " (" + dated.source() + ")")));
        lines.add("");
    }

    private static String words(Evidence figure) {
        return figure.what() + ": " + figure.shown() + " (" + figure.from() + ")";
    }

    /// One payback in a sentence.
    public static String words(Payback payback) {
        var bill = Figures.signedUsd(payback.billUsd(), 0);
        return "Chores of " + payback.chores() + ": " + Figures.hours(payback.hours()) + " once at "
                + Figures.usd(payback.hourlyRateUsd()) + " an hour against "
                + Shown.signedUsd(payback.savedUsd()).compact() + " a month (bill " + bill + ", "
                + String.format(Locale.ROOT, "%.1f h", payback.hoursSaved()) + " of work): " + months(payback.months())
                + ", between " + months(payback.leastMonths()) + " and " + months(payback.mostMonths())
                + " if the hours of the move are off by "
                + Figures.share(payback.spread()) + ".";
    }

    private static String months(OptionalDouble months) {
        return months.isPresent() ? String.format(Locale.ROOT, "%.1f months", months.getAsDouble()) : "never";
    }

    private static void cells(List<String> lines, String claim, String ruling, String figure) {
        var claims = PlainText.wrap(claim, CLAIM - 2);
        var rulings = PlainText.wrap(ruling, RULING - 2);
        var figures = PlainText.wrap(figure, WIDTH - CLAIM - RULING);
        for (var i = 0; i < Math.max(claims.size(), Math.max(rulings.size(), figures.size())); i++) {
            lines.add(PlainText.padRight(at(claims, i), CLAIM)
                    + PlainText.padRight(at(rulings, i), RULING)
                    + at(figures, i));
        }
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static List<String> hanging(String first, String text) {
        var indent = PlainText.width(first);
        var lines = new ArrayList<String>();
        for (var line : PlainText.wrap(text, WIDTH - indent)) {
            lines.add((lines.isEmpty() ? first : " ".repeat(indent)) + line);
        }
        return lines;
    }
}
