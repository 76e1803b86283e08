package dev.hostlab.trace;

import java.io.IOException;
import java.util.Optional;

/// Knows one layout of files: tells it by its beginning and turns it into rows.
interface FormatReader {

    boolean recognises(TextSample sample);

    /// Reads up to the first data row.
    ///
    /// @return none if the columns are wrong, which is in the log
    Optional<Table> open(TextInput input) throws IOException;

    /// A file as a table.
    ///
    /// @param delimiter between cells; a comma where there are none
    record Table(Layout layout, RowSource rows, char delimiter) {

        Table(Layout layout, RowSource rows) {
            this(layout, rows, ',');
        }
    }
}
