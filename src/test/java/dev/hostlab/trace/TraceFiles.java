package dev.hostlab.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Small trace files for tests, written where a test may write.
record TraceFiles(Path folder) {

    static final String THREE_MINUTES = """
            timestamp,requests
            2026-03-01T00:00:00Z,10
            2026-03-01T00:01:00Z,20
            2026-03-01T00:02:00Z,30
            """;

    TraceReading read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    TraceReading read(String text, Charset charset) throws IOException {
        return read(text.getBytes(charset));
    }

    TraceReading read(byte[] bytes) throws IOException {
        return read(bytes, ReadOptions.DEFAULT);
    }

    TraceReading read(String text, ReadOptions options) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), options);
    }

    TraceReading read(byte[] bytes, ReadOptions options) throws IOException {
        return TraceReader.read(Files.write(folder.resolve("trace.csv"), bytes), options);
    }

    static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    /// A file whose only data row has this request count.
    static String withRequests(String cell) {
        return "timestamp,requests\n2026-03-01T00:00:00Z,1\n2026-03-01T00:01:00Z," + cell + "\n";
    }

    /// A file whose first row has this timestamp.
    static String withTimestamp(String cell) {
        return "timestamp,requests\n" + cell + ",1\n";
    }

    /// A file whose second row has this workload.
    static String withWorkload(String cell) {
        return "timestamp,requests,workload\n2026-03-01T00:00:00Z,1,api\n2026-03-01T00:01:00Z,2," + cell + "\n";
    }
}
