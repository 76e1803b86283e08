package dev.hostlab.trace;

import java.io.IOException;

/// Rows that have the cells a trace needs, whatever follows; those that are too short are told and left out.
final class WideEnough implements RowSource {

    private final RowSource rows;
    private final IssueLog log;
    private final int least;

    WideEnough(RowSource rows, IssueLog log, int least) {
        this.rows = rows;
        this.log = log;
        this.least = least;
    }

    @Override
    public boolean advance() throws IOException {
        while (rows.advance()) {
            if (rows.row().width() >= least) {
                return true;
            }
            var problem = "The row has " + rows.row().width() + " cells; at least " + least + " are needed.";
            log.add(TraceProblem.RAGGED_ROW, rows.row().line(), "", problem);
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
