package dev.hostlab.report;

import dev.hostlab.comparison.QueueReport;
import dev.hostlab.comparison.Sampled;
import dev.hostlab.theory.Figure;
import dev.hostlab.theory.QueueModel;
import dev.hostlab.units.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A queue's report as a table for people: simulated, half-width, exact, and how far apart they are.
public final class QueueTable {

    static final String UNSTABLE =
            "Unstable: as much work arrives as the servers can do, or more, and nothing limits the"
                    + " line, so it grows for as long as this goes on and has no mean. Add servers, or give --K or --patience.";

    /// What is smaller is written with a power of ten.
    private static final double SMALL = 1e-5;

    private static final int NAME = 12;
    private static final int WORDS = 28;
    private static final int COLUMN = 15;
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);

    /// The whole table.
    public String text(QueueReport report) {
        var lines = new ArrayList<String>();
        report.study().model().offeredLoad().ifPresent(load -> lines.add(load(load, report)));
        if (report.isUnstable()) {
            lines.addAll(PlainText.wrap(UNSTABLE, 100));
            return String.join("\n", lines) + "\n";
        }
        if (!report.rows().isEmpty()) {
            rows(report, lines);
            lines.add("");
        }
        lines.add(row(
                "",
                report.rows().isEmpty() ? "" : "over the whole schedule",
                "simulated",
                "95 % ±",
                "exact",
                "off by"));
        for (var figure : Figure.values()) {
            report.figure(figure).ifPresent(sampled -> lines.add(figure(figure, sampled, report)));
        }
        lines.add("");
        lines.addAll(foot(report));
        return String.join("\n", lines) + "\n";
    }

    private static String load(double load, QueueReport report) {
        var servers = report.study().model().servers().count();
        var of = servers == QueueModel.UNLIMITED ? "" : " on " + servers + (servers == 1 ? " server" : " servers");
        return "Offered load " + digits(load) + of;
    }

    private static String figure(Figure figure, Sampled sampled, QueueReport report) {
        var exact = report.theory().value(figure);
        return row(
                figure.id(),
                figure.words() + (figure.unit() == Figure.Unit.SECONDS ? ", s" : ""),
                digits(sampled.mean()),
                sampled.replications() == 1 ? "single run" : width(sampled.halfWidth95()),
                exact.map(QueueTable::digits).orElse("–"),
                exact.map(value -> off(sampled, value)).orElse(""));
    }

    /// How far the mean is from the exact answer, in half-widths.
    private static String off(Sampled sampled, double exact) {
        var gap = Math.abs(sampled.mean() - exact);
        if (sampled.halfWidth95() == 0) {
            return gap <= 1e-9 * Math.abs(exact) ? "exact" : String.format(Locale.ROOT, "%.2g", gap);
        }
        return String.format(Locale.ROOT, "%.2f ×±", gap / sampled.halfWidth95());
    }

    private static void rows(QueueReport report, List<String> lines) {
        lines.add(String.format(
                Locale.ROOT,
                "%10s %10s %6s %20s %16s %16s %16s %18s",
                "end, s",
                "arrivals/s",
                "c",
                "inside at end",
                "mean inside",
                "mean waiting",
                "mean busy",
                "completed"));
        for (var row : report.rows()) {
            var given = row.row();
            lines.add(String.format(
                    Locale.ROOT,
                    "%10s %10s %6s %20s %16s %16s %16s %18s",
                    digits(given.endSeconds()),
                    digits(given.perSecond()),
                    given.servers() == QueueModel.UNLIMITED ? "inf" : given.servers(),
                    both(row.insideAtEnd()),
                    both(row.meanInside()),
                    both(row.meanWaiting()),
                    both(row.meanBusy()),
                    both(row.completed())));
        }
    }

    private static List<String> foot(QueueReport report) {
        var lines = new ArrayList<String>();
        var plan = report.study().plan();
        var speed = report.speed();
        var isScheduled = !report.rows().isEmpty();
        var many = report.replications() + " replications, intervals by Student's t";
        var one = isScheduled ? "one run, so no intervals" : "one run, intervals from batch means";
        var counted = Figures.count(speed.requests()) + " requests in " + (report.replications() == 1 ? one : many)
                + (isScheduled ? "" : "; " + Figures.count(plan.warmUp()) + " of warm-up left out of each");
        lines.add(counted + ".");
        lines.add(
                report.theory().isEmpty()
                        ? "Theory has no exact answer for this queue."
                        : "Exact by " + report.theory().source() + ".");
        if (speed.requestsPerSecond() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Seed %d; %.1f million requests a second of one core.",
                    plan.seed(),
                    speed.requestsPerSecond() / 1e6));
        }
        return lines;
    }

    private static String both(Sampled sampled) {
        var figure = round(sampled.mean(), 5);
        return sampled.halfWidth95() == 0 ? figure : figure + " ±" + width(sampled.halfWidth95());
    }

    private static String row(String name, String words, String simulated, String width, String exact, String off) {
        var line = PlainText.padRight(name, NAME)
                + PlainText.padRight(words, WORDS)
                + PlainText.padLeft(simulated, COLUMN)
                + PlainText.padLeft(width, COLUMN)
                + PlainText.padLeft(exact, COLUMN)
                + PlainText.padLeft(off, COLUMN);
        return line.stripTrailing();
    }

    private static String digits(double value) {
        return round(value, DIGITS.getPrecision());
    }

    private static String width(double value) {
        return round(value, 2);
    }

    private static String round(double value, int precision) {
        var rounded = BigDecimal.valueOf(value).round(new MathContext(precision, RoundingMode.HALF_UP));
        if (rounded.signum() != 0 && Math.abs(value) < SMALL) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
