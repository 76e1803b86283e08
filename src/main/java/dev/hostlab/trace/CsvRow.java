package dev.hostlab.trace;

import java.util.List;

/// One row of a CSV file.
///
/// @param line    physical line on which it starts
/// @param cells   as written, without quotes around them; none in a comment
/// @param comment whether the line starts with #
record CsvRow(long line, List<String> cells, boolean comment) {

    int width() {
        return cells.size();
    }

    String cell(int column) {
        return cells.get(column);
    }

    boolean isBlank() {
        return cells.size() == 1 && cells.getFirst().isBlank();
    }
}
