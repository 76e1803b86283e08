package dev.hostlab.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the first line of a text tells before it is read as CSV.
///
/// @param delimiter between cells
/// @param endedByCr whether CR alone ends lines
record TextHead(char delimiter, boolean endedByCr) {

    /// Characters looked at: 64 Ki.
    static final int CHARS = 1 << 16;

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /// Looks at a text, which stays to be read.
    static TextHead peek(BufferedReader text) throws IOException {
        text.mark(CHARS);
        var chars = new char[CHARS];
        var count = 0;
        for (var read = 0; read >= 0 && count < CHARS; count += Math.max(read, 0)) {
            read = text.read(chars, count, CHARS - count);
        }
        text.reset();
        return of(new String(chars, 0, count));
    }

    static TextHead of(String head) throws TraceStop {
        var start = head.strip();
        if (start.startsWith("<")) {
            throw new TraceStop(TraceProblem.NOT_CSV, "This is HTML or XML, perhaps an error page.");
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            throw new TraceStop(TraceProblem.NOT_CSV, "This is JSON.");
        }
        return new TextHead(delimiter(header(start)), firstLineEndsByCr(head));
    }

    private static String header(String start) {
        return start.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
    }

    private static boolean firstLineEndsByCr(String head) {
        var cr = head.indexOf('\r');
        var lf = head.indexOf('\n');
        return cr >= 0 && (lf < 0 || cr + 1 < lf);
    }

    /// The delimiter that makes the most known columns; with none, the most frequent one.
    private static char delimiter(String header) {
        var best = ',';
        var bestScore = 0L;
        for (var candidate : DELIMITERS) {
            var score = knownColumns(header, candidate) * (1L << 20)
                    + header.chars().filter(c -> c == candidate).count();
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long knownColumns(String header, char delimiter) {
        return Arrays.stream(header.split(Pattern.quote(String.valueOf(delimiter))))
                .map(cell -> cell.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .filter(cell -> TraceColumn.named(cell).isPresent())
                .count();
    }
}
