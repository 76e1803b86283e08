package dev.hostlab.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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
        return new InputStreamReader(
                bytes, charset.newDecoder().onMalformedInput(whenWrong).onUnmappableCharacter(whenWrong));
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
