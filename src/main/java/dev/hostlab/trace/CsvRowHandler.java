package dev.hostlab.trace;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;

/// Takes rows from the CSV parser and refuses what a strict parser should.
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<TableRow> {

    private final BooleanSupplier quotes;
    private final int mostColumns;
    private final TableRow row = new TableRow();

    /// @param quotes whether there may be quotes in the text read so far
    CsvRowHandler(BooleanSupplier quotes, int mostColumns) {
        this.quotes = quotes;
        this.mostColumns = mostColumns;
    }

    /// The line on which the row that is being read starts.
    long line() {
        return getStartingLineNumber();
    }

    /// The index of the cell that is being read.
    int column() {
        return row.width();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        row.begin(startingLineNumber);
    }

    @Override
    protected void handleField(int column, char[] chars, int from, int length, boolean quoted) {
        if (column >= mostColumns) {
            throw stop(TraceProblem.TOO_MANY_COLUMNS, "There are more than " + mostColumns + " columns.");
        }
        if (!quoted && quotes.getAsBoolean() && hasQuote(chars, from, length)) {
            throw stop(TraceProblem.STRAY_QUOTE, "A quote stands inside a cell that has no quotes around it.");
        }
        row.add(chars, from, length);
    }

    private static boolean hasQuote(char[] chars, int from, int length) {
        for (var i = from; i < from + length; i++) {
            if (chars[i] == '"') {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void handleComment(char[] chars, int from, int length) {
        row.markComment();
    }

    @Override
    protected TableRow buildRecord() {
        return row;
    }

    private UncheckedIOException stop(TraceProblem code, String problem) {
        return new UncheckedIOException(new TraceStop(code, getStartingLineNumber(), problem));
    }
}
