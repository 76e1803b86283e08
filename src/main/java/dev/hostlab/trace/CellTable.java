package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.List;

/// Rows that had to be gathered before the first could be given, in memory; for files that are small by nature.
final class CellTable {

    private static final long MOST_ROWS = 2_000_000;

    /// What a value takes at most on its way, in bytes, with a good margin.
    private static final long BYTES_EACH = 1_024;

    private final List<String> names;
    private final List<Line> lines = new ArrayList<>();

    private record Line(long number, List<String> cells) {}

    CellTable(List<String> names) {
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }

    int size() {
        return lines.size();
    }

    void add(long line, String... cells) throws TraceStop {
        add(line, List.of(cells));
    }

    void add(long line, List<String> cells) throws TraceStop {
        requireRoom(lines.size(), line);
        lines.add(new Line(line, List.copyOf(cells)));
    }

    /// Refuses a file with more values than fit into memory.
    ///
    /// @param values how many there are
    static void requireRoom(int values, long line) throws TraceStop {
        var most = Math.min(MOST_ROWS, Runtime.getRuntime().maxMemory() / BYTES_EACH);
        if (values >= most) {
            throw new TraceStop(TraceProblem.TOO_LARGE, line, "There are more than " + most + " values.");
        }
    }

    String cell(int row, int column) {
        return lines.get(row).cells.get(column);
    }

    /// The rows, from the first on.
    RowSource rows() {
        var row = new TableRow();
        var iterator = lines.iterator();
        return new RowSource() {
            @Override
            public boolean advance() {
                if (!iterator.hasNext()) {
                    return false;
                }
                var line = iterator.next();
                row.begin(line.number());
                line.cells().forEach(row::add);
                return true;
            }

            @Override
            public TableRow row() {
                return row;
            }
        };
    }
}
