package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One row of a table. It is used again for the next row: its cells are parts of one array of characters.
final class TableRow {

    /// What [#number] gives for a cell that is none or is written in another way.
    static final double NO_NUMBER = -1;

    private static final int FIRST_CHARS = 512;
    private static final int FIRST_CELLS = 32;

    /// More digits than this may not fit into a `double` exactly.
    private static final int SAFE_DIGITS = 15;

    /// Powers of ten that are exact, so that a number of so many digits divided by one of them is rounded once.
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private char[] chars = new char[FIRST_CHARS];
    /// Where each cell ends, after the 0 at which the first one starts.
    private int[] ends = new int[FIRST_CELLS];
    /// What [#number] gives for each cell.
    private double[] numbers = new double[FIRST_CELLS];
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
    void add(char[] from, int start, int length) {
        var used = room(length);
        if (length > SAFE_DIGITS + 1) {
            System.arraycopy(from, start, chars, used, length);
            close(used + length, NO_NUMBER);
            return;
        }
        var to = chars;
        var value = 0L;
        var other = length - 1;
        for (var i = 0; i < length; i++) {
            var c = from[start + i];
            to[used + i] = c;
            var digit = c - '0';
            value = 10 * value + digit;
            other |= digit | (9 - digit);
        }
        close(used + length, other < 0 || length > SAFE_DIGITS ? decimal(used, used + length) : value);
    }

    /// A number written with digits and one point, or [#NO_NUMBER]: what is written otherwise needs a closer look.
    private double decimal(int from, int end) {
        var value = 0L;
        var point = -1;
        for (var i = from; i < end; i++) {
            var digit = chars[i] - '0';
            if (digit >= 0 && digit <= 9) {
                value = 10 * value + digit;
            } else if (chars[i] == '.' && point < 0) {
                point = i;
            } else {
                return NO_NUMBER;
            }
        }
        return point < 0 || end - from == 1 ? NO_NUMBER : value / TENS[end - point - 1];
    }

    void add(String cell) {
        var length = cell.length();
        add(cell.toCharArray(), 0, length);
    }

    /// Makes room for a cell.
    ///
    /// @return where it starts
    private int room(int length) {
        var used = ends[width];
        if (used + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(used + length, 2 * chars.length));
        }
        return used;
    }

    private void close(int end, double number) {
        if (width + 1 == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[width] = number;
        ends[++width] = end;
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
        for (var i = 0; i < ends[width]; i++) {
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

    /// The value of a cell that has nothing but 1 to 15 digits and perhaps a point, or [#NO_NUMBER].
    double number(int column) {
        return numbers[column];
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
