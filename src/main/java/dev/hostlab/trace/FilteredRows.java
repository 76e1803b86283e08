package dev.hostlab.trace;

import java.io.IOException;
import java.util.function.Predicate;

/// Only the rows that matter to a trace.
final class FilteredRows implements RowSource {

    private final RowSource rows;
    private final Predicate<TableRow> matters;

    FilteredRows(RowSource rows, Predicate<TableRow> matters) {
        this.rows = rows;
        this.matters = matters;
    }

    @Override
    public boolean advance() throws IOException {
        while (rows.advance()) {
            if (matters.test(rows.row())) {
                return true;
            }
        }
        return false;
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
