package dev.hostlab.cli;

import dev.hostlab.trace.TableSample;
import dev.hostlab.trace.TraceIssue;
import dev.hostlab.trace.TraceProblem;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.units.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a person wants to see after an import: the first rows as they were read, figures, what was inferred.
record ImportPreview(TraceReading reading) {

    private static final int ROWS = 5;
    private static final int COLUMNS = 8;
    private static final int CELL = 28;
    private static final String BARS = " ▁▂▃▄▅▆▇█";

    String text() {
        var lines = new ArrayList<String>();
        var format = reading instanceof TraceReading.Accepted accepted
                ? accepted.summary().format().label()
                : reading.sample().map(sample -> sample.format().label()).orElse("");
        if (reading instanceof TraceReading.Accepted || reading.sample().isPresent()) {
            lines.add(reading.name() + ": " + format);
        }
        reading.sample().ifPresent(sample -> addRows(sample, lines));
        if (reading instanceof TraceReading.Accepted accepted) {
            addFigures(accepted, lines);
        }
        addList("Inferred", reading.inferred().stream().map(Object::toString).toList(), lines);
        if (reading instanceof TraceReading.Accepted accepted) {
            addList("Notes", accepted.notes(), lines);
        }
        addList(
                "Warnings",
                reading.warnings().stream().map(ImportPreview::words).toList(),
                lines);
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private static void addRows(TableSample sample, List<String> lines) {
        var grid = new ArrayList<List<String>>();
        grid.add(first(sample.columns(), "line"));
        grid.add(first(sample.roles(), ""));
        sample.rows().stream().limit(ROWS).forEach(row -> grid.add(first(row.cells(), Long.toString(row.line()))));
        lines.add("");
        for (var row : grid) {
            var line = new StringBuilder(" ");
            for (var column = 0; column < row.size(); column++) {
                var wanted = column;
                var width = grid.stream()
                        .filter(other -> other.size() > wanted)
                        .mapToInt(other -> other.get(wanted).length())
                        .max()
                        .orElse(0);
                line.append(' ')
                        .append(row.get(column))
                        .repeat(" ", width - row.get(column).length() + 1);
            }
            lines.add(line.toString());
        }
    }

    private static List<String> first(List<String> cells, String before) {
        var row = new ArrayList<String>();
        row.add(before);
        cells.stream().limit(COLUMNS).map(ImportPreview::plain).forEach(row::add);
        if (cells.size() > COLUMNS) {
            row.add("…");
        }
        return row;
    }

    /// A cell on one line, without characters that a terminal obeys.
    private static String plain(String cell) {
        var shown = cell.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "�");
        return shown.length() > CELL ? shown.substring(0, CELL - 1) + "…" : shown;
    }

    private static void addFigures(TraceReading.Accepted accepted, List<String> lines) {
        var summary = accepted.summary();
        var figures = accepted.figures();
        lines.add("");
        lines.add("  rows       " + Figures.count(summary.rows())
                + (summary.binSeconds() > 0
                        ? ", one for " + Figures.number(summary.binSeconds()) + " s"
                        : ", one a request"));
        lines.add("  period     " + summary.from() + " to " + summary.to() + " ("
                + Figures.span(Duration.between(summary.from(), summary.to())) + ")");
        lines.add("  requests   " + Figures.count(Math.round(summary.totals().requests())) + ", "
                + Figures.number(figures.meanPerMinute()) + " a minute, at most "
                + Figures.number(figures.peakPerMinute()));
        if (accepted.workload().arrivals().hasTokens()) {
            lines.add(
                    "  tokens     " + Figures.count(Math.round(summary.totals().inputTokens())) + " in, "
                            + Figures.count(Math.round(summary.totals().outputTokens())) + " out");
        }
        lines.add("  gaps       " + Figures.count(summary.gaps()) + ", duplicates dropped "
                + Figures.count(duplicates(accepted)));
        lines.add("  load       " + sparkline(figures.picture()));
        figures.words().forEach(words -> lines.add("             " + words));
    }

    private static long duplicates(TraceReading reading) {
        return reading.warnings().stream()
                .filter(issue -> issue.code() == TraceProblem.DUPLICATE_DROPPED)
                .mapToLong(TraceIssue::count)
                .sum();
    }

    private static String sparkline(List<Double> heights) {
        return heights.stream()
                .map(height -> String.valueOf(BARS.charAt((int) Math.ceil(height * (BARS.length() - 1)))))
                .collect(Collectors.joining());
    }

    private static void addList(String title, List<String> items, List<String> lines) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add(title + ":");
            items.forEach(item -> lines.add("  " + item));
        }
    }

    private static String words(TraceIssue issue) {
        var place =
                issue.line() == 0 ? "" : "line " + issue.line() + (issue.field().isEmpty() ? "" : ", ");
        var field = issue.field().isEmpty() ? "" : "column " + issue.field();
        var where = place + field;
        return String.format(
                Locale.ROOT, "%s%s: %s", issue.code(), where.isEmpty() ? "" : " (" + where + ")", issue.message());
    }
}
