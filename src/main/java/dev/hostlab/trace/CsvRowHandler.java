package dev.hostlab.trace;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Takes rows from the CSV parser and refuses what a strict parser should.
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final int mostColumns;
    private List<String> cells = new ArrayList<>();
    private boolean comment;

    CsvRowHandler(int mostColumns) {
        this.mostColumns = mostColumns;
    }

    /// The line on which the row that is being read starts.
    long line() {
        return getStartingLineNumber();
    }

    /// The index of the cell that is being read.
    int column() {
        return cells.size();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new ArrayList<>();
        comment = false;
    }

    @Override
    protected void handleField(int column, char[] chars, int from, int length, boolean quoted) {
        if (column >= mostColumns) {
            throw stop(TraceProblem.TOO_MANY_COLUMNS, "There are more than " + mostColumns + " columns.");
        }
        var cell = new String(chars, from, length);
        if (!quoted && cell.indexOf('"') >= 0) {
            throw stop(TraceProblem.STRAY_QUOTE, "A quote stands inside a cell that has no quotes around it.");
        }
        cells.add(TextLines.restore(cell));
    }

    @Override
    protected void handleComment(char[] chars, int from, int length) {
        comment = true;
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(getStartingLineNumber(), cells, comment);
    }

    private UncheckedIOException stop(TraceProblem code, String problem) {
        return new UncheckedIOException(new TraceStop(code, getStartingLineNumber(), problem));
    }
}
