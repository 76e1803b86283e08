package dev.hostlab.trace;

/// On which line each row stands. Most files have one row a line, and then nothing is kept but the first line.
final class RowLines {

    private long first;
    private int rows;
    private Longs kept = new Longs();
    private boolean each;

    void add(long line) {
        if (rows == 0) {
            first = line;
        }
        if (!each && line != first + rows) {
            keepEach();
        }
        if (each) {
            kept.add(line);
        }
        rows++;
    }

    long of(int row) {
        return each ? kept.get(row) : first + row;
    }

    void set(int row, long line) {
        if (!each && line != first + row) {
            keepEach();
        }
        if (each) {
            kept.set(row, line);
        }
    }

    void permute(int[] order) {
        if (!each) {
            keepEach();
        }
        kept.permute(order);
    }

    private void keepEach() {
        kept = new Longs();
        for (var row = 0; row < rows; row++) {
            kept.add(first + row);
        }
        each = true;
    }
}
