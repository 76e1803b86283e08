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

    private final boolean endedByCr;
    private final int lineChars;
    private long line = 1;
    private int inLine;
    private boolean afterCr;
    private long firstNonAscii;

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
        for (var i = from; i < from + count; i++) {
            guard(chars[i]);
        }
        if (!endedByCr) {
            hideLoneCrs(chars, from, from + count);
        }
        return count;
    }

    private void guard(char c) throws TraceStop {
        if (c == 0) {
            throw new TraceStop(TraceProblem.NUL_BYTE, line, "There is a NUL byte: binary data, or UTF-16 unmarked.");
        }
        if (c == '\n') {
            line += endedByCr && afterCr ? 0 : 1;
            inLine = 0;
        } else if (c == '\r' && endedByCr) {
            line++;
            inLine = 0;
        } else if (++inLine > lineChars) {
            throw new TraceStop(
                    TraceProblem.LINE_TOO_LONG, line, "The line is longer than " + lineChars + " characters.");
        }
        afterCr = c == '\r';
        if (c > 0x7f && firstNonAscii == 0) {
            firstNonAscii = line;
        }
    }

    /// Replaces each CR that neither an LF nor the end of the text follows.
    private void hideLoneCrs(char[] chars, int from, int end) throws IOException {
        for (var i = from; i < end; i++) {
            if (chars[i] == '\r' && !endsLine(chars, i, end)) {
                chars[i] = CR_IN_TEXT;
            }
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
