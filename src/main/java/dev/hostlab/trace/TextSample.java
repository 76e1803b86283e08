package dev.hostlab.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The beginning of a text, from which its format is told before it is read.
final class TextSample {

    /// Characters looked at: 64 Ki.
    static final int CHARS = 1 << 16;

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int MOST_LINES = 40;
    private static final String SEPARATOR_LINE = "sep=";

    private final String text;
    private final List<String> lines;
    private final boolean whole;

    private TextSample(String text, boolean whole) {
        this.text = text;
        this.whole = whole;
        this.lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(MOST_LINES)
                .toList();
    }

    /// Looks at a text, which stays to be read.
    static TextSample peek(BufferedReader text) throws IOException {
        text.mark(CHARS);
        var chars = new char[CHARS];
        var count = 0;
        for (var read = 0; read >= 0 && count < CHARS; count += Math.max(read, 0)) {
            read = text.read(chars, count, CHARS - count);
        }
        text.reset();
        return new TextSample(new String(chars, 0, count), count < CHARS);
    }

    static TextSample of(String text) {
        return new TextSample(text, true);
    }

    /// A line that may be the header, its cells without outer blanks, and what divides them.
    record Header(int line, char delimiter, List<String> cells) {}

    String text() {
        return text;
    }

    /// Whether this is the whole text.
    boolean isWhole() {
        return whole;
    }

    /// The first lines that are neither blank nor comments.
    List<String> lines() {
        return lines;
    }

    String firstLine() {
        return lines.isEmpty() ? "" : lines.getFirst();
    }

    /// The first character that is not blank, or 0.
    char firstChar() {
        var start = text.stripLeading();
        return start.isEmpty() ? 0 : start.charAt(0);
    }

    boolean startsAsJson() {
        return firstChar() == '{' || firstChar() == '[';
    }

    /// Whether CR alone ends lines.
    boolean endedByCr() {
        var cr = text.indexOf('\r');
        var lf = text.indexOf('\n');
        return cr >= 0 && (lf < 0 || cr + 1 < lf);
    }

    void refuseMarkup() throws TraceStop {
        if (firstChar() == '<') {
            throw new TraceStop(TraceProblem.NOT_CSV, "This is HTML or XML, perhaps an error page.");
        }
    }

    /// The first line if it has columns of all these names, case ignored.
    Optional<Header> header(String... names) {
        return header(separatorLines() + 1, names);
    }

    /// The first of some lines that has columns of all these names, case ignored.
    ///
    /// @param within how many lines to look at
    Optional<Header> header(int within, String... names) {
        var wanted = Arrays.stream(names).map(TextSample::plain).collect(Collectors.toSet());
        for (var line = 0; line < Math.min(within, lines.size()); line++) {
            for (var delimiter : DELIMITERS) {
                var cells = cells(lines.get(line), delimiter);
                var plain = cells.stream().map(TextSample::plain).collect(Collectors.toSet());
                if (plain.containsAll(wanted)) {
                    return Optional.of(new Header(line, delimiter, cells));
                }
            }
        }
        return Optional.empty();
    }

    /// The first line with the delimiter that makes the most known columns; with none, the most frequent one.
    Header likelyHeader() {
        var line = lines.size() > separatorLines() ? lines.get(separatorLines()) : "";
        var best = separatorLines() > 0 ? firstLine().charAt(SEPARATOR_LINE.length()) : ',';
        var bestScore = separatorLines() > 0 ? Long.MAX_VALUE : 0L;
        for (var candidate : DELIMITERS) {
            var known = cells(line, candidate).stream()
                    .filter(cell -> RoleNames.role(cell).isPresent())
                    .count();
            var score = known * CHARS + line.chars().filter(c -> c == candidate).count();
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return new Header(separatorLines(), best, cells(line, best));
    }

    /// Spreadsheets may be told the delimiter in a line of its own, such as `sep=;`.
    int separatorLines() {
        var first = firstLine().toLowerCase(Locale.ROOT);
        return first.startsWith(SEPARATOR_LINE) && first.length() == SEPARATOR_LINE.length() + 1 ? 1 : 0;
    }

    /// The cells of a line, without quotes and outer blanks.
    static List<String> cells(String line, char delimiter) {
        try {
            var record = CsvReader.builder().fieldSeparator(delimiter).ofSingleCsvRecord(line);
            return record.getFields().stream().map(String::strip).toList();
        } catch (CsvParseException | java.util.NoSuchElementException noCsv) {
            return new ArrayList<>(List.of(line));
        }
    }

    /// Whether a set of names has all of these, case ignored.
    static boolean hasAll(List<String> cells, Set<String> names) {
        return cells.stream().map(TextSample::plain).collect(Collectors.toSet()).containsAll(names);
    }

    /// A name as it is compared: without outer blanks, in lower case.
    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
