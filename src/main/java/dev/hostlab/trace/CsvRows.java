package dev.hostlab.trace;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// The rows of a CSV text, one by one; comments and blank lines are told and skipped.
final class CsvRows implements RowSource {

    /// A cell may span lines, so it may be somewhat longer than a line: this many times.
    private static final int LINES_A_CELL = 2;

    private final CsvRowHandler handler;
    private final Iterator<TableRow> rows;
    private final IssueLog log;
    private TableRow row = new TableRow();
    private List<String> columnNames = List.of();
    private long blankLine;
    private long blankLines;
    private boolean seenRow;

    /// @param quotes whether there may be quotes in the text read so far
    CsvRows(Reader text, BooleanSupplier quotes, char delimiter, TraceLimits limits, IssueLog log) {
        this.handler = new CsvRowHandler(quotes, limits.columns());
        this.log = log;
        this.rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.READ)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(LINES_A_CELL * limits.lineChars(), 1 << 16))
                .build(handler, text)
                .iterator();
    }

    @Override
    public boolean advance() throws IOException {
        while (hasNext()) {
            row = rows.next();
            if (row.isComment()) {
                log.add(TraceProblem.COMMENT_SKIPPED, row.line(), "", "A line starting with # is skipped.");
            } else if (row.isBlank()) {
                blankLine = blankLines++ == 0 ? row.line() : blankLine;
            } else {
                tellBlankLines();
                seenRow = true;
                return true;
            }
        }
        return false;
    }

    @Override
    public TableRow row() {
        return row;
    }

    /// From here on, problems name the column in which they are.
    void nameColumns(List<String> names) {
        columnNames = names;
    }

    /// Whether any row has been read.
    boolean hasSeenRow() {
        return seenRow;
    }

    @Override
    public TraceIssue named(TraceStop stop) {
        var issue = stop.issue();
        var quotes = issue.code() == TraceProblem.STRAY_QUOTE || issue.code() == TraceProblem.UNBALANCED_QUOTE;
        if (!quotes || handler.column() >= columnNames.size()) {
            return issue;
        }
        var name = NumberCells.trimmed(columnNames.get(handler.column())).toLowerCase(Locale.ROOT);
        return new TraceIssue(issue.code(), issue.line(), Shown.plain(name), issue.count(), issue.problem());
    }

    private boolean hasNext() throws IOException {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException | CsvParseException refused) {
            throw cause(refused);
        }
    }

    /// What is behind the parser's exception: a stop of our own, a broken disk, or a misplaced quote.
    private IOException cause(RuntimeException refused) {
        for (var cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException stop) {
                return stop;
            }
        }
        return quoteProblem(refused);
    }

    /// The parser knows only two mistakes: a quote that stays open, and text after a closing quote.
    private TraceStop quoteProblem(RuntimeException refused) {
        var words = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        var stop = words.contains("after closing quote")
                ? new TraceStop(TraceProblem.STRAY_QUOTE, handler.line(), "Text follows a closing quote.")
                : new TraceStop(
                        TraceProblem.UNBALANCED_QUOTE,
                        handler.line(),
                        "A quote opens here and never closes, or much too late.");
        stop.initCause(refused);
        return stop;
    }

    /// Blank lines at the end of a file are nobody's mistake: they are told when another row follows.
    private void tellBlankLines() {
        if (blankLines > 0) {
            log.add(new TraceIssue(
                    TraceProblem.BLANK_LINE_SKIPPED, blankLine, "", blankLines, "An empty line is skipped."));
            blankLines = 0;
        }
    }
}
