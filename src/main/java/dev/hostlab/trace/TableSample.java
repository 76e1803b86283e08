package dev.hostlab.trace;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /// What the names of columns without a role suggest, for roles that no column has.
    public Map<TraceColumn, List<String>> suggestions() {
        var suggested = new EnumMap<TraceColumn, List<String>>(TraceColumn.class);
        for (var column = 0; column < columns.size(); column++) {
            var name = columns.get(column);
            if (roles.get(column).isEmpty()) {
                RoleNames.role(name)
                        .filter(role -> !roles.contains(role.header()))
                        .ifPresent(role -> suggested.putIfAbsent(role, List.of(name)));
            }
        }
        return suggested;
    }

    /// What files have in common that one mapping fits: the names of their columns.
    public String shape() {
        return String.join("\u001f", columns).toLowerCase(Locale.ROOT);
    }

    /// A row as it was read.
    ///
    /// @param line  physical line in the file, 0 where several lines made the row
    /// @param cells as written
    public record Row(long line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }
}
