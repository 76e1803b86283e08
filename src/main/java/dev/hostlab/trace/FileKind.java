package dev.hostlab.trace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Kinds of files that people take for a trace, told by their first bytes.
enum FileKind {
    PNG("a PNG picture", "89504E47"),
    JPEG("a JPEG picture", "FFD8FF"),
    GIF("a GIF picture", "47494638"),
    ZIP("an Excel workbook (XLSX) or another ZIP file; save it as CSV", "504B0304"),
    XLS("an old Excel workbook (XLS); save it as CSV", "D0CF11E0"),
    PDF("a PDF document", "255044462D"),
    ELF("a Linux program", "7F454C46"),
    JAVA_CLASS("a Java class", "CAFEBABE"),
    SQLITE("an SQLite database", "53514C69746520666F726D6174203300"),
    PARQUET("a Parquet file", "50415231"),
    BZIP2("a bzip2 file; unpack it", "425A68"),
    EXE("a Windows program", "4D5A90"),
    RIFF("a picture, sound or film (RIFF)", "52494646"),
    OGG("an Ogg sound", "4F676753"),
    MP3("an MP3 sound", "494433"),
    TIFF("a TIFF picture", "49492A00"),
    WASM("a WebAssembly module", "0061736D"),
    AVRO("an Avro file", "4F626A01"),
    ARROW("an Arrow or Feather file", "4152524F5731"),
    HDF5("an HDF5 file", "894844460D0A1A0A"),
    NUMPY("a NumPy array", "934E554D5059"),
    PG_DUMP("a PostgreSQL dump; restore it and export CSV", "5047444D50"),
    LZ4("an LZ4 file; unpack it", "04224D18"),
    XZ("an xz file; unpack it", "FD377A585A00"),
    ZSTD("a Zstandard file; unpack it", "28B52FFD"),
    SEVEN_ZIP("a 7z file; unpack it", "377ABCAF271C"),
    RAR("a RAR file; unpack it", "526172211A07"),
    GZIP("a gzip file inside another; unpack it", "1F8B");

    /// Bytes looked at.
    private static final int HEAD = 4_096;

    /// More than one control character in ten is no text.
    private static final int CONTROLS_IN = 10;

    private final String words;
    private final String magic;

    FileKind(String words, String magic) {
        this.words = words;
        this.magic = magic;
    }

    /// The first bytes of a stream, which stay to be read.
    static byte[] peek(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD);
        var head = bytes.readNBytes(HEAD);
        bytes.reset();
        return head;
    }

    static boolean isGzip(byte[] head) {
        return GZIP.fits(head);
    }

    static void refuseBinary(byte[] head) throws TraceStop {
        for (var kind : values()) {
            if (kind.fits(head)) {
                throw new TraceStop(TraceProblem.NOT_TEXT, "This looks like " + kind.words + ".");
            }
        }
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.matches("(?s)\\x00\\x00\\x00\\x00.[0-9]+[.][0-9]+[.].*")) {
            throw new TraceStop(
                    TraceProblem.NOT_TEXT,
                    "This looks like the binary simulation.log of Gatling 3.11 or later, which only Gatling reads; take"
                            + " the CSV of its reports.");
        }
        if (text.startsWith("ustar", 257)) {
            throw new TraceStop(TraceProblem.NOT_TEXT, "This looks like a tar file; unpack it.");
        }
        if (!TextEncoding.of(head).isMarkedUtf16() && controls(head) * CONTROLS_IN > head.length) {
            throw new TraceStop(TraceProblem.NOT_TEXT, "The file holds binary data, not text.");
        }
    }

    private boolean fits(byte[] head) {
        var hex = new StringBuilder();
        for (var b : Arrays.copyOf(head, Math.min(head.length, 16))) {
            hex.append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xf, 16)));
            hex.append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
        }
        return hex.indexOf(magic) == 0;
    }

    /// Control characters but for NUL, which has a message of its own, and what text uses.
    private static long controls(byte[] head) {
        var count = 0L;
        for (var b : head) {
            if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                count++;
            }
        }
        return count;
    }
}
