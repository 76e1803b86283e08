package dev.hostlab.trace;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// The first rows of a file as they were read, for people to see whether the columns came out right.
///
/// @param format  the layout
/// @param columns names of the columns
/// @param roles   what each column means: the name of a [TraceColumn], or empty
/// @param rows    the first rows
public record TableSample(TraceFormat format, List<String> columns, List<String> roles, List<Row> rows) {

    /// How many rows are kept.
    static final int ROWS = 20;

    public TableSample {
        requireNonNull(format, "format");
        columns = List.copyOf(columns);
        roles = List.copyOf(roles);
        rows = List.copyOf(rows);
    }

    /// @param line  physical line in the file, 0 where several lines made the row
    /// @param cells as written
    public record Row(long line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }
}
