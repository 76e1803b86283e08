package dev.hostlab.trace;

import java.io.IOException;

/// The data rows of a file of any format, one by one.
interface RowSource {

    /// Goes to the next row.
    ///
    /// @return whether there is one
    boolean advance() throws IOException;

    /// The row that was reached; it changes with [#advance].
    TableRow row();

    /// What stopped the reading, with the column at which it stopped where that is known.
    default TraceIssue named(TraceStop stop) {
        return stop.issue();
    }
}
