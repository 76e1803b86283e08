package dev.hostlab.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// The text of an open file with all that a format's reader needs.
final class TextInput implements AutoCloseable {

    private final BufferedReader text;
    private final TextSample sample;
    private final ReadOptions options;
    private final IssueLog log;
    private Optional<TextLines> lines = Optional.empty();
    private Optional<CsvRows> csv = Optional.empty();
    private Optional<ReadAhead> ahead = Optional.empty();

    TextInput(BufferedReader text, TextSample sample, ReadOptions options, IssueLog log) {
        this.text = text;
        this.sample = sample;
        this.options = options;
        this.log = log;
    }

    TextSample sample() {
        return sample;
    }

    ReadOptions options() {
        return options;
    }

    IssueLog log() {
        return log;
    }

    /// The text as lines that are not too long; a long text is read ahead.
    Reader lines() {
        return ahead(guarded(options.limits().lineChars()));
    }

    private Reader ahead(TextLines guarded) {
        if (sample.isWhole()) {
            return guarded;
        }
        var reader = new ReadAhead(guarded);
        ahead = Optional.of(reader);
        return reader;
    }

    /// Lets go of the text, which stays open.
    @Override
    public void close() {
        ahead.ifPresent(ReadAhead::close);
    }

    /// The text with lines of any length.
    Reader document() {
        return guarded(Integer.MAX_VALUE);
    }

    /// The rows of a CSV text, from its first line on; a line that only names the delimiter is skipped.
    CsvRows csv(char delimiter) throws IOException {
        var rows = csv(delimiter, options.limits());
        csv = Optional.of(rows);
        for (var skipped = 0; skipped < sample.separatorLines(); skipped++) {
            rows.advance();
        }
        return rows;
    }

    /// All rows of a CSV text with other limits than usual.
    CsvRows csv(char delimiter, TraceLimits limits) {
        var guarded = guarded(options.limits().lineChars());
        return new CsvRows(ahead(guarded), guarded::mayHaveQuotes, delimiter, limits, log);
    }

    /// The delimiter that the user named, or this one; another than a comma is told.
    char delimiter(char found) {
        var delimiter = options.choices().delimiter().orElse(found);
        if (delimiter != ',' && options.choices().delimiter().isEmpty()) {
            var words = Delimiters.words(delimiter);
            log.add(TraceProblem.DELIMITER_INFERRED, 0, "", "Cells are divided by " + words + ", not by a comma.");
            log.infer("delimiter", words, Choice.DELIMITER);
        }
        return delimiter;
    }

    /// What stopped the reading, with its column where that is known.
    TraceIssue named(TraceStop stop) {
        return csv.map(rows -> rows.named(stop)).orElseGet(stop::issue);
    }

    /// The line of the first character beyond ASCII, 0 if there was none.
    long firstNonAsciiLine() {
        return lines.map(TextLines::firstNonAsciiLine).orElse(0L);
    }

    private TextLines guarded(int lineChars) {
        var guarded = new TextLines(text, sample.endedByCr(), lineChars);
        lines = Optional.of(guarded);
        return guarded;
    }
}
