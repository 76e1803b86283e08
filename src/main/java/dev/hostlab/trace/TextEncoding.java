package dev.hostlab.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// How characters are written as bytes, told by the byte-order mark.
enum TextEncoding {
    /// Taken until the first byte that cannot be UTF-8.
    UTF_8(StandardCharsets.UTF_8, 0),
    UTF_8_MARKED(StandardCharsets.UTF_8, 3),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, 2),
    UTF_16_BIG(StandardCharsets.UTF_16BE, 2),
    /// What Western Windows programs write; taken when a file is not UTF-8.
    WINDOWS(Charset.forName("windows-1252"), 0);

    private final Charset charset;
    private final int markBytes;

    TextEncoding(Charset charset, int markBytes) {
        this.charset = charset;
        this.markBytes = markBytes;
    }

    static TextEncoding of(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return UTF_8_MARKED;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return UTF_16_LITTLE;
        }
        return startsWith(head, 0xFE, 0xFF) ? UTF_16_BIG : UTF_8;
    }

    boolean isMarkedUtf16() {
        return this == UTF_16_LITTLE || this == UTF_16_BIG;
    }

    /// Reads text without its mark. Bytes that are not UTF-8 raise a [java.nio.charset.CharacterCodingException].
    Reader reader(InputStream bytes) throws IOException {
        bytes.skipNBytes(markBytes);
        var whenWrong = charset.equals(StandardCharsets.UTF_8) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        var decoder = charset.newDecoder().onMalformedInput(whenWrong).onUnmappableCharacter(whenWrong);
        return Channels.newReader(new Bytes(bytes), decoder, TextSample.CHARS);
    }

    /// A stream as a channel: readers of channels take pieces as large as one likes, those of streams 8 KiB.
    private record Bytes(InputStream in) implements ReadableByteChannel {

        @Override
        public int read(ByteBuffer to) throws IOException {
            var count = in.read(to.array(), to.arrayOffset() + to.position(), to.remaining());
            to.position(to.position() + Math.max(0, count));
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /// Reads text in the encoding that the user named; what it cannot be becomes a replacement character.
    Reader reader(InputStream bytes, Charset named) throws IOException {
        bytes.skipNBytes(markBytes);
        return new InputStreamReader(bytes, named);
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
