package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One row of a table. It is used again for the next row: its cells are parts of one array of characters.
final class TableRow {

    private static final int FIRST_CHARS = 512;
    private static final int FIRST_CELLS = 32;

    /// More digits than this may not fit into a `double` exactly.
    private static final int SAFE_DIGITS = 15;

    private char[] chars = new char[FIRST_CHARS];
    /// Where each cell ends, after the 0 at which the first one starts.
    private int[] ends = new int[FIRST_CELLS];
    private int width;
    private long line;
    private boolean comment;

    /// Empties the row for the next one.
    ///
    /// @param newLine physical line on which it starts
    void begin(long newLine) {
        line = newLine;
        width = 0;
        comment = false;
    }

    void markComment() {
        comment = true;
    }

    /// Adds a cell, as written but without quotes around it.
    ///
    /// @return whether there is a quote in it
    boolean add(char[] from, int start, int length) {
        var used = used();
        var end = used + length;
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(end, 2 * chars.length));
        }
        var to = chars;
        var hasQuote = false;
        for (var i = 0; i < length; i++) {
            var c = from[start + i];
            to[used + i] = c;
            hasQuote |= c == '"';
        }
        close(end);
        return hasQuote;
    }

    void dropLast() {
        width--;
    }

    void add(String cell) {
        var used = used();
        var end = used + cell.length();
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(end, 2 * chars.length));
        }
        cell.getChars(0, cell.length(), chars, used);
        close(end);
    }

    private int used() {
        return ends[width];
    }

    private void close(int end) {
        if (++width == ends.length) {
            ends = Arrays.copyOf(ends, 2 * width);
        }
        ends[width] = end;
    }

    /// Physical line on which the row starts, from 1.
    long line() {
        return line;
    }

    int width() {
        return width;
    }

    /// Whether the line starts with #.
    boolean isComment() {
        return comment;
    }

    boolean isBlank() {
        for (var i = 0; i < used(); i++) {
            if (!Character.isWhitespace(chars[i])) {
                return false;
            }
        }
        return true;
    }

    String cell(int column) {
        var start = start(column);
        return TextLines.restore(new String(chars, start, end(column) - start));
    }

    List<String> cells() {
        var cells = new ArrayList<String>(width);
        for (var column = 0; column < width; column++) {
            cells.add(cell(column));
        }
        return cells;
    }

    /// The characters of all cells; see [#start] and [#end].
    @SuppressWarnings("MixedMutabilityReturnType")
    char[] chars() {
        return chars;
    }

    int start(int column) {
        return ends[column];
    }

    int end(int column) {
        return ends[column + 1];
    }

    /// The value of a cell that has nothing but 1 to 15 digits, or -1.
    long digits(int column) {
        var start = start(column);
        var end = end(column);
        if (end == start || end - start > SAFE_DIGITS) {
            return -1;
        }
        var value = 0L;
        for (var i = start; i < end; i++) {
            var digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    /// A checksum of a cell's characters.
    int hash(int column) {
        var hash = 0;
        for (var i = start(column); i < end(column); i++) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }
}
