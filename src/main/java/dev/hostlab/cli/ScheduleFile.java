package dev.hostlab.cli;

import dev.hostlab.theory.QueueModel;
import dev.hostlab.theory.QueueModel.Load.Row;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a schedule for a queue: CSV of `end_seconds,lambda,c`, one row a line, in order of time.
final class ScheduleFile {

    private static final String HEADER = "end_seconds,lambda,c";

    private final Path file;
    private final List<Issue> issues;
    private final List<Row> rows = new ArrayList<>();
    private double before;

    private ScheduleFile(Path file, List<Issue> issues) {
        this.file = file;
        this.issues = issues;
    }

    /// The rows; one at least, even where issues were found.
    static List<Row> read(Path file, List<Issue> issues) throws IOException {
        var reading = new ScheduleFile(file, issues);
        var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R", -1);
        for (var number = 1; number <= lines.length; number++) {
            var line = lines[number - 1].strip();
            if (!line.isEmpty() && !(number == 1 && isHeader(line))) {
                reading.row(line, number);
            }
        }
        if (reading.rows.isEmpty()) {
            issues.add(new Issue(file.toString(), "There is no row in it.", "Give rows of " + HEADER + "."));
            return List.of(new Row(1, 1, 1));
        }
        return reading.rows;
    }

    private static boolean isHeader(String line) {
        return line.replace(" ", "")
                .replace("\uFEFF", "")
                .toLowerCase(Locale.ROOT)
                .equals(HEADER);
    }

    private void row(String line, int number) {
        var fields = line.split(",", -1);
        var place = file + ", line " + number;
        if (fields.length != 3) {
            issues.add(new Issue(place, fields.length + " columns instead of 3.", "Give " + HEADER + "."));
            return;
        }
        try {
            var end = Double.parseDouble(fields[0].strip());
            var rate = Double.parseDouble(fields[1].strip());
            var servers = fields[2].strip().equals("inf") ? QueueModel.UNLIMITED : Integer.parseInt(fields[2].strip());
            if (!(end > before) || !Double.isFinite(end)) {
                issues.add(
                        new Issue(place, "It does not end later than the row before.", "Put rows in order of time."));
            } else if (!(rate >= 0) || !Double.isFinite(rate) || servers < 0) {
                issues.add(new Issue(place, "A rate or a number of servers is negative.", "Give 0 or more."));
            } else {
                before = end;
                rows.add(new Row(end, rate, servers));
            }
        } catch (NumberFormatException notNumbers) {
            issues.add(new Issue(place, "'" + line + "' are not three numbers.", "Write them like 60,2.5,4."));
        }
    }
}
