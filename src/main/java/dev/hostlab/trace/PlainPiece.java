package dev.hostlab.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/// Looks at eight characters at a time whether a text is plain: ASCII without NUL and CR. Most traces are throughout.
///
/// Characters are packed into bytes first, which the runtime does at the speed of memory. That a byte of seven bits is
/// zero shows in its eighth bit once 127 is added to it. Source: H. S. Warren, Hacker's Delight, 2nd ed., section 6-1.
final class PlainPiece {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long MOST = 0x7f * ONES;
    private static final long HIGH = ~MOST;
    private static final long NEWLINES = '\n' * ONES;
    private static final long RETURNS = '\r' * ONES;
    private static final long QUOTES = '"' * ONES;

    private final CharsetEncoder ascii = StandardCharsets.US_ASCII.newEncoder();
    private byte[] bytes = new byte[0];
    private int lines;
    private boolean quotes;

    /// Whether some characters are plain; [#lines] and [#hasQuotes] tell more then.
    boolean isPlain(char[] chars, int from, int end) {
        var length = end - from;
        var whole = (length + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
        if (whole > bytes.length) {
            bytes = new byte[whole];
        }
        var packed = ByteBuffer.wrap(bytes);
        if (ascii.reset()
                .encode(CharBuffer.wrap(chars, from, length), packed, true)
                .isUnmappable()) {
            return false;
        }
        while (packed.position() < whole) {
            packed.put((byte) ' ');
        }
        return look(whole);
    }

    /// Line ends in the piece.
    int lines() {
        return lines;
    }

    boolean hasQuotes() {
        return quotes;
    }

    private boolean look(int whole) {
        var plain = HIGH;
        var noQuote = HIGH;
        var others = 0;
        for (var at = 0; at < whole; at += Long.BYTES) {
            var eight = (long) EIGHT.get(bytes, at);
            plain &= (eight + MOST) & ((eight ^ RETURNS) + MOST);
            noQuote &= (eight ^ QUOTES) + MOST;
            others += Long.bitCount(((eight ^ NEWLINES) + MOST) & HIGH);
        }
        lines = whole - others;
        quotes = noQuote != HIGH;
        return plain == HIGH;
    }
}
