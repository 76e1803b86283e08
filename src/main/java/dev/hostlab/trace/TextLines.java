package dev.hostlab.trace;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// A trace's text with its lines guarded: no NUL, no line beyond the limit, one kind of line end.
///
/// Where lines end with LF or CRLF, a CR alone is part of a cell. A CSV parser would end the row there, so it
/// travels as [#CR_IN_TEXT], a code point that Unicode keeps out of texts; [#restore] brings it back.
final class TextLines extends FilterReader {

    private static final char CR_IN_TEXT = '\uFDD0';
    private static final char LAST_ASCII = 0x7f;

    private final boolean endedByCr;
    private final int lineChars;
    private long line = 1;
    private int inLine;
    private boolean afterCr;
    private long firstNonAscii;
    private final PlainPiece piece = new PlainPiece();
    /// Seen by the thread that parses once it has been given the piece, by way of a queue.
    private boolean quotes;

    /// @param text      supports mark
    /// @param endedByCr whether CR alone ends a line
    /// @param lineChars characters of one line at most
    TextLines(Reader text, boolean endedByCr, int lineChars) {
        super(text);
        this.endedByCr = endedByCr;
        this.lineChars = lineChars;
    }

    /// A cell as it was in the file.
    static String restore(String cell) {
        return cell.indexOf(CR_IN_TEXT) < 0 ? cell : cell.replace(CR_IN_TEXT, '\r');
    }

    /// The line of the first character beyond ASCII read so far, 0 if there was none.
    long firstNonAsciiLine() {
        return firstNonAscii;
    }

    /// Whether there may be quotes in the text read so far.
    boolean mayHaveQuotes() {
        return quotes;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var count = in.read(chars, from, length);
        var end = from + Math.max(0, count);
        if (endedByCr || !isPlain(chars, from, end)) {
            quotes = true;
            guard(chars, from, end);
        }
        return count;
    }

    /// Whether a piece is plain and too short for a line that is too long; then its lines are counted, and there is
    /// nothing else to do.
    private boolean isPlain(char[] chars, int from, int end) {
        if (inLine + end - from > lineChars || !piece.isPlain(chars, from, end)) {
            return false;
        }
        line += piece.lines();
        var last = end;
        while (piece.lines() > 0 && chars[last - 1] != '\n') {
            last--;
        }
        inLine = piece.lines() > 0 ? end - last : inLine + end - from;
        afterCr = false;
        quotes |= piece.hasQuotes();
        return true;
    }

    /// Looks at each character once; those that matter are few.
    private void guard(char[] chars, int from, int end) throws IOException {
        var lineStart = from - inLine;
        for (var i = from; i < end; i++) {
            var c = chars[i];
            if (c > '\r' && c <= LAST_ASCII) {
                continue;
            }
            if (c == '\n' || (c == '\r' && endedByCr)) {
                checkLength(i - lineStart);
                line += c == '\n' && endedByCr && isAfterCr(chars, from, i) ? 0 : 1;
                lineStart = i + 1;
            } else if (c == '\r' && !endsLine(chars, i, end)) {
                chars[i] = CR_IN_TEXT;
            } else if (c == 0) {
                throw new TraceStop(
                        TraceProblem.NUL_BYTE, line, "There is a NUL byte: binary data, or UTF-16 unmarked.");
            } else if (c > LAST_ASCII && firstNonAscii == 0) {
                firstNonAscii = line;
            }
        }
        inLine = end - lineStart;
        checkLength(inLine);
        afterCr = end > from && chars[end - 1] == '\r';
    }

    private boolean isAfterCr(char[] chars, int from, int at) {
        return at > from ? chars[at - 1] == '\r' : afterCr;
    }

    private void checkLength(int length) throws TraceStop {
        if (length > lineChars) {
            throw new TraceStop(
                    TraceProblem.LINE_TOO_LONG, line, "The line is longer than " + lineChars + " characters.");
        }
    }

    private boolean endsLine(char[] chars, int at, int end) throws IOException {
        if (at + 1 < end) {
            return chars[at + 1] == '\n';
        }
        in.mark(1);
        var next = in.read();
        in.reset();
        return next == '\n' || next < 0;
    }
}
