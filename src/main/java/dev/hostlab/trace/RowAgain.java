package dev.hostlab.trace;

import java.io.IOException;

/// Gives a row that was looked at once more, and then those after it.
final class RowAgain implements RowSource {

    private final RowSource rows;
    private boolean again = true;

    RowAgain(RowSource rows) {
        this.rows = rows;
    }

    @Override
    public boolean advance() throws IOException {
        if (again) {
            again = false;
            return true;
        }
        return rows.advance();
    }

    @Override
    public TableRow row() {
        return rows.row();
    }

    @Override
    public TraceIssue named(TraceStop stop) {
        return rows.named(stop);
    }
}
