package dev.hostlab.files;

import dev.hostlab.scaling.replay.MetricSeries;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A metric to replay: CSV with a header, one row a point, in order; a period without data has no row.
public final class SeriesFile {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][+-]?[0-9]{1,3})?");
    private static final int MINUTE = 60;
    private static final int LATEST_SECONDS = 100_000_000;
    private static final int MOST_ISSUES = 50;

    /// What the second column holds.
    public enum Column {
        /// A metric that cannot be below 0.
        METRIC("value"),
        /// A metric of any sign.
        SIGNED("value"),
        /// A count of instances.
        NEEDED("needed");

        private final String header;

        Column(String header) {
            this.header = header;
        }
    }

    private final String name;
    private final Column column;
    private final List<MetricSeries.Point> points = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private int unit = MINUTE;
    private long before = -1;
    private int untold;

    private SeriesFile(String name, Column column) {
        this.name = name;
        this.column = column;
    }

    public static SeriesReading read(Path file, Column column) throws IOException {
        return parse(Files.readAllBytes(file), file.toString(), column);
    }

    /// Reads a series from its bytes, with everything that is wrong with it.
    ///
    /// @param name of the file, for problems
    public static SeriesReading parse(byte[] bytes, String name, Column column) {
        var series = new SeriesFile(name, column);
        series.read(bytes);
        if (series.untold > 0) {
            series.issues.add(new Issue(name, series.untold + " more problems are not listed.", "Mend these first."));
        }
        return new SeriesReading(series.unit, series.points, series.issues);
    }

    private void read(byte[] bytes) {
        var lines = text(bytes).split("\\r\\n|\\n|\\r", -1);
        var header = -1;
        for (var index = 0; index < lines.length; index++) {
            if (lines[index].isBlank()) {
                continue;
            }
            if (header >= 0) {
                row(index + 1, lines[index]);
            } else if (!header(index + 1, lines[index])) {
                return;
            } else {
                header = index;
            }
        }
        if (header < 0) {
            issues.add(new Issue(name, "The file is empty.", "Write the header " + headers() + " and rows."));
        } else if (points.isEmpty() && issues.isEmpty()) {
            issues.add(new Issue(name, "There is no row after the header.", "Add one row for each point."));
        }
    }

    private String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            issues.add(new Issue(name, "The file is not UTF-8 text.", "Save it as UTF-8."));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private String headers() {
        return column == Column.NEEDED ? "minute,needed or second,needed" : "minute,value or second,value";
    }

    private boolean header(int line, String text) {
        var cells = text.split(",", -1);
        var first = cells[0].strip();
        var second = cells.length == 2 ? cells[1].strip() : "";
        var fine = (second.equals(column.header) || second.equals(Column.METRIC.header))
                && (first.equals("minute") || first.equals("second"));
        unit = first.equals("second") ? 1 : MINUTE;
        if (!fine) {
            issue(line, "header", "'" + text.strip() + "' is not the header.", "Begin with " + headers() + ".");
        }
        return fine;
    }

    private void row(int line, String text) {
        var cells = text.split(",", -1);
        if (cells.length != 2) {
            issue(line, "row", "There are " + cells.length + " cells and should be 2.", "Give time and value.");
            return;
        }
        var at = time(line, cells[0].strip());
        var value = value(line, cells[1].strip());
        if (at >= 0 && !Double.isNaN(value)) {
            points.add(new MetricSeries.Point(at, value));
        }
    }

    /// Seconds, or -1 after telling what is wrong.
    private long time(int line, String cell) {
        var field = unit == 1 ? "second" : "minute";
        if (!WHOLE.matcher(cell).matches()) {
            issue(line, field, "'" + cell + "' is not a whole number of 0 or more.", "Count from 0 or 1.");
            return -1;
        }
        var at = Long.parseLong(cell) * unit;
        if (at > LATEST_SECONDS) {
            issue(line, field, cell + " is more than three years.", "Count from the start of the series.");
            return -1;
        }
        if (at <= before) {
            var what = at == before ? " comes twice." : " comes after " + before / unit + ".";
            issue(line, field, cell + what, "Put the rows in order of time, one for each point.");
            return -1;
        }
        before = at;
        return at;
    }

    /// The value, or NaN after telling what is wrong.
    private double value(int line, String cell) {
        var field = column.header;
        if (cell.isEmpty()) {
            return refuse(line, "The cell is empty.", "Leave out the row where there is no data.");
        }
        if (!NUMBER.matcher(cell).matches()) {
            return refuse(line, "'" + cell + "' is not a number.", "Write digits with a decimal point.");
        }
        var value = Double.parseDouble(cell) + 0.0;
        if (Double.isInfinite(value)) {
            return refuse(line, cell + " is too large.", "Check the unit.");
        }
        if (value < 0 && column != Column.SIGNED) {
            return refuse(line, cell + " is below 0.", "A " + field + " is 0 or more.");
        }
        if (column == Column.NEEDED && (value != Math.rint(value) || value > 1_000_000)) {
            return refuse(line, cell + " is not a count of instances.", "Give a whole number up to 1000000.");
        }
        return value;
    }

    private double refuse(int line, String problem, String advice) {
        issue(line, column.header, problem, advice);
        return Double.NaN;
    }

    private void issue(int line, String field, String problem, String advice) {
        if (issues.size() < MOST_ISSUES) {
            issues.add(new Issue(name + ": line " + line + ": " + field, problem, advice));
        } else {
            untold++;
        }
    }
}
