package dev.hostlab.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// The lines of a log as rows: fields divided by blanks, in quotes or square brackets where they have blanks inside.
final class LogRows implements RowSource {

    /// Turns the fields of a line into the cells of a row.
    interface Fields {

        /// The row's cells; none if the line has too few fields.
        List<String> cells(List<String> fields);
    }

    /// Where problems go, and how a comment starts.
    record Skipped(IssueLog log, String comment) {}

    private final BufferedReader text;
    private final Skipped skipped;
    private final Fields taken;
    private final TableRow row = new TableRow();
    private long line;

    LogRows(Reader text, IssueLog log, Fields taken) {
        this(text, new Skipped(log, "#"), taken);
    }

    LogRows(Reader text, Skipped skipped, Fields taken) {
        this.text = new BufferedReader(text);
        this.skipped = skipped;
        this.taken = taken;
    }

    @Override
    public boolean advance() throws IOException {
        for (var next = text.readLine(); next != null; next = text.readLine()) {
            line++;
            if (next.isBlank() || next.startsWith(skipped.comment())) {
                continue;
            }
            var fields = fields(next);
            var cells = taken.cells(fields);
            if (!cells.isEmpty()) {
                row.begin(line);
                cells.forEach(row::add);
                return true;
            }
            var problem = "The line has " + fields.size() + " fields, which is too few.";
            skipped.log().add(TraceProblem.RAGGED_ROW, line, "", problem);
        }
        return false;
    }

    @Override
    public TableRow row() {
        return row;
    }

    /// The fields of a line. A quote that a backslash precedes is part of its field.
    static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var at = 0;
        while (at < line.length()) {
            var c = line.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else {
                var closing = c == '"' ? '"' : isTime(line, at) ? ']' : ' ';
                var end = end(line, closing == ' ' ? at : at + 1, closing);
                fields.add(TextLines.restore(line.substring(closing == ' ' ? at : at + 1, end)));
                at = end + 1;
            }
        }
        return fields;
    }

    /// In square brackets are times, and IPv6 addresses, which a port follows.
    private static boolean isTime(String line, int at) {
        var end = line.charAt(at) == '[' ? line.indexOf(']', at) : -1;
        return end >= 0 && (end + 1 == line.length() || line.charAt(end + 1) == ' ');
    }

    private static int end(String line, int from, char closing) {
        for (var at = from; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.charAt(at) == closing) {
                return at;
            }
        }
        return line.length();
    }
}
