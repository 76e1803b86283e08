package dev.hostlab.trace;

import java.io.IOException;

/// Rows that stand for as many requests as one of their cells says.
final class RepeatedRows implements RowSource {

    private final RowSource rows;
    private final int column;
    private final Runnable tell;
    private int left;

    /// @param column of the number; a row whose cell is no whole number from 1 stands for one request
    /// @param tell   is called at rows that stand for several
    RepeatedRows(RowSource rows, int column, Runnable tell) {
        this.rows = rows;
        this.column = column;
        this.tell = tell;
    }

    @Override
    public boolean advance() throws IOException {
        if (left > 0) {
            left--;
            return true;
        }
        if (!rows.advance()) {
            return false;
        }
        var many = rows.row().width() > column ? rows.row().cell(column).strip() : "";
        if (many.matches("[0-9]{1,6}") && Integer.parseInt(many) > 1) {
            left = Integer.parseInt(many) - 1;
            tell.run();
        }
        return true;
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
